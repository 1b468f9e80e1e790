/**
 * Mistakes made in a policy one at a time, to see whether its cases notice: what is changed, whether a case fails then, and
 * the case that would.
 */
@NullMarked
package org.recoveryrules.drools.mutation;

import org.jspecify.annotations.NullMarked;
