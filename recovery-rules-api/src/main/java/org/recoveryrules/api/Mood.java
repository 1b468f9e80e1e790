package org.recoveryrules.api;

/** The mood of the customer at the moment somebody has to act. */
public enum Mood {
    /** Calm. */
    CALM,
    /** Upset. */
    UPSET,
    /** Angry. */
    ANGRY
}
