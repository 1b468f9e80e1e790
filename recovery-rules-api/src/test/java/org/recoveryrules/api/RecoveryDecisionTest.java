package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.recoveryrules.api.Examples.IDENTITY;
import static org.recoveryrules.api.Examples.apology;
import static org.recoveryrules.api.Examples.eur;
import static org.recoveryrules.api.Examples.gesture;
import static org.recoveryrules.api.Examples.usd;

import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecoveryDecisionTest {
    private final Draft draft = new Draft();

    @Test
    void total_is_the_sum_of_all_amounts_and_gesture_total_that_of_the_gestures() {
        draft.remedies = List.of(refund("250.00"), gesture("30.00"), gesture("5.50"), unpriced(), apology());
        draft.total = usd("285.50");
        draft.gestureTotal = usd("35.50");
        RecoveryDecision decision = draft.decision();
        assertThat(decision.total()).isEqualTo(usd("285.50"));
        assertThat(decision.gestureTotal()).isEqualTo(usd("35.50"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("total must be the sum of the amounts, USD 280.00, but was USD 279.99", d -> {
                    d.remedies = List.of(refund("250.00"), gesture("30.00"));
                    d.total = usd("279.99");
                    d.gestureTotal = usd("30.00");
                }),
                fault("gestureTotal must be the sum of the amounts, USD 30.00, but was USD 280.00", d -> {
                    d.remedies = List.of(refund("250.00"), gesture("30.00"));
                    d.total = usd("280.00");
                    d.gestureTotal = usd("280.00");
                }),
                fault("total must be the sum of the amounts, USD 0.00, but was USD -0.01", d -> d.total = usd("-0.01")),
                fault(
                        "gestureTotal must be in USD, the currency of the decision, but was EUR 0.00",
                        d -> d.gestureTotal = eur("0.00")),
                fault("remedy.amount must be in EUR, the currency of the decision, but was USD 30.00", d -> {
                    d.remedies = List.of(gesture("30.00"));
                    d.total = eur("30.00");
                    d.gestureTotal = eur("30.00");
                }),
                fault("paradox must be given, but was null", d -> d.paradox = null),
                fault("questions must be given, but was null", d -> d.questions = null),
                fault(
                        "questions must be one of AVOIDABILITY, FORESEEABILITY, RECURRENCE, CAUSE, PRICE, "
                                + "FAIR_SOLUTION, but was null",
                        d -> d.questions = Collections.singleton(null)),
                fault("approach must be one of EMPATHISE, FIX, HERO, RED_CARPET, but was null", d -> d.approach = null),
                fault("remedies must be given, but was null", d -> d.remedies = null),
                fault("remedies[1] must be given, but was null", d -> d.remedies = Arrays.asList(apology(), null)),
                fault("authority must be one of AGENT, SUPERVISOR, MANAGER, but was null", d -> d.authority = null),
                fault("steps must be given, but was null", d -> d.steps = null),
                fault("steps[0] must be given, but was null", d -> d.steps = Collections.singletonList(null)),
                fault("followUps must be given, but was null", d -> d.followUps = null),
                fault("followUps[0] must be given, but was null", d -> d.followUps = Collections.singletonList(null)),
                fault("total must be given, but was null", d -> d.total = null),
                fault("gestureTotal must be given, but was null", d -> d.gestureTotal = null),
                fault("reasons must be given, but was null", d -> d.reasons = null),
                fault("reasons[0] must be given, but was null", d -> d.reasons = Collections.singletonList(null)),
                fault("policy must be given, but was null", d -> d.policy = null));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_decision_that_does_not_hold_together_is_refused(String fault, Consumer<Draft> edit) {
        edit.accept(draft);
        assertThatIllegalArgumentException().isThrownBy(draft::decision).withMessage(fault);
    }

    @Test
    void the_authority_is_not_below_that_of_a_remedy() {
        draft.remedies = List.of(apology(), call(Authority.SUPERVISOR));
        draft.authority = Authority.AGENT;
        assertThatIllegalArgumentException()
                .isThrownBy(draft::decision)
                .withMessage("authority must be SUPERVISOR at least, the authority of PERSONAL_CALL, but was AGENT");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUPERVISOR", "MANAGER"})
    void the_authority_is_that_of_a_remedy_or_higher(Authority authority) {
        draft.remedies = List.of(apology(), call(Authority.SUPERVISOR));
        draft.authority = authority;
        assertThat(draft.decision().authority()).isEqualTo(authority);
    }

    @Test
    void questions_are_copied_in_the_order_of_declaration() {
        List<Question> backwards = Arrays.asList(Question.values());
        Collections.reverse(backwards);
        draft.questions = new LinkedHashSet<>(backwards);
        RecoveryDecision decision = draft.decision();
        draft.questions.clear();
        assertThat(decision.questions()).containsExactly(Question.values()).isUnmodifiable();
    }

    @Test
    void lists_are_copied_in_the_given_order() {
        Step acknowledge = new Step(StepKind.ACKNOWLEDGE, List.of("We failed you."));
        Step solve = new Step(StepKind.SOLVE, List.of("This is what we do."));
        FollowUp soon = new FollowUp(Period.ofDays(3), "call");
        FollowUp late = new FollowUp(Period.ofMonths(1), "write");
        Reason first = new Reason("a.first", "because", "source", Map.of());
        Reason second = new Reason("b.second", "because", "source", Map.of());
        draft.remedies = new ArrayList<>(List.of(apology(), call(Authority.AGENT)));
        draft.steps = new ArrayList<>(List.of(acknowledge, solve));
        draft.followUps = new ArrayList<>(List.of(soon, late));
        draft.reasons = new ArrayList<>(List.of(first, second));
        RecoveryDecision decision = draft.decision();
        Stream.of(draft.remedies, draft.steps, draft.followUps, draft.reasons).forEach(List::clear);
        assertThat(decision.remedies())
                .containsExactly(apology(), call(Authority.AGENT))
                .isUnmodifiable();
        assertThat(decision.steps()).containsExactly(acknowledge, solve).isUnmodifiable();
        assertThat(decision.followUps()).containsExactly(soon, late).isUnmodifiable();
        assertThat(decision.reasons()).containsExactly(first, second).isUnmodifiable();
    }

    @Test
    void equal_components_make_equal_decisions() {
        RecoveryDecision decision = draft.decision();
        assertThat(new Draft().decision()).isEqualTo(decision).hasSameHashCodeAs(decision);
        draft.humanReview = true;
        assertThat(draft.decision()).isNotEqualTo(decision);
    }

    private static Arguments fault(String text, Consumer<Draft> edit) {
        return argumentSet(text, text, edit);
    }

    private static Remedy refund(String amount) {
        return new Remedy(
                RemedyKind.REFUND,
                Component.ENTITLEMENT,
                Optional.of(usd(amount)),
                Optional.of("EU261"),
                Authority.AGENT);
    }

    private static Remedy unpriced() {
        return new Remedy(RemedyKind.DISCOUNT, Component.GESTURE, Optional.empty(), Optional.empty(), Authority.AGENT);
    }

    private static Remedy call(Authority authority) {
        return new Remedy(
                RemedyKind.PERSONAL_CALL, Component.COMMUNICATION, Optional.empty(), Optional.empty(), authority);
    }

    /** A decision to be, valid until a test changes it. */
    private static final class Draft {
        private ParadoxAssessment paradox = new ParadoxAssessment(Verdict.APPLIES, Set.of());
        private Set<Question> questions = Set.of();
        private Approach approach = Approach.EMPATHISE;
        private List<Remedy> remedies = List.of();
        private Authority authority = Authority.AGENT;
        private boolean humanReview;
        private List<Step> steps = List.of();
        private List<FollowUp> followUps = List.of();
        private Money total = usd("0.00");
        private Money gestureTotal = usd("0.00");
        private List<Reason> reasons = List.of();
        private PolicyIdentity policy = IDENTITY;

        RecoveryDecision decision() {
            return new RecoveryDecision(
                    paradox,
                    questions,
                    false,
                    approach,
                    remedies,
                    authority,
                    humanReview,
                    steps,
                    followUps,
                    total,
                    gestureTotal,
                    reasons,
                    policy);
        }
    }
}
