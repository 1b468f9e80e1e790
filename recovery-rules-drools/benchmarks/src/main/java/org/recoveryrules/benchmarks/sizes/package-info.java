/** Measures how what decisions cost grows with the policy, and what it costs to have one: start, reload and memory. */
@NullMarked
package org.recoveryrules.benchmarks.sizes;

import org.jspecify.annotations.NullMarked;
