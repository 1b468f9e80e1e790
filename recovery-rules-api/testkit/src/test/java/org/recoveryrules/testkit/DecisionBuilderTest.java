package org.recoveryrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Step;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;

class DecisionBuilderTest {
    private static final CurrencyUnit USD = CurrencyUnit.USD;

    private final DecisionBuilder builder = DecisionBuilder.in(USD);

    private static Remedy remedy(RemedyKind kind, Component component, Optional<String> amount, Authority authority) {
        return new Remedy(
                kind,
                component,
                amount.map(sum -> Money.parse("USD " + sum)),
                component == Component.ENTITLEMENT ? Optional.of("contract") : Optional.empty(),
                authority);
    }

    @Test
    void with_nothing_the_paradox_applies_and_nothing_is_offered() {
        assertThat(builder.build())
                .isEqualTo(new RecoveryDecision(
                        new ParadoxAssessment(Verdict.APPLIES, Set.of()),
                        Set.of(),
                        false,
                        Approach.EMPATHISE,
                        List.of(),
                        Authority.AGENT,
                        false,
                        List.of(),
                        List.of(),
                        Money.zero(USD),
                        Money.zero(USD),
                        List.of(),
                        new PolicyIdentity("stub", "1", "0".repeat(64))));
    }

    @Test
    void order_sums_and_authority_follow_as_in_a_policy() {
        Remedy owed = remedy(RemedyKind.CREDIT, Component.ENTITLEMENT, Optional.of("7.00"), Authority.AGENT);
        Remedy unpriced = remedy(RemedyKind.REPLACEMENT, Component.RESTORATION, Optional.empty(), Authority.MANAGER);
        RecoveryDecision decision = builder.offer(RemedyKind.APOLOGY)
                .offer(RemedyKind.GIFT, Component.GESTURE, "2")
                .offer(RemedyKind.CREDIT, Component.GESTURE, "5.50")
                .remedy(unpriced)
                .offer(RemedyKind.REFUND, Component.RESTORATION, "40")
                .remedy(owed)
                .step(StepKind.FOLLOW_UP, "Call.")
                .step(StepKind.ACKNOWLEDGE, "Listen.")
                .step(StepKind.FOLLOW_UP, "Write.")
                .followUp("P1Y", "Ask again.")
                .followUp("P31D", "Ask.")
                .followUp("P1M", "Call.")
                .because("b.rule", "of this")
                .reason(new Reason("a.rule", "of that", "a book", Map.of("failure.accepted", true)))
                .doubleDeviation()
                .review()
                .approach(Approach.HERO)
                .escalate(Authority.SUPERVISOR)
                .build();

        assertThat(decision.remedies())
                .containsExactly(
                        owed,
                        remedy(RemedyKind.REFUND, Component.RESTORATION, Optional.of("40.00"), Authority.AGENT),
                        unpriced,
                        remedy(RemedyKind.CREDIT, Component.GESTURE, Optional.of("5.50"), Authority.AGENT),
                        remedy(RemedyKind.GIFT, Component.GESTURE, Optional.of("2.00"), Authority.AGENT),
                        remedy(RemedyKind.APOLOGY, Component.COMMUNICATION, Optional.empty(), Authority.AGENT));
        assertThat(decision.total()).isEqualTo(Money.parse("USD 54.50"));
        assertThat(decision.gestureTotal()).isEqualTo(Money.parse("USD 7.50"));
        assertThat(decision.authority()).isEqualTo(Authority.MANAGER);
        assertThat(decision.steps())
                .containsExactly(
                        new Step(StepKind.ACKNOWLEDGE, List.of("Listen.")),
                        new Step(StepKind.FOLLOW_UP, List.of("Call.", "Write.")));
        assertThat(decision.followUps())
                .containsExactly(
                        new FollowUp(Period.ofMonths(1), "Call."),
                        new FollowUp(Period.ofDays(31), "Ask."),
                        new FollowUp(Period.ofYears(1), "Ask again."));
        assertThat(decision.reasons()).extracting(Reason::rule).containsExactly("a.rule", "b.rule");
        assertThat(decision.doubleDeviation()).isTrue();
        assertThat(decision.humanReview()).isTrue();
        assertThat(decision.approach()).isEqualTo(Approach.HERO);
    }

    @Test
    void the_highest_role_counts() {
        assertThat(builder.escalate(Authority.MANAGER)
                        .escalate(Authority.SUPERVISOR)
                        .build()
                        .authority())
                .isEqualTo(Authority.MANAGER);
    }

    @Test
    void a_question_that_concerns_the_verdict_leaves_it_open_unless_there_is_a_barrier() {
        assertThat(builder.ask(Question.PRICE).build().paradox().verdict()).isEqualTo(Verdict.APPLIES);
        assertThat(builder.ask(Question.RECURRENCE).build().paradox().verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(builder.barrier(Barrier.SEVERITY).build().paradox())
                .isEqualTo(new ParadoxAssessment(Verdict.DOES_NOT_APPLY, Set.of(Barrier.SEVERITY)));
    }

    @Test
    void what_a_decision_cannot_hold_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.offer(RemedyKind.REFUND))
                .withMessage("REFUND is not words: its offer needs a component and an amount,"
                        + " offer(REFUND, RESTORATION, \"12.50\")");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.offer(RemedyKind.REFUND, Component.ENTITLEMENT, "5"))
                .withMessage("remedy.basis must be given for ENTITLEMENT, but was absent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.offer(RemedyKind.REFUND, Component.GESTURE, "five"))
                .withMessage("amount must be a number of at most 2 decimals, such as 5.00, but was 'five'");
    }
}
