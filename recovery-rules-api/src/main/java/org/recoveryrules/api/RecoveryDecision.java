package org.recoveryrules.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How to recover from one failure.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component or an element is null, money is of
 * more than one currency, a sum is not that of the amounts, or the authority is lower than that of a remedy.
 *
 * @param paradox whether the service recovery paradox applies; whatever it says, the customer is recovered just as fully
 * @param questions what to ask the customer or to find out, in the order of declaration
 * @param doubleDeviation whether this is a failure on top of a failed recovery
 * @param approach the frontline's posture
 * @param remedies what to offer, by component in the order of declaration, most valuable first within each
 * @param authority who may grant the whole decision: the highest of its remedies, or higher where a rule escalates
 * @param humanReview whether a person must look before anything is refused, and before anything is paid beyond
 *     entitlements
 * @param steps what to do and say, in the order of declaration of {@link StepKind}; steps without words are left out
 * @param followUps what to do later, soonest first
 * @param total the sum of the amounts of all remedies
 * @param gestureTotal the sum of the amounts of the gestures
 * @param reasons every rule that shaped the decision, by rule id; none whose every offer came to nothing
 * @param policy the exact rules that decided
 */
public record RecoveryDecision(
        ParadoxAssessment paradox,
        Set<Question> questions,
        boolean doubleDeviation,
        Approach approach,
        List<Remedy> remedies,
        Authority authority,
        boolean humanReview,
        List<Step> steps,
        List<FollowUp> followUps,
        Money total,
        Money gestureTotal,
        List<Reason> reasons,
        PolicyIdentity policy) {
    public RecoveryDecision {
        Require.given(paradox, "paradox");
        questions = Require.set(Question.class, questions, "questions");
        Require.constant(Approach.class, approach, "approach");
        remedies = Require.list(remedies, "remedies");
        Require.constant(Authority.class, authority, "authority");
        steps = Require.list(steps, "steps");
        followUps = Require.list(followUps, "followUps");
        requireOneCurrency(remedies, total, gestureTotal);
        requireSum(Remedy.sum(remedies, total.getCurrencyUnit()), total, "total");
        requireSum(Remedy.sum(gestures(remedies), total.getCurrencyUnit()), gestureTotal, "gestureTotal");
        for (Remedy remedy : remedies) {
            if (remedy.authority().compareTo(authority) > 0) {
                String allowed = "must be " + remedy.authority() + " at least, the authority of " + remedy.kind();
                throw Require.fault("authority", allowed, authority);
            }
        }
        reasons = Require.list(reasons, "reasons");
        Require.given(policy, "policy");
    }

    private static void requireOneCurrency(List<Remedy> remedies, Money total, Money gestureTotal) {
        CurrencyUnit currency = Require.given(total, "total").getCurrencyUnit();
        Require.currency(currency, "decision", Require.given(gestureTotal, "gestureTotal"), "gestureTotal");
        for (Remedy remedy : remedies) {
            remedy.amount().ifPresent(amount -> Require.currency(currency, "decision", amount, "remedy.amount"));
        }
    }

    private static List<Remedy> gestures(List<Remedy> remedies) {
        List<Remedy> gestures = new ArrayList<>(remedies.size());
        for (Remedy remedy : remedies) {
            if (remedy.component() == Component.GESTURE) {
                gestures.add(remedy);
            }
        }
        return gestures;
    }

    private static void requireSum(Money sum, Money given, String component) {
        if (!sum.equals(given)) {
            throw Require.fault(component, "must be the sum of the amounts, " + sum, given);
        }
    }
}
