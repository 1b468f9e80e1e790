package org.recoveryrules.api;

/**
 * Harm done to <em>this</em> customer as they see it: the impact, not the size of the error. Declared from mild to
 * grave, so that {@code severity >= Severity.MODERATE} reads "at least this grave".
 */
public enum Severity {
    /** Noticed, without an effect. */
    NEGLIGIBLE,
    /** An annoyance, put right within the day. */
    MINOR,
    /** A plan, a day or noticeable money lost. */
    MODERATE,
    /** Serious loss or distress. */
    MAJOR,
    /** Cannot be undone: a missed wedding, health, a livelihood. */
    CRITICAL
}
