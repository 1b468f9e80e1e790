package org.recoveryrules.api;

/** What can be offered: <em>money</em>, a <em>thing</em> or <em>words</em>. */
public enum RemedyKind {
    /** Money: the price or part of it, paid back. */
    REFUND(Justice.DISTRIBUTIVE),
    /** Money: a loss beyond the price, repaid. */
    REIMBURSEMENT(Justice.DISTRIBUTIVE),
    /** Thing: another one in its place. */
    REPLACEMENT(Justice.DISTRIBUTIVE),
    /** Thing: the service done again. */
    REPERFORMANCE(Justice.PROCEDURAL),
    /** Money: a voucher against later purchases. */
    CREDIT(Justice.DISTRIBUTIVE),
    /** Money: taken off this purchase. */
    DISCOUNT(Justice.DISTRIBUTIVE),
    /** Thing: something better than what was bought. */
    UPGRADE(Justice.DISTRIBUTIVE),
    /** Thing: a fee that is not charged. */
    FEE_WAIVER(Justice.DISTRIBUTIVE),
    /** Thing: a gift. */
    GIFT(Justice.DISTRIBUTIVE),
    /** Words: an apology. */
    APOLOGY(Justice.INTERACTIONAL),
    /** Words: an explanation of an external cause. */
    EXPLANATION(Justice.INTERACTIONAL),
    /** Words: a note written by hand. */
    HANDWRITTEN_NOTE(Justice.INTERACTIONAL),
    /** Words: a call in person. */
    PERSONAL_CALL(Justice.INTERACTIONAL),
    /** Words: a factual, complete and honest report of what happened. */
    INCIDENT_REPORT(Justice.PROCEDURAL);

    private final Justice justice;

    RemedyKind(Justice justice) {
        this.justice = justice;
    }

    /**
     * The dimension of justice that this kind serves.
     *
     * @return procedural for {@link #REPERFORMANCE} and {@link #INCIDENT_REPORT}, interactional for the other words,
     *     distributive for all else
     */
    public Justice justice() {
        return justice;
    }

    /**
     * Whether this is money.
     *
     * @return true for {@link #REFUND}, {@link #REIMBURSEMENT}, {@link #CREDIT} and {@link #DISCOUNT}
     */
    public boolean isMoney() {
        return this == REFUND || this == REIMBURSEMENT || this == CREDIT || this == DISCOUNT;
    }

    /**
     * Whether this is words, which are always of component {@link Component#COMMUNICATION} and have no amount.
     *
     * @return true from {@link #APOLOGY} on
     */
    public boolean isWords() {
        return ordinal() >= APOLOGY.ordinal();
    }

    /**
     * Whether this is a thing, whose amount is what it costs the firm.
     *
     * @return true for whatever is neither money nor words
     */
    public boolean isThing() {
        return !isMoney() && !isWords();
    }
}
