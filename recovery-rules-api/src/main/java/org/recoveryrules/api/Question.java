package org.recoveryrules.api;

/** What to ask the customer or to find out. */
public enum Question {
    /** Could the firm have prevented it? Leaves the verdict undetermined where there is no barrier. */
    AVOIDABILITY,
    /** Could the firm have seen it coming? Leaves the verdict undetermined where there is no barrier. */
    FORESEEABILITY,
    /** Will the cause come back? Leaves the verdict undetermined where there is no barrier. */
    RECURRENCE,
    /** Who or what caused it? */
    CAUSE,
    /** What did the failed service or product cost? */
    PRICE,
    /** What would the customer consider fair? */
    FAIR_SOLUTION;

    /**
     * Whether an open question of this kind leaves the verdict {@link Verdict#UNDETERMINED} where there is no barrier.
     *
     * @return true for {@link #AVOIDABILITY}, {@link #FORESEEABILITY} and {@link #RECURRENCE}
     */
    public boolean concernsVerdict() {
        return this == AVOIDABILITY || this == FORESEEABILITY || this == RECURRENCE;
    }
}
