package org.recoveryrules.api;

/** What the customer was deprived of. */
public enum ResourceLost {
    /** Overcharged. */
    MONEY,
    /** A flawed product. */
    GOODS,
    /** A failed service. */
    SERVICE,
    /** Ignored or treated badly. */
    ATTENTION,
    /** Nothing. */
    NONE
}
