/**
 * Policies while they serve: the gate that a policy passes before, the versions that can serve, reloads, the version that
 * is tried beside, and who is told of all that.
 */
@NullMarked
package org.recoveryrules.drools.live;

import org.jspecify.annotations.NullMarked;
