package org.recoveryrules.benchmarks;

/**
 * One figure.
 *
 * @param measure what was measured: a column of the table
 * @param contender of whom: a line of it; that of recovery-rules is {@link Contenders#OURS}
 * @param figure how much
 * @param unit of what
 */
public record Row(String measure, String contender, double figure, Unit unit) {}
