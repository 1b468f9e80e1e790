package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.recoveryrules.api.Examples.CREDIT_OWED;
import static org.recoveryrules.api.Examples.REFUND_OWED;
import static org.recoveryrules.api.Examples.core;
import static org.recoveryrules.api.Examples.eur;
import static org.recoveryrules.api.Examples.usd;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureContextTest {
    private static final FailureContext NOTHING_BY_DEFAULT = FailureContext.builder()
            .severity(Severity.CRITICAL)
            .avoidability(Avoidability.AVOIDABLE)
            .foreseeability(Foreseeability.FORESEEABLE)
            .recurrence(Recurrence.RECURRING)
            .type(FailureType.EMPLOYEE_CONDUCT)
            .resourceLost(ResourceLost.MONEY)
            .causedBy(Cause.PROVIDER)
            .price(usd("120.00"))
            .loss(usd("7.50"))
            .accepted(false)
            .priorFailures(2)
            .lastRecovery(LastRecovery.POOR)
            .similar(true)
            .lifetimeValue(usd("900.00"))
            .expectation(Expectation.HIGH)
            .mood(Mood.ANGRY)
            .vulnerabilities(Vulnerability.HEALTH, Vulnerability.CAPABILITY)
            .reach(Reach.PUBLIC)
            .champion(true)
            .status(ClaimStatus.CONTRADICTED)
            .compensatedClaims(3)
            .entitlement(RemedyKind.REFUND, usd("250.00"), "EU261")
            .entitlement(RemedyKind.CREDIT, usd("30.00"), "SLA")
            .requested(RemedyKind.UPGRADE, usd("80.00"))
            .aware(false)
            .delay(Duration.ofHours(36))
            .apologies(1)
            .explanation(Explanation.THIRD_PARTY_VERIFIED)
            .risks(AreaRisk.NEW_OFFERING)
            .build();

    @Test
    void five_core_inputs_suffice_and_all_else_has_the_default_of_the_vocabulary() {
        assertThat(core().build())
                .isEqualTo(new FailureContext(
                        new ServiceFailure(
                                Severity.MINOR,
                                Avoidability.UNAVOIDABLE,
                                Foreseeability.UNFORESEEABLE,
                                Recurrence.ONE_OFF,
                                FailureType.OUTCOME,
                                ResourceLost.NONE,
                                Cause.UNKNOWN,
                                Optional.empty(),
                                usd("0.00"),
                                true),
                        new FailureHistory(0, LastRecovery.NONE, false),
                        new Customer(usd("5000.00"), Expectation.UNKNOWN, Mood.CALM, Set.of(), Reach.PRIVATE, false),
                        new Claim(ClaimStatus.VERIFIED, 0, List.of(), Optional.empty()),
                        new Handling(true, Duration.ZERO, 0, Explanation.NONE),
                        new Area(Set.of())));
    }

    @Test
    void each_builder_method_sets_its_own_component() {
        assertThat(NOTHING_BY_DEFAULT)
                .isEqualTo(new FailureContext(
                        new ServiceFailure(
                                Severity.CRITICAL,
                                Avoidability.AVOIDABLE,
                                Foreseeability.FORESEEABLE,
                                Recurrence.RECURRING,
                                FailureType.EMPLOYEE_CONDUCT,
                                ResourceLost.MONEY,
                                Cause.PROVIDER,
                                Optional.of(usd("120.00")),
                                usd("7.50"),
                                false),
                        new FailureHistory(2, LastRecovery.POOR, true),
                        new Customer(
                                usd("900.00"),
                                Expectation.HIGH,
                                Mood.ANGRY,
                                Set.of(Vulnerability.CAPABILITY, Vulnerability.HEALTH),
                                Reach.PUBLIC,
                                true),
                        new Claim(
                                ClaimStatus.CONTRADICTED,
                                3,
                                List.of(REFUND_OWED, CREDIT_OWED),
                                Optional.of(new RequestedRemedy(RemedyKind.UPGRADE, Optional.of(usd("80.00"))))),
                        new Handling(false, Duration.ofHours(36), 1, Explanation.THIRD_PARTY_VERIFIED),
                        new Area(Set.of(AreaRisk.NEW_OFFERING))));
    }

    @Test
    void prior_failures_without_a_last_recovery_default_to_unknown() {
        assertThat(core().priorFailures(1).build().history())
                .isEqualTo(new FailureHistory(1, LastRecovery.UNKNOWN, false));
    }

    @Test
    void loss_defaults_to_nothing_in_the_currency_of_the_lifetime_value() {
        assertThat(core().lifetimeValue(eur("5.00")).build().failure().loss()).isEqualTo(eur("0.00"));
    }

    @Test
    void currency_is_that_of_the_lifetime_value() {
        assertThat(core().lifetimeValue(eur("0.00")).build().currency()).isEqualTo(CurrencyUnit.EUR);
    }

    @Test
    void missing_core_inputs_are_all_named_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(FailureContext.builder()::build)
                .withMessage("missing core input: customer.lifetimeValue (money, 0 or more); "
                        + "failure.avoidability (one of UNAVOIDABLE, AVOIDABLE, UNKNOWN); "
                        + "failure.foreseeability (one of UNFORESEEABLE, FORESEEABLE, UNKNOWN); "
                        + "failure.severity (one of NEGLIGIBLE, MINOR, MODERATE, MAJOR, CRITICAL); "
                        + "history.priorFailures (a number, 0 or more)");
    }

    @Test
    void a_single_missing_core_input_is_named_alone() {
        FailureContext.Builder builder = FailureContext.builder()
                .severity(Severity.MINOR)
                .avoidability(Avoidability.UNKNOWN)
                .foreseeability(Foreseeability.UNKNOWN)
                .lifetimeValue(usd("1.00"));
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("missing core input: history.priorFailures (a number, 0 or more)");
    }

    static Stream<Arguments> nullCoreInputs() {
        return Stream.of(
                edit("failure.severity (one of NEGLIGIBLE, MINOR, MODERATE, MAJOR, CRITICAL)", b -> b.severity(null)),
                edit("failure.avoidability (one of UNAVOIDABLE, AVOIDABLE, UNKNOWN)", b -> b.avoidability(null)),
                edit(
                        "failure.foreseeability (one of UNFORESEEABLE, FORESEEABLE, UNKNOWN)",
                        b -> b.foreseeability(null)),
                edit("customer.lifetimeValue (money, 0 or more)", b -> b.lifetimeValue(null)));
    }

    @ParameterizedTest
    @MethodSource("nullCoreInputs")
    void a_core_input_that_is_null_is_missing(String input, UnaryOperator<FailureContext.Builder> edit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> edit.apply(core()).build())
                .withMessage("missing core input: " + input);
    }

    static Stream<Arguments> nullArguments() {
        return Stream.of(
                edit("failure.recurrence must be one of ONE_OFF, RECURRING, UNKNOWN", b -> b.recurrence(null)),
                edit(
                        "failure.type must be one of OUTCOME, PROCESS, UNMET_REQUEST, EMPLOYEE_CONDUCT",
                        b -> b.type(null)),
                edit(
                        "failure.resourceLost must be one of MONEY, GOODS, SERVICE, ATTENTION, NONE",
                        b -> b.resourceLost(null)),
                edit(
                        "failure.causedBy must be one of PROVIDER, THIRD_PARTY, CUSTOMER, OTHER_CUSTOMER, "
                                + "FORCE_MAJEURE, UNKNOWN",
                        b -> b.causedBy(null)),
                edit("failure.loss must be given", b -> b.loss(null)),
                edit("history.lastRecovery must be one of NONE, GOOD, POOR, UNKNOWN", b -> b.lastRecovery(null)),
                edit("customer.expectation must be one of LOW, HIGH, UNKNOWN", b -> b.expectation(null)),
                edit("customer.mood must be one of CALM, UPSET, ANGRY", b -> b.mood(null)),
                edit("customer.vulnerabilities must be given", b -> b.vulnerabilities((Set<Vulnerability>) null)),
                edit("customer.vulnerabilities must be given", b -> b.vulnerabilities((Vulnerability[]) null)),
                edit(
                        "customer.vulnerabilities must be one of HEALTH, LIFE_EVENT, RESILIENCE, CAPABILITY",
                        b -> b.vulnerabilities(Vulnerability.HEALTH, null)),
                edit("customer.reach must be one of PRIVATE, REVIEWS, PUBLIC", b -> b.reach(null)),
                edit("claim.status must be one of VERIFIED, UNVERIFIED, CONTRADICTED", b -> b.status(null)),
                edit("claim.entitlements must be given", b -> b.entitlements(null)),
                edit("claim.entitlements.amount must be given", b -> b.entitlement(RemedyKind.REFUND, null, "EU261")),
                edit(
                        "claim.entitlements.basis must be given",
                        b -> b.entitlement(RemedyKind.REFUND, usd("1.00"), null)),
                edit("handling.delay must be given", b -> b.delay(null)),
                edit("handling.explanation must be one of NONE, THIRD_PARTY_VERIFIED", b -> b.explanation(null)),
                edit("area.risks must be given", b -> b.risks((Set<AreaRisk>) null)),
                edit("area.risks must be given", b -> b.risks((AreaRisk[]) null)),
                edit(
                        "area.risks must be one of COMPLEX_SCHEDULING, MANY_DEPARTMENTS, NEW_OFFERING, HIGH_TURNOVER",
                        b -> b.risks(AreaRisk.NEW_OFFERING, null)));
    }

    @ParameterizedTest
    @MethodSource("nullArguments")
    void null_is_refused_where_a_value_must_be_given(String fault, UnaryOperator<FailureContext.Builder> edit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> edit.apply(core()).build())
                .withMessage(fault + ", but was null");
    }

    @Test
    void a_request_for_money_without_an_amount_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> core().requested(RemedyKind.REFUND, null))
                .withMessage("claim.requested.amount must be given for REFUND, but was absent");
    }

    @Test
    void null_price_and_null_request_say_that_nothing_is_known() {
        FailureContext context = NOTHING_BY_DEFAULT.toBuilder()
                .price(null)
                .requested((RequestedRemedy) null)
                .build();
        assertThat(context.failure().price()).isEmpty();
        assertThat(context.claim().requested()).isEmpty();
    }

    static Stream<Arguments> foreignMoney() {
        return Stream.of(
                edit(
                        "failure.loss must be in USD, the currency of the context, but was EUR 0.00",
                        b -> b.loss(eur("0.00"))),
                edit(
                        "failure.price must be in USD, the currency of the context, but was EUR 2.00",
                        b -> b.price(eur("2.00"))),
                edit(
                        "claim.entitlements.amount must be in USD, the currency of the context, but was EUR 3.00",
                        b -> b.entitlements(List.of(REFUND_OWED)).entitlement(RemedyKind.CREDIT, eur("3.00"), "SLA")),
                edit(
                        "claim.requested.amount must be in USD, the currency of the context, but was EUR 4.00",
                        b -> b.requested(RemedyKind.GIFT, eur("4.00"))),
                edit(
                        "failure.loss must be in EUR, the currency of the context, but was USD 1.00",
                        b -> b.loss(usd("1.00")).lifetimeValue(eur("5.00"))));
    }

    @ParameterizedTest
    @MethodSource("foreignMoney")
    void money_of_another_currency_is_an_error_and_never_a_conversion(
            String fault, UnaryOperator<FailureContext.Builder> edit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> edit.apply(core()).build())
                .withMessage(fault);
    }

    @Test
    void all_money_may_be_of_any_one_currency() {
        FailureContext context = core().lifetimeValue(eur("1.00"))
                .loss(eur("2.00"))
                .price(eur("3.00"))
                .entitlement(RemedyKind.REFUND, eur("4.00"), "EU261")
                .requested(RemedyKind.GIFT, eur("5.00"))
                .build();
        assertThat(Stream.of(
                                context.customer().lifetimeValue(),
                                context.failure().loss(),
                                context.failure().price().orElseThrow(),
                                context.claim().entitlements().get(0).amount(),
                                context.claim()
                                        .requested()
                                        .orElseThrow()
                                        .amount()
                                        .orElseThrow())
                        .map(Money::getCurrencyUnit))
                .containsOnly(CurrencyUnit.EUR);
    }

    @ParameterizedTest
    @MethodSource("partNames")
    void no_part_may_be_null(String missing) {
        FailureContext c = NOTHING_BY_DEFAULT;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FailureContext(
                        missing.equals("failure") ? null : c.failure(),
                        missing.equals("history") ? null : c.history(),
                        missing.equals("customer") ? null : c.customer(),
                        missing.equals("claim") ? null : c.claim(),
                        missing.equals("handling") ? null : c.handling(),
                        missing.equals("area") ? null : c.area()))
                .withMessage(missing + " must be given, but was null");
    }

    static Stream<String> partNames() {
        return Stream.of(FailureContext.class.getRecordComponents()).map(RecordComponent::getName);
    }

    @Test
    void to_builder_forgets_no_component() throws ReflectiveOperationException {
        Map<String, Object> defaults = flat(core().build());
        assertThat(flat(NOTHING_BY_DEFAULT))
                .as("a component at its default would not be missed")
                .allSatisfy((component, value) -> assertThat(value).isNotEqualTo(defaults.get(component)));
        assertThat(NOTHING_BY_DEFAULT.toBuilder().build()).isEqualTo(NOTHING_BY_DEFAULT);
    }

    @Test
    void to_builder_of_the_defaults_builds_an_equal_context() {
        assertThat(core().build().toBuilder().build()).isEqualTo(core().build());
    }

    @Test
    void what_is_at_its_default_follows_what_differs() {
        FailureContext first = core().build();
        FailureContext second = first.toBuilder().priorFailures(1).build();
        assertThat(second.history().lastRecovery()).isEqualTo(LastRecovery.UNKNOWN);
        assertThat(second.toBuilder().priorFailures(0).build()).isEqualTo(first);
        assertThat(first.toBuilder()
                        .lifetimeValue(eur("1.00"))
                        .build()
                        .failure()
                        .loss())
                .isEqualTo(eur("0.00"));
    }

    @Test
    void to_builder_lets_state_only_what_differs() {
        FailureContext calmer = NOTHING_BY_DEFAULT.toBuilder().mood(Mood.CALM).build();
        assertThat(calmer).isNotEqualTo(NOTHING_BY_DEFAULT);
        assertThat(calmer.toBuilder().mood(Mood.ANGRY).build()).isEqualTo(NOTHING_BY_DEFAULT);
    }

    @Test
    void equal_inputs_give_equal_contexts() {
        assertThat(core().risks(AreaRisk.NEW_OFFERING, AreaRisk.HIGH_TURNOVER).build())
                .isEqualTo(core().risks(AreaRisk.HIGH_TURNOVER, AreaRisk.NEW_OFFERING)
                        .build())
                .hasSameHashCodeAs(core().risks(AreaRisk.HIGH_TURNOVER, AreaRisk.NEW_OFFERING)
                        .build());
    }

    @Test
    void entitlement_adds_and_entitlements_replaces() {
        FailureContext.Builder builder = core().entitlement(RemedyKind.GIFT, usd("1.00"), "contract")
                .entitlements(List.of(REFUND_OWED))
                .entitlement(RemedyKind.CREDIT, usd("30.00"), "SLA");
        assertThat(builder.build().claim().entitlements()).containsExactly(REFUND_OWED, CREDIT_OWED);
    }

    @Test
    void later_changes_of_the_collections_of_the_caller_change_nothing() {
        List<Entitlement> entitlements = new ArrayList<>(List.of(REFUND_OWED));
        Set<Vulnerability> vulnerabilities = EnumSet.of(Vulnerability.HEALTH);
        Set<AreaRisk> risks = EnumSet.of(AreaRisk.NEW_OFFERING);
        FailureContext.Builder builder = core().entitlements(entitlements)
                .vulnerabilities(vulnerabilities)
                .risks(risks);
        entitlements.add(CREDIT_OWED);
        vulnerabilities.add(Vulnerability.CAPABILITY);
        risks.add(AreaRisk.HIGH_TURNOVER);
        FailureContext context = builder.build();
        assertThat(context.claim().entitlements()).containsExactly(REFUND_OWED);
        assertThat(context.customer().vulnerabilities()).containsExactly(Vulnerability.HEALTH);
        assertThat(context.area().risks()).containsExactly(AreaRisk.NEW_OFFERING);
    }

    @Test
    void a_builder_can_go_on_without_changing_what_it_built() {
        FailureContext.Builder builder = core().entitlements(List.of(REFUND_OWED));
        FailureContext before = builder.build();
        FailureContext after =
                builder.entitlement(RemedyKind.CREDIT, usd("30.00"), "SLA").build();
        assertThat(before.claim().entitlements()).containsExactly(REFUND_OWED);
        assertThat(after.claim().entitlements()).containsExactly(REFUND_OWED, CREDIT_OWED);
    }

    @Test
    void sets_can_be_given_as_constants_or_as_a_set() {
        FailureContext constants = core().vulnerabilities(Vulnerability.RESILIENCE, Vulnerability.HEALTH)
                .risks(AreaRisk.HIGH_TURNOVER, AreaRisk.MANY_DEPARTMENTS)
                .build();
        FailureContext sets = core().vulnerabilities(Set.of(Vulnerability.RESILIENCE, Vulnerability.HEALTH))
                .risks(Set.of(AreaRisk.HIGH_TURNOVER, AreaRisk.MANY_DEPARTMENTS))
                .build();
        assertThat(constants).isEqualTo(sets);
        assertThat(sets.customer().vulnerabilities()).containsExactly(Vulnerability.HEALTH, Vulnerability.RESILIENCE);
        assertThat(sets.area().risks()).containsExactly(AreaRisk.MANY_DEPARTMENTS, AreaRisk.HIGH_TURNOVER);
    }

    @Test
    void no_constants_empty_a_set() {
        FailureContext context =
                NOTHING_BY_DEFAULT.toBuilder().vulnerabilities().risks().build();
        assertThat(context.customer().vulnerabilities()).isEmpty();
        assertThat(context.area().risks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"APOLOGY", "INCIDENT_REPORT"})
    void words_are_requested_without_an_amount(RemedyKind words) {
        assertThat(core().requested(words).build().claim().requested())
                .contains(new RequestedRemedy(words, Optional.empty()));
    }

    private static Arguments edit(String text, UnaryOperator<FailureContext.Builder> edit) {
        return argumentSet(text, text, edit);
    }

    /** All components of all parts, by the names of the vocabulary. */
    private static Map<String, Object> flat(FailureContext context) throws ReflectiveOperationException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent part : FailureContext.class.getRecordComponents()) {
            Object partValue = part.getAccessor().invoke(context);
            for (RecordComponent component : part.getType().getRecordComponents()) {
                values.put(
                        part.getName() + "." + component.getName(),
                        component.getAccessor().invoke(partValue));
            }
        }
        return values;
    }
}
