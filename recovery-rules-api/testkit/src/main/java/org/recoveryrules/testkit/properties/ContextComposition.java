package org.recoveryrules.testkit.properties;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Builders.BuilderCombinator;
import net.jqwik.api.Combinators;
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
import org.recoveryrules.api.FailureHistory;
import org.recoveryrules.api.FailureType;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Mood;
import org.recoveryrules.api.Reach;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Vulnerability;

/**
 * How a context is put together from arbitrary components. What is left out has the default of {@link FailureContext}, to
 * which it shrinks.
 *
 * @param currency the currency of all sums
 * @param given how often an optional component is given, 0 to 1
 * @param numbers how numbers are chosen
 */
record ContextComposition(CurrencyUnit currency, double given, Numbers numbers) {
    private static final int MOST_ENTITLEMENTS = 2;
    private static final double MOSTLY = 0.8;
    private static final double OTHER_ONE = 0.5;

    /** Chooses the numbers of a component within their range. */
    @FunctionalInterface
    interface Numbers {
        Arbitrary<Long> of(String component, Range range);
    }

    /** No edge cases of jqwik's: the numbers are chosen already, and extreme constants are not special. */
    Arbitrary<FailureContext> contexts() {
        BuilderCombinator<FailureContext.Builder> builder = core(Builders.withBuilder(FailureContext::builder));
        return handling(claim(customer(failure(builder))))
                .build(FailureContext.Builder::build)
                .withoutEdgeCases();
    }

    private BuilderCombinator<FailureContext.Builder> core(BuilderCombinator<FailureContext.Builder> builder) {
        return builder.use(from(Severity.NEGLIGIBLE))
                .in(FailureContext.Builder::severity)
                .use(from(Avoidability.UNAVOIDABLE))
                .in(FailureContext.Builder::avoidability)
                .use(from(Foreseeability.UNFORESEEABLE))
                .in(FailureContext.Builder::foreseeability)
                .use(histories())
                .in((built, history) -> built.priorFailures(history.priorFailures())
                        .lastRecovery(history.lastRecovery())
                        .similar(history.similar()))
                .use(money("lifetimeValue", Range.money(currency, 0, 100_000)))
                .in(FailureContext.Builder::lifetimeValue);
    }

    private BuilderCombinator<FailureContext.Builder> failure(BuilderCombinator<FailureContext.Builder> builder) {
        builder = maybe(builder, from(Recurrence.ONE_OFF), FailureContext.Builder::recurrence);
        builder = maybe(builder, from(FailureType.OUTCOME), FailureContext.Builder::type);
        builder = maybe(builder, from(ResourceLost.NONE), FailureContext.Builder::resourceLost);
        builder = maybe(builder, from(Cause.UNKNOWN), FailureContext.Builder::causedBy);
        builder = maybe(builder, worth("price").optional(MOSTLY), (built, price) -> built.price(price.orElse(null)));
        builder = maybe(builder, money("loss", Range.money(currency, 0, 1_000)), FailureContext.Builder::loss);
        return maybe(builder, Arbitraries.of(true, false), FailureContext.Builder::accepted);
    }

    private BuilderCombinator<FailureContext.Builder> customer(BuilderCombinator<FailureContext.Builder> builder) {
        builder = maybe(builder, from(Expectation.UNKNOWN), FailureContext.Builder::expectation);
        builder = maybe(builder, from(Mood.CALM), FailureContext.Builder::mood);
        builder = maybe(
                builder,
                Arbitraries.subsetOf(Vulnerability.values()),
                (built, vulnerabilities) -> built.vulnerabilities(vulnerabilities));
        builder = maybe(builder, from(Reach.PRIVATE), FailureContext.Builder::reach);
        return maybe(builder, Arbitraries.of(false, true), FailureContext.Builder::champion);
    }

    private BuilderCombinator<FailureContext.Builder> claim(BuilderCombinator<FailureContext.Builder> builder) {
        builder = maybe(builder, from(ClaimStatus.VERIFIED), FailureContext.Builder::status);
        builder = maybe(builder, count("compensatedClaims"), FailureContext.Builder::compensatedClaims);
        builder = maybe(builder, entitlements(), FailureContext.Builder::entitlements);
        return maybe(
                builder, requests().optional(OTHER_ONE), (built, requested) -> built.requested(requested.orElse(null)));
    }

    private BuilderCombinator<FailureContext.Builder> handling(BuilderCombinator<FailureContext.Builder> builder) {
        builder = maybe(builder, Arbitraries.of(true, false), FailureContext.Builder::aware);
        builder = maybe(
                builder, numbers.of("delay", Range.DELAY).map(Duration::ofSeconds), FailureContext.Builder::delay);
        builder = maybe(builder, count("apologies"), FailureContext.Builder::apologies);
        builder = maybe(builder, from(Explanation.NONE), FailureContext.Builder::explanation);
        return maybe(builder, Arbitraries.subsetOf(AreaRisk.values()), (built, risks) -> built.risks(risks));
    }

    private <T> BuilderCombinator<FailureContext.Builder> maybe(
            BuilderCombinator<FailureContext.Builder> builder,
            Arbitrary<T> component,
            BiFunction<FailureContext.Builder, T, FailureContext.Builder> setter) {
        return builder.use(component).withProbability(given).in(setter);
    }

    private Arbitrary<FailureHistory> histories() {
        Arbitrary<LastRecovery> recoveries = Arbitraries.of(LastRecovery.UNKNOWN, LastRecovery.GOOD, LastRecovery.POOR);
        return Combinators.combine(count("priorFailures"), recoveries, Arbitraries.of(false, true))
                .as((failures, recovery, similar) -> failures == 0
                        ? new FailureHistory(0, LastRecovery.NONE, false)
                        : new FailureHistory(failures, recovery, similar));
    }

    private Arbitrary<List<Entitlement>> entitlements() {
        Arbitrary<RemedyKind> kinds = from(RemedyKind.REFUND).filter(kind -> !kind.isWords());
        return Combinators.combine(kinds, worth("entitlements"), Arbitraries.of("contract", "law"))
                .as(Entitlement::new)
                .list()
                .ofMaxSize(MOST_ENTITLEMENTS);
    }

    private Arbitrary<RequestedRemedy> requests() {
        return Combinators.combine(from(RemedyKind.REFUND), worth("requested"))
                .as((kind, worth) -> new RequestedRemedy(kind, kind.isWords() ? Optional.empty() : Optional.of(worth)));
    }

    /** More than nothing. */
    private Arbitrary<Money> worth(String component) {
        return money(component, Range.money(currency, 1, 1_000));
    }

    private Arbitrary<Money> money(String component, Range range) {
        return numbers.of(component, range).map(units -> Money.ofMinor(currency, units));
    }

    private Arbitrary<Integer> count(String component) {
        return numbers.of(component, Range.COUNT).map(Math::toIntExact);
    }

    /** All constants of a type, the simplest first, to which they shrink. */
    private static <E extends Enum<E>> Arbitrary<E> from(E simplest) {
        List<E> constants = new ArrayList<>(List.of(simplest.getDeclaringClass().getEnumConstants()));
        constants.remove(simplest);
        constants.add(0, simplest);
        return Arbitraries.of(constants);
    }
}
