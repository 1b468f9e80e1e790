package org.recoveryrules.api;

/**
 * Can a superior recovery leave this customer <em>more satisfied</em> than if nothing had failed? Speaks of
 * satisfaction only, never of repurchase or word of mouth.
 *
 * <p>Source: de Matos, Henrique &amp; Rossi 2007 (a meta-analysis).
 */
public enum Verdict {
    /** It can; rare, and never a reason to fail on purpose. */
    APPLIES,
    /** A barrier rules it out; the customer is recovered just as fully. */
    DOES_NOT_APPLY,
    /** No barrier is known, and something that could be one has not been asked yet. */
    UNDETERMINED
}
