package org.recoveryrules.api;

/** Could the firm have prevented the failure, in the customer's eyes (the literature's <em>controllability</em>)? */
public enum Avoidability {
    /** The firm could not have prevented it. */
    UNAVOIDABLE,
    /** The firm could have prevented it. */
    AVOIDABLE,
    /** Nobody has asked yet. */
    UNKNOWN
}
