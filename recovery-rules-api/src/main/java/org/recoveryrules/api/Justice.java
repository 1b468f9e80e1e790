package org.recoveryrules.api;

/**
 * The dimension of justice that a remedy serves.
 *
 * <p>Source: Smith, Bolton &amp; Wagner 1999.
 */
public enum Justice {
    /** What the customer gets. */
    DISTRIBUTIVE,
    /** How it is handled. */
    PROCEDURAL,
    /** How the customer is treated as a person. */
    INTERACTIONAL
}
