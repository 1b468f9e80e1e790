/** Other rule engines, that speak for the same rules of the standard policy. */
@NullMarked
package org.recoveryrules.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
