/**
 * Policies while they serve: the gate that a policy passes before, the versions that can serve, reloads, the version that
 * is tried beside, and who is told of all that.
 *
 * <p>What callers touch is {@link org.recoveryrules.drools.live.Reload}, {@link org.recoveryrules.drools.live.Staged},
 * {@link org.recoveryrules.drools.live.AdvisorListener} and {@link org.recoveryrules.drools.live.ShadowDifference}; the rest is
 * what the advisor is made of.
 */
@NullMarked
package org.recoveryrules.drools.live;

import org.jspecify.annotations.NullMarked;
