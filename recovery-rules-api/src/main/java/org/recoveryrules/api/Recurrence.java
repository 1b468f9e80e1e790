package org.recoveryrules.api;

/** Will the cause come back (the literature's <em>stability</em>)? */
public enum Recurrence {
    /** The cause is gone or was a single event. */
    ONE_OFF,
    /** The cause will come back. */
    RECURRING,
    /** Nobody knows yet; the decision asks. */
    UNKNOWN
}
