package org.recoveryrules.api;

/**
 * The frontline's posture: severity × responsibility, declared from low/low to high/high.
 *
 * <p>Source: a service recovery grid attributed to Disney.
 */
public enum Approach {
    /** Little harm, not our doing. */
    EMPATHISE,
    /** Little harm, our doing. */
    FIX,
    /** Much harm, not our doing. */
    HERO,
    /** Much harm, our doing. */
    RED_CARPET
}
