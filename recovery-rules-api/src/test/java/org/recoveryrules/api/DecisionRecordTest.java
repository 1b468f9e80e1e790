package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.recoveryrules.api.Examples.DIGEST;
import static org.recoveryrules.api.Examples.IDENTITY;
import static org.recoveryrules.api.Examples.apology;
import static org.recoveryrules.api.Examples.gesture;
import static org.recoveryrules.api.Examples.usd;

import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionRecordTest {
    private static final FailureContext CONTEXT = Examples.core().build();
    private static final RecoveryDecision DECISION = decision("Call them.", 2, IDENTITY);

    @Test
    void it_holds_what_was_decided_and_no_text_or_fact_of_the_context() {
        assertThat(DecisionRecord.of(CONTEXT, DECISION))
                .isEqualTo(new DecisionRecord(
                        CONTEXT.digest(),
                        IDENTITY,
                        new ParadoxAssessment(Verdict.DOES_NOT_APPLY, Set.of(Barrier.PRIOR_FAILURE)),
                        List.of(
                                new RecordedRemedy(
                                        RemedyKind.REFUND,
                                        Component.ENTITLEMENT,
                                        Optional.of(usd("250.00")),
                                        Authority.AGENT),
                                new RecordedRemedy(
                                        RemedyKind.CREDIT,
                                        Component.GESTURE,
                                        Optional.of(usd("30.00")),
                                        Authority.AGENT),
                                new RecordedRemedy(
                                        RemedyKind.APOLOGY,
                                        Component.COMMUNICATION,
                                        Optional.empty(),
                                        Authority.AGENT)),
                        Authority.MANAGER,
                        true,
                        usd("280.00"),
                        usd("30.00"),
                        List.of("paradox.prior-failure", "settlement.entitlement"),
                        "d71d641226f037a1c045fa61156397632ecb484d42dac4f6bf50f3708d4d890b"));
    }

    @Test
    void the_same_decision_about_the_same_failure_differs_in_nothing() {
        assertThat(DecisionRecord.of(CONTEXT, DECISION)
                        .differences(Examples.core().build(), decision("Call them.", 2, IDENTITY)))
                .isEmpty();
    }

    @Test
    void another_failure_is_told_by_its_digest() {
        FailureContext other = CONTEXT.toBuilder().champion(true).build();

        assertThat(DecisionRecord.of(CONTEXT, DECISION).differences(other, DECISION))
                .containsExactly("contextDigest");
    }

    @Test
    void another_policy_is_told() {
        RecoveryDecision other = decision("Call them.", 2, new PolicyIdentity("standard", "1.1", DIGEST));

        assertThat(DecisionRecord.of(CONTEXT, DECISION).differences(CONTEXT, other))
                .containsExactly("policy", "decisionDigest");
    }

    @Test
    void words_and_facts_that_it_does_not_hold_are_told_by_the_digest() {
        DecisionRecord record = DecisionRecord.of(CONTEXT, DECISION);

        assertThat(record.differences(CONTEXT, decision("Write to them.", 2, IDENTITY)))
                .containsExactly("decisionDigest");
        assertThat(record.differences(CONTEXT, decision("Call them.", 3, IDENTITY)))
                .containsExactly("decisionDigest");
    }

    @Test
    void every_component_of_a_decision_that_differs_is_told() {
        RecoveryDecision nothing = new RecoveryDecision(
                new ParadoxAssessment(Verdict.APPLIES, Set.of()),
                Set.of(),
                false,
                Approach.EMPATHISE,
                List.of(),
                Authority.AGENT,
                false,
                List.of(),
                List.of(),
                usd("0.00"),
                usd("0.00"),
                List.of(),
                IDENTITY);

        assertThat(DecisionRecord.of(CONTEXT, DECISION).differences(CONTEXT, nothing))
                .containsExactly(
                        "paradox",
                        "remedies",
                        "authority",
                        "humanReview",
                        "total",
                        "gestureTotal",
                        "rules",
                        "decisionDigest");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                argumentSet("no digest", "contextDigest must be given, but was null", (Change) d -> d.context = null),
                argumentSet(
                        "a digest cut short",
                        "contextDigest must be 64 hexadecimal digits in lower case, but was '12'",
                        (Change) d -> d.context = "12"),
                argumentSet("no policy", "policy must be given, but was null", (Change) d -> d.policy = null),
                argumentSet("no paradox", "paradox must be given, but was null", (Change) d -> d.paradox = null),
                argumentSet("no remedies", "remedies must be given, but was null", (Change) d -> d.remedies = null),
                argumentSet("a remedy that is none", "remedies[0] must be given, but was null", (Change)
                        d -> d.remedies = Arrays.asList((RecordedRemedy) null)),
                argumentSet(
                        "no authority", "authority must be one of AGENT, SUPERVISOR, MANAGER, but was null", (Change)
                                d -> d.authority = null),
                argumentSet("no total", "total must be given, but was null", (Change) d -> d.total = null),
                argumentSet("a total below 0", "total must be 0 or more, but was USD -0.01", (Change)
                        d -> d.total = usd("-0.01")),
                argumentSet("a gesture total below 0", "gestureTotal must be 0 or more, but was USD -0.01", (Change)
                        d -> d.gestureTotal = usd("-0.01")),
                argumentSet("no rules", "rules must be given, but was null", (Change) d -> d.rules = null),
                argumentSet(
                        "a blank rule", "rules must not be blank, but was ' '", (Change) d -> d.rules = List.of(" ")),
                argumentSet(
                        "a digest in capitals",
                        "decisionDigest must be 64 hexadecimal digits in lower case, but was '" + "A".repeat(64) + "'",
                        (Change) d -> d.decision = "A".repeat(64)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_is_no_record_is_refused(String message, Change change) {
        Draft draft = new Draft();
        assertThat(draft.record()).isNotNull();
        change.make(draft);

        assertThatIllegalArgumentException().isThrownBy(draft::record).withMessage(message);
    }

    @Test
    void an_amount_of_a_remedy_is_not_negative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordedRemedy(
                        RemedyKind.GIFT, Component.GESTURE, Optional.of(usd("-1.00")), Authority.AGENT))
                .withMessage("remedy.amount must be 0 or more, but was USD -1.00");
    }

    @Test
    void context_and_decision_must_be_given() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionRecord.of(null, DECISION))
                .withMessage("context must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionRecord.of(CONTEXT, null))
                .withMessage("decision must be given, but was null");
    }

    private static RecoveryDecision decision(String action, int priorFailures, PolicyIdentity policy) {
        Remedy owed = new Remedy(
                RemedyKind.REFUND,
                Component.ENTITLEMENT,
                Optional.of(usd("250.00")),
                Optional.of("EU261"),
                Authority.AGENT);
        return new RecoveryDecision(
                new ParadoxAssessment(Verdict.DOES_NOT_APPLY, Set.of(Barrier.PRIOR_FAILURE)),
                Set.of(Question.PRICE),
                false,
                Approach.FIX,
                List.of(owed, gesture("30.00"), apology()),
                Authority.MANAGER,
                true,
                List.of(new Step(StepKind.SOLVE, List.of("Solve it."))),
                List.of(new FollowUp(Period.ofDays(3), action)),
                usd("280.00"),
                usd("30.00"),
                List.of(
                        new Reason(
                                "paradox.prior-failure",
                                "it is not the first",
                                "Maxham 2002",
                                Map.of("history.priorFailures", priorFailures)),
                        new Reason(
                                "settlement.entitlement",
                                "it is owed",
                                "law",
                                Map.of("claim.entitlements", List.of(Examples.REFUND_OWED)))),
                policy);
    }

    @FunctionalInterface
    interface Change {
        void make(Draft draft);
    }

    /** A record in the making. */
    static final class Draft {
        String context = DIGEST;
        PolicyIdentity policy = IDENTITY;
        ParadoxAssessment paradox = new ParadoxAssessment(Verdict.APPLIES, Set.of());
        List<RecordedRemedy> remedies = List.of();
        Authority authority = Authority.AGENT;
        Money total = usd("0.00");
        Money gestureTotal = usd("0.00");
        List<String> rules = List.of();
        String decision = DIGEST;

        DecisionRecord record() {
            return new DecisionRecord(
                    context, policy, paradox, remedies, authority, false, total, gestureTotal, rules, decision);
        }
    }
}
