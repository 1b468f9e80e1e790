package org.recoveryrules.api;

/** A step of the conversation; declared in the order in which the steps are taken. */
public enum StepKind {
    /** Before anything else: own it. */
    ACKNOWLEDGE,
    /** Ask, do not judge. */
    UNDERSTAND,
    /** Put it right together. */
    SOLVE,
    /** A little more than expected. */
    EXTRA_MILE,
    /** Ask whether it is right now, and again later. */
    FOLLOW_UP
}
