package org.recoveryrules.api;

import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * What an audit keeps of one decision: enough to show later that the same failure under the same policy is decided the
 * same, and nothing that was told about the customer.
 *
 * <p>Of the context it holds a fingerprint alone, of a reason the rule. Two kinds of things shine through, as they must: an
 * amount can be one that was told (a refund is the price), and a rule by its id says what it found. The digests are
 * pseudonyms, see {@link FailureContext#digest()}. Kept beside a ticket or a name, a record is data about a person.
 *
 * <p>It holds no time, since a decision has none: keep that beside it.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component or an element is null, an amount is negative,
 * a rule is blank, or a digest is not 64 hexadecimal digits in lower case.
 *
 * @param contextDigest {@link FailureContext#digest()}
 * @param policy the exact rules that decided
 * @param paradox whether the service recovery paradox applies
 * @param remedies what to offer, in the order of the decision
 * @param authority who may grant the whole decision
 * @param humanReview whether a person must look
 * @param total the sum of the amounts of all remedies
 * @param gestureTotal the sum of the amounts of the gestures
 * @param rules the ids of the rules that shaped the decision, in the order of its reasons
 * @param decisionDigest SHA-256 over the canonical text of the whole decision, words and facts included; 64 hexadecimal
 *     digits in lower case, equal exactly for equal decisions
 */
public record DecisionRecord(
        String contextDigest,
        PolicyIdentity policy,
        ParadoxAssessment paradox,
        List<RecordedRemedy> remedies,
        Authority authority,
        boolean humanReview,
        Money total,
        Money gestureTotal,
        List<String> rules,
        String decisionDigest) {
    public DecisionRecord {
        Require.digest(contextDigest, "contextDigest");
        Require.given(policy, "policy");
        Require.given(paradox, "paradox");
        remedies = Require.list(remedies, "remedies");
        Require.constant(Authority.class, authority, "authority");
        Require.notNegative(total, "total");
        Require.notNegative(gestureTotal, "gestureTotal");
        rules = Require.list(rules, "rules");
        rules.forEach(rule -> Require.text(rule, "rules"));
        Require.digest(decisionDigest, "decisionDigest");
    }

    /**
     * The record of a decision. Takes somewhat less time than the decision took.
     *
     * @param context what was known about the failure
     * @param decision what was decided about it
     * @return what to keep
     * @throws IllegalArgumentException if an argument is null, or a fact of a reason is none that a context can hold
     */
    public static DecisionRecord of(FailureContext context, RecoveryDecision decision) {
        return new DecisionRecord(
                Require.given(context, "context").digest(),
                Require.given(decision, "decision").policy(),
                decision.paradox(),
                decision.remedies().stream().map(RecordedRemedy::of).toList(),
                decision.authority(),
                decision.humanReview(),
                decision.total(),
                decision.gestureTotal(),
                decision.reasons().stream().map(Reason::rule).toList(),
                Canonical.digest(decision));
    }

    /**
     * Tells whether a failure and what is decided about it now are those of this record, bit by bit.
     *
     * <p>What to make of it, the first that is named: {@code contextDigest}, this is another failure, or something else is
     * known of it; {@code policy}, other rules decided; anything else, the same rules decided otherwise about the same
     * failure, so the record was changed, or the library that decides was.
     *
     * @param context what is known about the failure
     * @param decision what is decided about it, by the policy of this record
     * @return the names of the components in which the record of these differs from this one, in the order of declaration;
     *     empty where nothing differs
     * @throws IllegalArgumentException as {@link #of} does
     */
    public List<String> differences(FailureContext context, RecoveryDecision decision) {
        Map<String, Object> then = Canonical.components(this);
        Map<String, Object> now = Canonical.components(of(context, decision));
        return then.keySet().stream()
                .filter(component -> !then.get(component).equals(now.get(component)))
                .toList();
    }
}
