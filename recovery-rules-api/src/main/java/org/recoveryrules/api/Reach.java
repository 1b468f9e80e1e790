package org.recoveryrules.api;

/** Where the customer's dissatisfaction would be heard. */
public enum Reach {
    /** Nowhere. */
    PRIVATE,
    /** On review sites where the firm has few reviews. */
    REVIEWS,
    /** By a wide audience. */
    PUBLIC
}
