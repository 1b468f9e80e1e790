package org.recoveryrules.api;

/** Where the cause lies (the literature's <em>locus</em>). */
public enum Cause {
    /** The firm itself. */
    PROVIDER,
    /** Somebody in the firm's own chain (courier, supplier), whom the customer never chose. */
    THIRD_PARTY,
    /** The customer. */
    CUSTOMER,
    /** Another customer of the firm. */
    OTHER_CUSTOMER,
    /** Nobody in the firm's chain: weather, crime, an authority. */
    FORCE_MAJEURE,
    /** Nobody knows yet. */
    UNKNOWN
}
