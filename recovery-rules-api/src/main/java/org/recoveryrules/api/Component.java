package org.recoveryrules.api;

/** The layer of the recovery to which a remedy belongs; declared in the order in which remedies are listed. */
public enum Component {
    /** Owed by law or contract; always paid in full. */
    ENTITLEMENT,
    /** Makes whole what was lost. */
    RESTORATION,
    /** Goodwill beyond that; only here do caps and limits count for everybody. */
    GESTURE,
    /** Words. */
    COMMUNICATION
}
