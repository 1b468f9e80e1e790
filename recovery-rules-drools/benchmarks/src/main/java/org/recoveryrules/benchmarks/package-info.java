/** Measures how fast decisions are, beside peers that make the same ones. */
@NullMarked
package org.recoveryrules.benchmarks;

import org.jspecify.annotations.NullMarked;
