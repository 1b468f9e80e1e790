package org.recoveryrules.testkit.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.RandomGenerator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.AreaRisk;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.Expectation;
import org.recoveryrules.api.Explanation;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FailureType;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Mood;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.Reach;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Vulnerability;
import org.recoveryrules.testkit.PolicyUnderTest;
import org.recoveryrules.testkit.Threshold;

/** Run by jqwik, outside of which nothing is arbitrary. */
class FailureContextsTest {
    private static final int CONTEXTS = 6_000;
    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static final CurrencyUnit JPY = CurrencyUnit.JPY;

    @Example
    void uniform_constants_come_up_as_often_as_each_other() {
        List<FailureContext> contexts = some(FailureContexts.uniform(USD));

        assertEven(Severity.class, contexts, context -> context.failure().severity());
        assertEven(Avoidability.class, contexts, context -> context.failure().avoidability());
        assertEven(Foreseeability.class, contexts, context -> context.failure().foreseeability());
        assertEven(Recurrence.class, contexts, context -> context.failure().recurrence());
        assertEven(FailureType.class, contexts, context -> context.failure().type());
        assertEven(ResourceLost.class, contexts, context -> context.failure().resourceLost());
        assertEven(Cause.class, contexts, context -> context.failure().causedBy());
        assertEven(Expectation.class, contexts, context -> context.customer().expectation());
        assertEven(Mood.class, contexts, context -> context.customer().mood());
        assertEven(Reach.class, contexts, context -> context.customer().reach());
        assertEven(ClaimStatus.class, contexts, context -> context.claim().status());
        assertEven(Explanation.class, contexts, context -> context.handling().explanation());
    }

    @Example
    void uniform_yes_and_no_come_up_as_often_as_each_other() {
        List<FailureContext> contexts = some(FailureContexts.uniform(USD));

        assertThat(share(contexts, context -> context.failure().accepted())).isCloseTo(0.5, within(0.03));
        assertThat(share(contexts, context -> context.customer().champion())).isCloseTo(0.5, within(0.03));
        assertThat(share(contexts, context -> context.handling().aware())).isCloseTo(0.5, within(0.03));
        assertThat(share(contexts, context -> context.failure().priceKnown())).isCloseTo(0.8, within(0.03));
        assertThat(share(contexts, context -> context.claim().requestMade())).isCloseTo(0.5, within(0.03));
    }

    @Example
    void every_constant_of_a_set_a_list_and_a_request_comes_up() {
        List<FailureContext> contexts = some(FailureContexts.uniform(USD));

        assertThat(seen(contexts, context -> context.customer().vulnerabilities().stream()))
                .containsExactlyInAnyOrder(Vulnerability.values());
        assertThat(seen(contexts, context -> context.area().risks().stream()))
                .containsExactlyInAnyOrder(AreaRisk.values());
        assertThat(seen(contexts, context -> context.claim().entitledKinds().stream()))
                .containsExactlyInAnyOrder(Arrays.stream(RemedyKind.values())
                        .filter(kind -> !kind.isWords())
                        .toArray(RemedyKind[]::new));
        assertThat(seen(
                        contexts,
                        context -> context.claim().requested().stream().map(RequestedRemedy::kind)))
                .containsExactlyInAnyOrder(RemedyKind.values());
        assertThat(seen(contexts, context -> Stream.of(context.history().lastRecovery())))
                .containsExactlyInAnyOrder(LastRecovery.values());
        assertThat(seen(contexts, context -> Stream.of(context.history().similar())))
                .containsExactlyInAnyOrder(true, false);
        assertThat(seen(
                        contexts,
                        context -> Stream.of(context.claim().entitlements().size())))
                .containsExactlyInAnyOrder(0, 1, 2);
    }

    @Example
    void uniform_numbers_are_within_what_is_usual() {
        List<FailureContext> contexts = some(FailureContexts.uniform(USD));

        assertThat(seen(contexts, context -> Stream.of(context.history().priorFailures())))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(seen(contexts, context -> Stream.of(context.customer().lifetimeValue())))
                .allMatch(value -> !value.isGreaterThan(usd("100000")))
                .hasSizeGreaterThan(CONTEXTS / 2);
        assertThat(seen(contexts, context -> Stream.of(context.handling().delay())))
                .allMatch(delay -> delay.compareTo(Duration.ofDays(7)) <= 0)
                .hasSizeGreaterThan(CONTEXTS / 2);
    }

    @Example
    void numbers_at_boundaries_are_the_ends() {
        List<FailureContext> contexts = some(FailureContexts.boundaries(JPY));

        assertThat(seen(contexts, context -> Stream.of(context.claim().compensatedClaims())))
                .containsExactlyInAnyOrder(0, 1, 10, Integer.MAX_VALUE - 1, Integer.MAX_VALUE);
        assertThat(seen(contexts, context -> context.failure().price().stream()))
                .extracting(Money::getAmountMajorLong)
                .containsExactlyInAnyOrder(1L, 2L, 1_000L, 999_999_999_999L, 1_000_000_000_000L);
        assertThat(seen(
                        contexts,
                        context -> context.claim().entitlements().stream().map(Entitlement::amount)))
                .extracting(Money::getAmountMajorLong)
                .containsExactlyInAnyOrder(1L, 2L, 1_000L, 999_999_999_999L, 1_000_000_000_000L);
        assertThat(seen(contexts, context -> Stream.of(context.handling().delay())))
                .containsExactlyInAnyOrder(
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        Duration.ofDays(7),
                        Duration.ofDays(36_500).minusSeconds(1),
                        Duration.ofDays(36_500));
    }

    @Example
    void defaults_are_frequent_at_boundaries() {
        List<FailureContext> contexts = some(FailureContexts.boundaries(USD));

        assertThat(share(contexts, context -> context.failure().causedBy() == Cause.UNKNOWN))
                .isCloseTo(0.5 + 0.5 / 6, within(0.03));
        assertThat(share(contexts, context -> context.failure().loss().isZero()))
                .isCloseTo(0.5 + 0.5 / 5, within(0.03));
        assertThat(share(contexts, context -> context.failure().priceKnown())).isCloseTo(0.5 * 0.8, within(0.03));
    }

    @Example
    void numbers_at_thresholds_are_one_less_the_same_and_one_more() {
        PolicyUnderTest policy = policy(
                USD,
                new Threshold("priorFailures", List.of(0, 3)),
                new Threshold("loss", List.of(new BigDecimal("99.5"))),
                new Threshold("delay", List.of(Duration.ofHours(24))),
                new Threshold("severity", List.of(Severity.MAJOR)));

        List<FailureContext> contexts = some(FailureContexts.thresholds(policy));

        assertThat(seen(contexts, context -> Stream.of(context.history().priorFailures())))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(seen(contexts, context -> Stream.of(context.failure().loss())))
                .containsExactlyInAnyOrder(usd("0"), usd("99.49"), usd("99.50"), usd("99.51"));
        assertThat(seen(contexts, context -> Stream.of(context.handling().delay())))
                .containsExactlyInAnyOrder(
                        Duration.ZERO,
                        Duration.parse("PT23H59M59S"),
                        Duration.parse("PT24H"),
                        Duration.parse("PT24H1S"));
        assertThat(seen(contexts, context -> Stream.of(context.claim().compensatedClaims())))
                .as("what no rule compares")
                .hasSize(11);
    }

    @Example
    void a_threshold_between_two_units_has_the_units_around_it() {
        PolicyUnderTest policy = policy(JPY, new Threshold("loss", List.of(new BigDecimal("99.5"))));

        assertThat(seen(
                        some(FailureContexts.thresholds(policy)),
                        context -> Stream.of(context.failure().loss())))
                .extracting(Money::getAmountMajorLong)
                .containsExactlyInAnyOrder(0L, 98L, 99L, 100L);
    }

    @Example
    void a_threshold_beyond_all_there_can_be_is_the_most() {
        PolicyUnderTest policy = policy(JPY, new Threshold("loss", List.of(new BigDecimal("1E+30"))));

        assertThat(seen(
                        some(FailureContexts.thresholds(policy)),
                        context -> Stream.of(context.failure().loss())))
                .extracting(Money::getAmountMajorLong)
                .containsExactlyInAnyOrder(0L, 999_999_999_999L, 1_000_000_000_000L);
    }

    @Example
    void for_a_policy_all_three_kinds_come_up_in_its_currency() {
        PolicyUnderTest policy = policy(JPY, new Threshold("delay", List.of(Duration.ofHours(24))));

        List<FailureContext> contexts = some(FailureContexts.any(policy));

        assertThat(seen(contexts, context -> Stream.of(context.currency()))).containsExactly(JPY);
        Set<Duration> delays =
                seen(contexts, context -> Stream.of(context.handling().delay()));
        assertThat(delays)
                .contains(Duration.ofSeconds(1), Duration.ofDays(36_500), Duration.ofHours(24))
                .hasSizeGreaterThan(CONTEXTS / 6);
    }

    @Property(tries = 100)
    void a_bare_parameter_is_in_us_dollars_where_no_policy_is_tested(@ForAll FailureContext context) {
        assertThat(context.currency()).isEqualTo(USD);
    }

    private static List<FailureContext> some(Arbitrary<FailureContext> contexts) {
        RandomGenerator<FailureContext> generator = contexts.generator(CONTEXTS);
        Random random = new Random(20261122);
        return Stream.generate(() -> generator.next(random).value())
                .limit(CONTEXTS)
                .toList();
    }

    private static <T> Set<T> seen(List<FailureContext> contexts, Function<FailureContext, Stream<T>> values) {
        return contexts.stream().flatMap(values).collect(Collectors.toSet());
    }

    private static double share(List<FailureContext> contexts, Function<FailureContext, Boolean> condition) {
        return (double) contexts.stream().filter(condition::apply).count() / contexts.size();
    }

    private static <E extends Enum<E>> void assertEven(
            Class<E> type, List<FailureContext> contexts, Function<FailureContext, E> component) {
        for (E constant : type.getEnumConstants()) {
            assertThat(share(contexts, context -> component.apply(context) == constant))
                    .as(constant.toString())
                    .isCloseTo(1.0 / type.getEnumConstants().length, within(0.03));
        }
    }

    private static Money usd(String amount) {
        return Money.of(USD, new BigDecimal(amount));
    }

    /** A policy of which nothing but the currency and the thresholds is known. */
    private static PolicyUnderTest policy(CurrencyUnit currency, Threshold... thresholds) {
        Policy policy =
                new Policy(new PolicyIdentity("by-hand", "1", "0".repeat(64)), currency, Period.ZERO, List.of());
        return (PolicyUnderTest) Proxy.newProxyInstance(
                PolicyUnderTest.class.getClassLoader(),
                new Class<?>[] {PolicyUnderTest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "policy" -> policy;
                    case "thresholds" -> List.of(thresholds);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
