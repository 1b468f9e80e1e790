package org.recoveryrules.drools.rules;

import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.StepKind;

/**
 * What rules may conclude: the verbs of a policy, called on the global {@code findings}. A consequence is one call with
 * constant arguments. Findings are a set: their order and their repetition mean nothing; the settlement folds them into
 * the decision.
 *
 * <p>An amount is given as an {@link Amount} or by the name it has in {@code policy.properties}
 * ({@code amount.gesture.minor} is {@code "gesture.minor"}).
 *
 * <p>Every verb throws {@link IllegalArgumentException} if an argument is null or not among what it allows; the decision
 * then fails with the rule's id.
 */
public interface Findings {
    /**
     * Rules the recovery paradox out: {@code findings.barrier( Barrier.SEVERITY );}. Not in a rule that matches the
     * paradox assessment.
     *
     * @param barrier what rules it out
     */
    void barrier(Barrier barrier);

    /**
     * Has something asked: {@code findings.ask( Question.CAUSE );}. A question that concerns the verdict not in a rule
     * that matches the paradox assessment.
     *
     * @param question what to ask or find out
     */
    void ask(Question question);

    /** Marks a failure on top of a failed recovery: {@code findings.doubleDeviation();}. */
    void doubleDeviation();

    /**
     * Proposes the frontline's posture; the highest counts: {@code findings.approach( Approach.HERO );}.
     *
     * @param approach the posture
     */
    void approach(Approach approach);

    /**
     * Offers words: {@code findings.offer( RemedyKind.APOLOGY, RemedyKind.PERSONAL_CALL );}.
     *
     * @param words one or more kinds of words
     */
    void offer(RemedyKind... words);

    /**
     * Offers money or a thing:
     * {@code findings.offer( RemedyKind.REFUND, Component.RESTORATION, Amount.percentOfPrice( 100 ) );}. Of several
     * offers of one kind and component the largest counts.
     *
     * @param kind money or a thing
     * @param component {@link Component#RESTORATION} or {@link Component#GESTURE}
     * @param amount what it is worth, of a thing what it costs the firm
     */
    void offer(RemedyKind kind, Component component, Amount amount);

    /**
     * Offers money or a thing worth a named amount:
     * {@code findings.offer( RemedyKind.CREDIT, Component.GESTURE, "gesture.minor" );}.
     *
     * @param kind money or a thing
     * @param component {@link Component#RESTORATION} or {@link Component#GESTURE}
     * @param amountName the amount's name in {@code policy.properties}
     */
    void offer(RemedyKind kind, Component component, String amountName);

    /**
     * Offers what the customer requested, less what entitlement and restoration of that kind already give; nothing where
     * nothing was requested: {@code findings.offerRequested();}.
     */
    void offerRequested();

    /**
     * Withholds a kind, whichever rule offers it, but never an entitlement or a restoration:
     * {@code findings.withhold( RemedyKind.APOLOGY );}.
     *
     * @param kind the kind
     */
    void withhold(RemedyKind kind);

    /** Withholds every gesture, whichever rule offers it: {@code findings.withholdGestures();}. */
    void withholdGestures();

    /**
     * Holds every restoration for a person: it stays listed, needs a {@link Authority#SUPERVISOR} at least, and the
     * decision a human review: {@code findings.holdRestoration();}.
     */
    void holdRestoration();

    /**
     * Caps the refund of the price and all gestures together; the lowest cap counts, none where the price is not known:
     * {@code findings.cap( Amount.percentOfPrice( 150 ) );}.
     *
     * @param amount the cap
     */
    void cap(Amount amount);

    /**
     * Caps by a named amount: {@code findings.cap( "cap" );}.
     *
     * @param amountName the amount's name in {@code policy.properties}
     */
    void cap(String amountName);

    /**
     * Sets how much a role may grant in one decision; the highest limit of a role counts:
     * {@code findings.limit( Authority.AGENT, Amount.of( "25" ) );}.
     *
     * @param authority the role
     * @param amount how much it may grant
     */
    void limit(Authority authority, Amount amount);

    /**
     * Sets how much a role may grant by a named amount: {@code findings.limit( Authority.AGENT, "limit.agent" );}.
     *
     * @param authority the role
     * @param amountName the amount's name in {@code policy.properties}
     */
    void limit(Authority authority, String amountName);

    /**
     * Raises the authority that the whole decision needs: {@code findings.escalate( Authority.SUPERVISOR );}.
     *
     * @param authority the role that is needed at least
     */
    void escalate(Authority authority);

    /** Has a person look before anything is refused or paid beyond entitlements: {@code findings.review();}. */
    void review();

    /**
     * Says what to do or say in a step:
     * {@code findings.step( StepKind.SOLVE, "Ask what they would consider fair, and give exactly that." );}.
     *
     * @param kind the step
     * @param words what to do or say, to the person at the frontline
     */
    void step(StepKind kind, String words);

    /**
     * Has something done later: {@code findings.followUp( "P3D", "Ask again whether they are satisfied." );}.
     *
     * @param after how long after the decision, an ISO 8601 period
     * @param action what to do
     */
    void followUp(String after, String action);
}
