/** Decides with Drools: what a caller touches. */
@NullMarked
package org.recoveryrules.drools;

import org.jspecify.annotations.NullMarked;
