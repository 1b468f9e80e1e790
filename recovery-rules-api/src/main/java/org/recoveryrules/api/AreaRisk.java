package org.recoveryrules.api;

/** What makes the area in which the failure happened prone to breaking. */
public enum AreaRisk {
    /** Complex scheduling. */
    COMPLEX_SCHEDULING,
    /** Many departments must work together. */
    MANY_DEPARTMENTS,
    /** A new product or service. */
    NEW_OFFERING,
    /** Staff changes often. */
    HIGH_TURNOVER
}
