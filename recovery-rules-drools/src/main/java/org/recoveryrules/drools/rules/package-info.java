/** What a rule file touches: the one global {@code findings}, and the amounts it names. */
@NullMarked
package org.recoveryrules.drools.rules;

import org.jspecify.annotations.NullMarked;
