package org.recoveryrules.testkit.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.testkit.properties.Advisors.applying;
import static org.recoveryrules.testkit.properties.Advisors.offering;
import static org.recoveryrules.testkit.properties.Advisors.remedy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Vulnerability;

class PromisesTest {
    private static final Money TWENTY = Money.of(CurrencyUnit.USD, 20);
    private static final Money HUNDRED = Money.of(CurrencyUnit.USD, 100);
    private static final Money CENT = Money.ofMinor(CurrencyUnit.USD, 1);

    @Test
    void a_decision_that_changes_is_shown_on_the_simplest_context() {
        AtomicInteger decisions = new AtomicInteger();

        Trial trial = Trial.of(
                applying(context -> decisions.getAndIncrement() % 2 == 0), "equal_contexts_get_equal_decisions");

        assertBroken(
                trial,
                simplest(),
                "Equal contexts get equal decisions, but paradox: APPLIES the first time, DOES_NOT_APPLY"
                        + " because of SEVERITY the second time");
    }

    @Test
    void an_unknown_that_no_rule_asks_about_is_shown_alone() {
        Trial trial = Trial.of(
                applying(context -> context.failure().avoidability() != Avoidability.UNKNOWN
                        && context.failure().foreseeability() != Foreseeability.UNKNOWN),
                "unknowns_never_make_the_paradox_apply");

        assertBroken(
                trial,
                simplest().recurrence(Recurrence.UNKNOWN),
                "The paradox never applies where avoidability, foreseeability or recurrence is UNKNOWN, but it"
                        + " applies though nobody knows recurrence");
    }

    @Test
    void a_paradox_that_needs_harm_is_shown_with_the_milder_one_without() {
        Trial trial = Trial.of(
                applying(context -> context.failure().severity() == Severity.MODERATE),
                "worse_never_makes_the_paradox_apply");

        assertBroken(
                trial,
                simplest().severity(Severity.MODERATE),
                "Where the paradox applies, it applies to a milder failure too, but the verdict: APPLIES as the"
                        + " context is, DOES_NOT_APPLY because of SEVERITY with severity MINOR");
    }

    @Test
    void a_paradox_that_needs_a_prior_failure_is_shown_with_one() {
        Trial trial = Trial.of(
                applying(context -> context.history().priorFailures() > 0), "worse_never_makes_the_paradox_apply");

        assertBroken(
                trial,
                simplest().priorFailures(1),
                "Where the paradox applies, it applies to a milder failure too, but the verdict: APPLIES as the"
                        + " context is, DOES_NOT_APPLY because of SEVERITY with no prior failures");
    }

    @Test
    void an_entitlement_that_is_cut_is_shown_one_cent_beyond_the_cut() {
        Trial trial = Trial.of(
                offering(context -> Advisors.owed(context).stream()
                        .filter(owed -> !owed.amount().orElseThrow().isGreaterThan(HUNDRED))
                        .toList()),
                "entitlements_are_paid_in_full");

        assertBroken(
                trial,
                simplest().entitlement(RemedyKind.REFUND, HUNDRED.plus(CENT), "contract"),
                "What law or contract owes is paid in full, and an agent may grant it, but owed: REFUND USD"
                        + " 100.01 by contract (AGENT); paid: nothing");
    }

    @Test
    void restoration_that_shrinks_with_harm_is_shown_at_the_milder_harm() {
        Trial trial = Trial.of(
                offering(context -> context.failure().severity() == Severity.MAJOR
                        ? List.of(remedy(RemedyKind.CREDIT, Component.RESTORATION, TWENTY))
                        : List.of(remedy(RemedyKind.REFUND, Component.RESTORATION, HUNDRED))),
                "more_harm_is_restored_no_less");

        assertBroken(
                trial,
                simplest().severity(Severity.MODERATE),
                "More harm is restored no less, but RESTORATION: REFUND USD 100.00 with MODERATE harm, CREDIT"
                        + " USD 20.00 with MAJOR harm");
    }

    @Test
    void restoration_for_good_customers_is_shown_at_the_lifetime_value_that_buys_it() {
        Trial trial = Trial.of(
                offering(context -> context.customer().lifetimeValue().isLessThan(HUNDRED)
                        ? List.of()
                        : List.of(remedy(RemedyKind.REFUND, Component.RESTORATION, TWENTY))),
                "lifetime_value_buys_no_restoration");

        assertBroken(
                trial,
                simplest().lifetimeValue(HUNDRED),
                "Lifetime value counts for gestures only, but RESTORATION: nothing without a lifetime value,"
                        + " REFUND USD 20.00 with USD 100.00");
    }

    @Test
    void a_gesture_that_a_vulnerability_costs_is_shown_with_that_one() {
        Trial trial = Trial.of(
                offering(context -> context.customer().vulnerabilities().contains(Vulnerability.RESILIENCE)
                        ? List.of()
                        : List.of(remedy(RemedyKind.GIFT, Component.GESTURE, TWENTY))),
                "vulnerability_lowers_nothing");

        assertBroken(
                trial,
                simplest().vulnerabilities(Vulnerability.RESILIENCE),
                "A vulnerability lowers nothing, but GESTURE: GIFT USD 20.00 without a vulnerability, nothing"
                        + " with RESILIENCE");
    }

    @Test
    void a_contradicted_claim_that_gets_more_is_shown() {
        Trial trial = Trial.of(
                offering(context -> context.claim().status() == ClaimStatus.CONTRADICTED
                        ? List.of(remedy(RemedyKind.GIFT, Component.GESTURE, TWENTY))
                        : List.of()),
                "contradicted_claims_get_no_more");

        assertBroken(
                trial,
                simplest().status(ClaimStatus.CONTRADICTED),
                "A contradicted claim gets no more than a verified one, but GESTURE: GIFT USD 20.00 for the"
                        + " contradicted claim, nothing for the verified one");
    }

    @Test
    void gestures_beyond_the_cap_are_shown_at_the_lowest_price() {
        Trial trial = Trial.of(
                offering(context -> List.of(remedy(RemedyKind.GIFT, Component.GESTURE, TWENTY))),
                "gestures_keep_within_the_cap");

        assertBroken(
                trial,
                simplest().price(CENT),
                "Gestures and the refund of the price keep within the cap, but gestures are worth USD 20.00"
                        + " beside a refund of USD 0.00, and the cap for a price of USD 0.01 is USD 0.01");
    }

    @Test
    void a_request_that_is_ignored_is_shown_with_the_smallest_one() {
        Trial trial = Trial.of(offering(context -> List.of()), "refusals_are_reviewed");

        assertBroken(
                trial,
                simplest().requested(RemedyKind.REFUND, CENT),
                "What is requested is given, or a person looks, but REFUND USD 0.01 is requested, nothing is"
                        + " given, and nobody looks");
    }

    @ParameterizedTest
    @MethodSource("promises")
    void a_careful_advisor_keeps(String promise) {
        assertThat(Trial.of(Advisors.careful(), promise).counterexample()).isEmpty();
    }

    @Test
    void all_are_all() {
        assertThat(Promises.All.class.getInterfaces())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Promises.class.getDeclaredClasses())
                        .filter(promise -> promise != Promises.All.class)
                        .toList());
    }

    private static Stream<String> promises() {
        return Arrays.stream(Promises.All.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Property.class))
                .map(method -> method.getName())
                .sorted();
    }

    /** That the counterexample differs from the simplest context only where it matters. */
    private static void assertBroken(Trial trial, FailureContext.Builder counterexample, String told) {
        assertThat(trial.counterexample()).contains(counterexample.build());
        assertThat(trial.message().lines()).first().isEqualTo(told);
    }

    private static FailureContext.Builder simplest() {
        return FailureContext.builder()
                .severity(Severity.NEGLIGIBLE)
                .avoidability(Avoidability.UNAVOIDABLE)
                .foreseeability(Foreseeability.UNFORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(Money.zero(CurrencyUnit.USD));
    }
}
