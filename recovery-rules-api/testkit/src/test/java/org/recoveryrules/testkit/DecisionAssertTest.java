package org.recoveryrules.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.recoveryrules.api.Approach.FIX;
import static org.recoveryrules.api.Approach.HERO;
import static org.recoveryrules.api.Authority.AGENT;
import static org.recoveryrules.api.Authority.SUPERVISOR;
import static org.recoveryrules.api.Barrier.AVOIDABLE;
import static org.recoveryrules.api.Barrier.SEVERITY;
import static org.recoveryrules.api.Component.ENTITLEMENT;
import static org.recoveryrules.api.Component.GESTURE;
import static org.recoveryrules.api.Component.RESTORATION;
import static org.recoveryrules.api.Question.AVOIDABILITY;
import static org.recoveryrules.api.Question.CAUSE;
import static org.recoveryrules.api.Question.PRICE;
import static org.recoveryrules.api.RemedyKind.APOLOGY;
import static org.recoveryrules.api.RemedyKind.CREDIT;
import static org.recoveryrules.api.RemedyKind.GIFT;
import static org.recoveryrules.api.RemedyKind.REFUND;
import static org.recoveryrules.api.StepKind.ACKNOWLEDGE;
import static org.recoveryrules.api.StepKind.SOLVE;
import static org.recoveryrules.testkit.RecoveryAssertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Period;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryrules.api.RecoveryDecision;

class DecisionAssertTest {
    private static final CurrencyUnit USD = CurrencyUnit.USD;

    /** That of the class's documentation. */
    private static final RecoveryDecision DECISION = DecisionBuilder.in(USD)
            .barrier(SEVERITY)
            .ask(PRICE)
            .approach(FIX)
            .offer(REFUND, RESTORATION, "40")
            .offer(CREDIT, GESTURE, "5")
            .offer(APOLOGY)
            .escalate(SUPERVISOR)
            .step(SOLVE, "Send another one.")
            .followUp("P3D", "Ask whether it arrived.")
            .because("paradox.severe-failure", "this failure weighs too heavily on you")
            .because("settlement.cap", "this is as far as we go")
            .build();

    private static final RecoveryDecision NOTHING = DecisionBuilder.in(USD).build();
    private static final RecoveryDecision OPEN =
            DecisionBuilder.in(USD).ask(AVOIDABILITY).build();
    private static final RecoveryDecision AGAIN =
            DecisionBuilder.in(USD).doubleDeviation().review().build();

    private static final String OFFERED =
            "offers RESTORATION REFUND 40.00 USD, GESTURE CREDIT 5.00 USD, COMMUNICATION APOLOGY";

    /** A decision of which an assertion holds, one of which it does not, the assertion, and what its failure says first. */
    static Stream<Arguments> assertions() {
        return Stream.of(
                of(
                        "paradoxApplies",
                        NOTHING,
                        DECISION,
                        DecisionAssert::paradoxApplies,
                        "paradox APPLIES",
                        "DOES_NOT_APPLY: SEVERITY"),
                of(
                        "paradoxDoesNotApply",
                        DECISION,
                        NOTHING,
                        DecisionAssert::paradoxDoesNotApply,
                        "paradox DOES_NOT_APPLY",
                        "APPLIES"),
                of(
                        "paradoxIsUndetermined",
                        OPEN,
                        DECISION,
                        DecisionAssert::paradoxIsUndetermined,
                        "paradox UNDETERMINED",
                        "DOES_NOT_APPLY: SEVERITY"),
                of(
                        "isRuledOutBy",
                        DECISION,
                        NOTHING,
                        it -> it.isRuledOutBy(SEVERITY),
                        "ruled out by SEVERITY",
                        "ruled out by -"),
                fails(
                        "isRuledOutBy",
                        it -> it.isRuledOutBy(SEVERITY, AVOIDABLE),
                        "ruled out by SEVERITY AVOIDABLE",
                        "ruled out by SEVERITY"),
                fails(
                        "isRuledOutBy",
                        it -> it.isRuledOutBy(AVOIDABLE),
                        "ruled out by AVOIDABLE",
                        "ruled out by SEVERITY"),
                of("asks", DECISION, OPEN, it -> it.asks(PRICE), "asks PRICE", "asks AVOIDABILITY"),
                fails("asks", it -> it.asks(PRICE, CAUSE), "asks CAUSE PRICE", "asks PRICE"),
                of("asksNothing", NOTHING, DECISION, DecisionAssert::asksNothing, "asks -", "asks PRICE"),
                of(
                        "isDoubleDeviation",
                        AGAIN,
                        DECISION,
                        DecisionAssert::isDoubleDeviation,
                        "doubleDeviation true",
                        "doubleDeviation false"),
                of(
                        "isNoDoubleDeviation",
                        DECISION,
                        AGAIN,
                        DecisionAssert::isNoDoubleDeviation,
                        "doubleDeviation false",
                        "doubleDeviation true"),
                of("hasApproach", DECISION, NOTHING, it -> it.hasApproach(FIX), "approach FIX", "approach EMPATHISE"),
                fails("hasApproach", it -> it.hasApproach(HERO), "approach HERO", "approach FIX"),
                of("offers", DECISION, NOTHING, it -> it.offers(REFUND), "offers REFUND", "offers nothing"),
                fails("offers", it -> it.offers(GIFT), "offers GIFT", OFFERED),
                of(
                        "offers",
                        DECISION,
                        NOTHING,
                        it -> it.offers(REFUND, RESTORATION),
                        "offers RESTORATION REFUND",
                        "offers nothing"),
                fails("offers", it -> it.offers(REFUND, GESTURE), "offers GESTURE REFUND", OFFERED),
                of(
                        "offers",
                        DECISION,
                        NOTHING,
                        it -> it.offers(REFUND, RESTORATION, Money.of(USD, 40)),
                        "offers RESTORATION REFUND 40.00 USD",
                        "offers nothing"),
                fails(
                        "offers",
                        it -> it.offers(REFUND, RESTORATION, Money.of(USD, 50)),
                        "offers RESTORATION REFUND 50.00 USD",
                        OFFERED),
                of(
                        "offers",
                        DECISION,
                        NOTHING,
                        it -> it.offers(REFUND, RESTORATION, "40"),
                        "offers RESTORATION REFUND 40.00 USD",
                        "offers nothing"),
                fails(
                        "offers",
                        it -> it.offers(REFUND, RESTORATION, "40.01"),
                        "offers RESTORATION REFUND 40.01 USD",
                        OFFERED),
                of("offersNo", NOTHING, DECISION, it -> it.offersNo(REFUND), "offers no REFUND", OFFERED),
                of("offersNo", NOTHING, DECISION, it -> it.offersNo(GESTURE), "offers no GESTURE", OFFERED),
                of("offersExactly", NOTHING, DECISION, DecisionAssert::offersExactly, "offers exactly -", OFFERED),
                fails(
                        "offersExactly",
                        it -> it.offersExactly(APOLOGY, REFUND),
                        "offers exactly REFUND APOLOGY",
                        OFFERED),
                of("hasTotal", DECISION, NOTHING, it -> it.hasTotal("45"), "total 45.00 USD", "total 0.00 USD"),
                fails("hasTotal", it -> it.hasTotal("40"), "total 40.00 USD", "total 45.00 USD"),
                of(
                        "hasGestureTotal",
                        DECISION,
                        NOTHING,
                        it -> it.hasGestureTotal("5.00"),
                        "gestureTotal 5.00 USD",
                        "gestureTotal 0.00 USD"),
                fails(
                        "hasGestureTotal",
                        it -> it.hasGestureTotal("0"),
                        "gestureTotal 0.00 USD",
                        "gestureTotal 5.00 USD"),
                of(
                        "needsAuthority",
                        DECISION,
                        NOTHING,
                        it -> it.needsAuthority(SUPERVISOR),
                        "authority SUPERVISOR",
                        "authority AGENT"),
                fails("needsAuthority", it -> it.needsAuthority(AGENT), "authority AGENT", "authority SUPERVISOR"),
                of(
                        "needsHumanReview",
                        AGAIN,
                        DECISION,
                        DecisionAssert::needsHumanReview,
                        "humanReview true",
                        "humanReview false"),
                of(
                        "needsNoHumanReview",
                        DECISION,
                        AGAIN,
                        DecisionAssert::needsNoHumanReview,
                        "humanReview false",
                        "humanReview true"),
                of("hasSteps", DECISION, NOTHING, it -> it.hasSteps(SOLVE), "steps SOLVE", "steps -"),
                fails("hasSteps", it -> it.hasSteps(SOLVE, ACKNOWLEDGE), "steps ACKNOWLEDGE SOLVE", "steps SOLVE"),
                of(
                        "followsUpAfter",
                        DECISION,
                        NOTHING,
                        it -> it.followsUpAfter(Period.ofDays(3)),
                        "follows up after P3D",
                        "follows up after -"),
                fails(
                        "followsUpAfter",
                        it -> it.followsUpAfter(Period.ofDays(3), Period.ofMonths(1)),
                        "follows up after P3D P1M",
                        "follows up after P3D"),
                of(
                        "becauseOf",
                        DECISION,
                        NOTHING,
                        it -> it.becauseOf("paradox.severe-failure"),
                        "because of paradox.severe-failure",
                        "not because of paradox.severe-failure"),
                fails(
                        "becauseOf",
                        it -> it.becauseOf("settlement.cap", "paradox.prior-failure"),
                        "because of paradox.prior-failure settlement.cap",
                        "not because of paradox.prior-failure"),
                of(
                        "becauseOnlyOf",
                        DECISION,
                        NOTHING,
                        it -> it.becauseOnlyOf("paradox.severe-failure"),
                        "because only of paradox.severe-failure",
                        "not because of paradox.severe-failure"),
                fails(
                        "becauseOnlyOf",
                        it -> it.becauseOnlyOf("paradox.prior-failure"),
                        "because only of paradox.prior-failure",
                        "because of paradox.severe-failure too, not because of paradox.prior-failure"),
                fails(
                        "becauseOnlyOf",
                        DecisionAssert::becauseOnlyOf,
                        "because only of -",
                        "because of paradox.severe-failure too"),
                of(
                        "notBecauseOf",
                        NOTHING,
                        DECISION,
                        it -> it.notBecauseOf("settlement.cap", "paradox.prior-failure"),
                        "not because of paradox.prior-failure settlement.cap",
                        "because of settlement.cap"));
    }

    private static Arguments of(
            String name,
            RecoveryDecision passes,
            RecoveryDecision fails,
            Consumer<DecisionAssert> assertion,
            String expected,
            String was) {
        return arguments(name, passes, fails, assertion, expected, was);
    }

    /** Of {@link #DECISION} it does not hold; that it can hold is shown elsewhere. */
    private static Arguments fails(String name, Consumer<DecisionAssert> assertion, String expected, String was) {
        return arguments(name, DECISION, DECISION, assertion, expected, was);
    }

    @ParameterizedTest(name = "{0}: {4}")
    @MethodSource("assertions")
    void passes_and_fails(
            String name,
            RecoveryDecision passes,
            RecoveryDecision fails,
            Consumer<DecisionAssert> assertion,
            String expected,
            String was) {
        if (passes != fails) {
            assertion.accept(assertThat(passes));
        }

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertion.accept(assertThat(fails).as("a test")))
                .withMessage(
                        "[a test] %nexpected: %s%n but was: %s%n%nThe decision:%n%s",
                        expected, was, DecisionText.of(fails).indent(2));
    }

    @Test
    void every_assertion_is_shown_passing_and_failing() {
        Set<String> shown = assertions()
                .map(Arguments::get)
                .filter(row -> row[1] != row[2])
                .map(row -> (String) row[0])
                .collect(Collectors.toSet());

        assertThat(Stream.of(DecisionAssert.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .map(Method::getName)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void more_reasons_than_these_are_told_from_no_other() {
        assertThat(DECISION).becauseOf("paradox.severe-failure", "settlement.cap");
        assertThat(DECISION)
                .offersExactly(REFUND, CREDIT, APOLOGY)
                .offersNo(GIFT)
                .offersNo(ENTITLEMENT);
        assertThat(DECISION).notBecauseOf("paradox.prior-failure", "settlement.limit");
    }

    @Test
    void the_whole_failure_is_one_page() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(DECISION).paradoxApplies())
                .withMessage("""

                        expected: paradox APPLIES
                         but was: DOES_NOT_APPLY: SEVERITY

                        The decision:
                          paradox          DOES_NOT_APPLY: SEVERITY
                          questions        PRICE
                          doubleDeviation  false
                          approach         FIX
                          remedies         RESTORATION    REFUND            40.00 USD  AGENT
                                           GESTURE        CREDIT             5.00 USD  AGENT
                                           COMMUNICATION  APOLOGY                      AGENT
                          authority        SUPERVISOR
                          humanReview      false
                          steps            SOLVE: Send another one.
                          followUps        P3D: Ask whether it arrived.
                          total            45.00 USD
                          gestureTotal     5.00 USD
                          reasons          paradox.severe-failure
                                           settlement.cap
                          policy           stub 1 (0000000000000000000000000000000000000000000000000000000000000000)
                        """);
    }

    @Test
    void nothing_to_look_for_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(DECISION).isRuledOutBy())
                .withMessage("barriers must be one or more, but were none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(DECISION).asks())
                .withMessage("questions must be one or more, but were none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(DECISION).becauseOf())
                .withMessage("rules must be one or more, but were none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(DECISION).notBecauseOf())
                .withMessage("rules must be one or more, but were none");
    }

    @Test
    void what_is_no_amount_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(DECISION).hasTotal("45.001"))
                .withMessage("amount must be a number of at most 2 decimals, such as 5.00, but was '45.001'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(DECISION).offers(REFUND, RESTORATION, "40 USD"))
                .withMessage("amount must be a number of at most 2 decimals, such as 5.00, but was '40 USD'");
    }

    @Test
    void no_decision_fails() {
        RecoveryDecision none = null;

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(none).hasTotal("5"))
                .withMessageContaining("Expecting actual not to be null");
    }
}
