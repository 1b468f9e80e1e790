package org.recoveryrules.benchmarks;

/** How thoroughly to measure. */
public enum Form {
    /** In under three minutes with all sections, to see that all works and roughly how it stands. */
    QUICK,
    /** In about a quarter of an hour, for the table that is kept. */
    FULL
}
