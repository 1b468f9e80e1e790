package org.recoveryrules.api;

/** How well the previous failure was recovered. */
public enum LastRecovery {
    /** There was no previous failure. */
    NONE,
    /** It was recovered well. */
    GOOD,
    /** It was recovered badly: a further failure is a double deviation. */
    POOR,
    /** There was one, and nobody knows how it was recovered. */
    UNKNOWN;

    /** What holds where nobody says how the last failure was recovered. */
    static LastRecovery unstated(int priorFailures) {
        return priorFailures == 0 ? NONE : UNKNOWN;
    }
}
