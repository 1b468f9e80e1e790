package org.recoveryrules.drools.mutation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.AreaRisk;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.Expectation;
import org.recoveryrules.api.Explanation;
import org.recoveryrules.api.FailureContext.Builder;
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
 * Other values for the components of a context, drawn at random: every constant, and numbers around those that a rule names.
 * Confined to one thread.
 */
final class Variations {
    /** With prior failures; the default first. */
    private static final LastRecovery[] PAST = {LastRecovery.UNKNOWN, LastRecovery.GOOD, LastRecovery.POOR};

    private static final Boolean[] TRUTH = {true, false};
    private static final Comparator<BigDecimal> ROUNDEST_FIRST = Comparator.comparingInt(
                    (BigDecimal number) -> number.stripTrailingZeros().precision())
            .thenComparing(Comparator.naturalOrder());
    private static final int LARGEST = 999_999_999;
    /** The components that a field is derived from, where it has not their name. */
    private static final Map<String, String> DERIVED = Map.of(
            "vulnerable", "vulnerabilities",
            "entitledKinds", "entitlements",
            "requestMade", "requested",
            "breakProne", "risks",
            "lastRecovery", "priorFailures",
            "similar", "priorFailures");

    private final Map<String, Values> values = new LinkedHashMap<>();
    private final List<String> components;
    private final CurrencyUnit currency;
    private final List<BigDecimal> near;
    private final List<BigDecimal> far;

    /** Values of a component: some, the simplest first, and any. */
    private record Values(List<Consumer<Builder>> simple, BiConsumer<Builder, RandomGenerator> draw) {}

    /**
     * Variations in a currency.
     *
     * @param near numbers that matter most
     * @param far others, one or more
     */
    Variations(CurrencyUnit currency, List<BigDecimal> near, List<BigDecimal> far) {
        this.currency = currency;
        this.near = near;
        this.far = far;
        constant("severity", Severity.values(), Severity.MINOR, Builder::severity);
        constant("avoidability", Avoidability.values(), Avoidability.UNAVOIDABLE, Builder::avoidability);
        constant("foreseeability", Foreseeability.values(), Foreseeability.UNFORESEEABLE, Builder::foreseeability);
        constant("recurrence", Recurrence.values(), Recurrence.ONE_OFF, Builder::recurrence);
        constant("type", FailureType.values(), FailureType.OUTCOME, Builder::type);
        constant("resourceLost", ResourceLost.values(), ResourceLost.NONE, Builder::resourceLost);
        constant("causedBy", Cause.values(), Cause.UNKNOWN, Builder::causedBy);
        number("price", context -> context.price(null), (context, sum) -> context.price(money(sum)));
        number("loss", context -> context.loss(Money.zero(currency)), (context, sum) -> context.loss(money(sum)));
        constant("accepted", TRUTH, true, Builder::accepted);
        history("priorFailures");
        number(
                "lifetimeValue",
                context -> context.lifetimeValue(Money.ofMajor(currency, 1000)),
                (context, sum) -> context.lifetimeValue(money(sum)));
        constant("expectation", Expectation.values(), Expectation.UNKNOWN, Builder::expectation);
        constant("mood", Mood.values(), Mood.CALM, Builder::mood);
        component(
                "vulnerabilities",
                context -> context.vulnerabilities(Set.of()),
                (context, random) -> context.vulnerabilities(some(Vulnerability.values(), random)));
        constant("reach", Reach.values(), Reach.PRIVATE, Builder::reach);
        constant("champion", TRUTH, false, Builder::champion);
        constant("status", ClaimStatus.values(), ClaimStatus.VERIFIED, Builder::status);
        number(
                "compensatedClaims",
                context -> context.compensatedClaims(0),
                (context, number) -> context.compensatedClaims(whole(number)));
        component(
                "entitlements",
                context -> context.entitlements(List.of()),
                (context, random) -> context.entitlements(entitlements(random)));
        component("requested", context -> context.requested((RequestedRemedy) null), this::drawRequested);
        constant("aware", TRUTH, true, Builder::aware);
        number(
                "delay",
                context -> context.delay(Duration.ZERO),
                (context, number) -> context.delay(Duration.ofHours(whole(number))));
        number("apologies", context -> context.apologies(0), (context, number) -> context.apologies(whole(number)));
        constant("explanation", Explanation.values(), Explanation.NONE, Builder::explanation);
        component(
                "risks",
                context -> context.risks(Set.of()),
                (context, random) -> context.risks(some(AreaRisk.values(), random)));
        components = List.copyOf(values.keySet());
    }

    /** The component that a field of a fact shows. */
    String component(String field) {
        String component = DERIVED.getOrDefault(field, field);
        return components.stream().filter(component::startsWith).findFirst().orElse("severity");
    }

    List<String> components() {
        return components;
    }

    /** Draws another value for a component. */
    void vary(Builder context, String component, RandomGenerator random) {
        values.get(component).draw().accept(context, random);
    }

    /** What sets a component to its default, or one of the core to what is mild; then to numbers, the roundest first. */
    List<Consumer<Builder>> simple(String component) {
        return values.get(component).simple();
    }

    private <E> void constant(String name, E[] constants, E mildest, BiConsumer<Builder, E> setter) {
        component(
                name,
                context -> setter.accept(context, mildest),
                (context, random) -> setter.accept(context, any(constants, random)));
    }

    private void number(String name, Consumer<Builder> reset, BiConsumer<Builder, BigDecimal> setter) {
        List<Consumer<Builder>> simple = new ArrayList<>(List.of(reset));
        Stream.concat(near.stream(), far.stream())
                .distinct()
                .sorted(ROUNDEST_FIRST)
                .forEach(number -> simple.add(context -> setter.accept(context, number)));
        values.put(name, new Values(simple, (context, random) -> setter.accept(context, number(random))));
    }

    private void component(String name, Consumer<Builder> reset, BiConsumer<Builder, RandomGenerator> draw) {
        values.put(name, new Values(List.of(reset), draw));
    }

    /** Without prior failures, or with a few. */
    private void history(String name) {
        List<Consumer<Builder>> simple = new ArrayList<>();
        simple.add(context -> history(context, 0, LastRecovery.NONE));
        for (LastRecovery last : PAST) {
            for (int priorFailures = 1; priorFailures <= 3; priorFailures++) {
                int before = priorFailures;
                simple.add(context -> history(context, before, last));
            }
        }
        values.put(name, new Values(simple, this::drawHistory));
    }

    private static Builder history(Builder context, int priorFailures, LastRecovery last) {
        return context.priorFailures(priorFailures).lastRecovery(last).similar(false);
    }

    private void drawHistory(Builder context, RandomGenerator random) {
        int priorFailures = whole(number(random));
        history(context, priorFailures, priorFailures == 0 ? LastRecovery.NONE : any(PAST, random))
                .similar(priorFailures > 0 && random.nextBoolean());
    }

    private void drawRequested(Builder context, RandomGenerator random) {
        RemedyKind kind = any(RemedyKind.values(), random);
        if (random.nextInt(4) == 0) {
            context.requested((RequestedRemedy) null);
        } else if (kind.isWords()) {
            context.requested(kind);
        } else {
            context.requested(kind, positive(random));
        }
    }

    private List<Entitlement> entitlements(RandomGenerator random) {
        RemedyKind kind = any(RemedyKind.values(), random);
        return random.nextInt(3) == 0 || kind.isWords()
                ? List.of()
                : List.of(new Entitlement(kind, positive(random), "contract"));
    }

    private Money positive(RandomGenerator random) {
        Money money = money(number(random));
        return money.isZero() ? Money.ofMajor(currency, 1) : money;
    }

    private Money money(BigDecimal number) {
        return Money.of(currency, number, RoundingMode.DOWN);
    }

    private static int whole(BigDecimal number) {
        return number.min(BigDecimal.valueOf(LARGEST)).intValue();
    }

    private BigDecimal number(RandomGenerator random) {
        List<BigDecimal> numbers = near.isEmpty() || random.nextBoolean() ? far : near;
        return numbers.get(random.nextInt(numbers.size()));
    }

    private static <E extends Enum<E>> Set<E> some(E[] constants, RandomGenerator random) {
        return random.nextInt(3) == 0 ? Set.of() : Set.of(any(constants, random));
    }

    private static <E> E any(E[] values, RandomGenerator random) {
        return values[random.nextInt(values.length)];
    }
}
