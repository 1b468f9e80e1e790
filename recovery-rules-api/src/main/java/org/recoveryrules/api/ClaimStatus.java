package org.recoveryrules.api;

/** What the firm's own records say of the customer's account. */
public enum ClaimStatus {
    /** They confirm it. */
    VERIFIED,
    /** They neither confirm nor contradict it. */
    UNVERIFIED,
    /** They contradict it. */
    CONTRADICTED
}
