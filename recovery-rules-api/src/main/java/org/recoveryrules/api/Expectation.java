package org.recoveryrules.api;

/** How much compensation the customer expects. */
public enum Expectation {
    /** Little or none. */
    LOW,
    /** Much. */
    HIGH,
    /** Nobody knows yet. */
    UNKNOWN
}
