/**
 * Decision tables of a policy: read from a spreadsheet or a text file, turned into a rule file by Drools, and traced back,
 * character by character, to the cells they came from. Internal: not for callers.
 */
@NullMarked
package org.recoveryrules.drools.tables;

import org.jspecify.annotations.NullMarked;
