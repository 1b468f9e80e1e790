package org.recoveryrules.drools.fuzz;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.AreaRisk;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.Vulnerability;
import org.recoveryrules.drools.RandomContexts;

/** Contexts built by somebody who passes on whatever comes: most of it at the end of its range, some of it beyond. */
final class AnyContexts {
    private static final List<String> SUMS = List.of(
            "0",
            "0.01",
            "0.005",
            "-0.01",
            "-1",
            "1",
            "33.33",
            "99.99",
            "2147483648",
            "9223372036854775808",
            "999999999999999999.99",
            "1000000000000000000",
            "1e40",
            "1e300",
            "-1e300");
    private static final List<Integer> COUNTS =
            List.of(0, 1, 2, 3, -1, 999_999_999, Integer.MAX_VALUE, Integer.MIN_VALUE);
    private static final List<Duration> DELAYS = List.of(
            Duration.ZERO,
            Duration.ofNanos(1),
            Duration.ofHours(24),
            Duration.ofHours(24).plusNanos(1),
            Duration.ofSeconds(Long.MAX_VALUE),
            Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
            Duration.ofSeconds(Long.MIN_VALUE),
            Duration.ofNanos(-1));
    private static final List<String> TEXTS = List.of(
            "contract",
            "",
            " ",
            "\u0000",
            "\ud800",
            "\udc00\ud800",
            "\u202egnirts",
            "\ud83d\ude00",
            "a\r\nb",
            "\"",
            "\\",
            "@{1 + 1}",
            "${x}",
            "%s",
            "x".repeat(10_000),
            "\u0300".repeat(1_000));

    private final CurrencyUnit currency;
    private final RandomGenerator random;
    private final RandomContexts sound;
    private final List<Consumer<FailureContext.Builder>> changes = List.of(
            builder -> builder.price(sum()),
            builder -> builder.loss(sum()),
            builder -> builder.lifetimeValue(sum()),
            builder -> builder.priorFailures(count()),
            builder -> builder.lastRecovery(any(LastRecovery.values())),
            builder -> builder.similar(true),
            builder -> builder.compensatedClaims(count()),
            builder -> builder.apologies(count()),
            builder -> builder.delay(any(DELAYS)),
            builder -> builder.entitlement(any(RemedyKind.values()), sum(), any(TEXTS)),
            builder -> builder.requested(any(RemedyKind.values()), sum()),
            builder -> builder.requested(any(RemedyKind.values())),
            builder -> builder.requested(new RequestedRemedy(any(RemedyKind.values()), Optional.of(sum()))),
            builder -> builder.entitlements(owed()),
            builder -> builder.vulnerabilities(Set.of(Vulnerability.values())),
            builder -> builder.risks(AreaRisk.values()));

    /**
     * Begins to build.
     *
     * @param currency the currency of nearly all money
     * @param random says what
     */
    AnyContexts(CurrencyUnit currency, RandomGenerator random) {
        this.currency = currency;
        this.random = random;
        this.sound = new RandomContexts(currency, random);
    }

    /**
     * The next context.
     *
     * @throws IllegalArgumentException if what came cannot be a context
     */
    FailureContext next() {
        FailureContext.Builder builder = sound.next().toBuilder();
        do {
            any(changes).accept(builder);
        } while (random.nextInt(3) > 0);
        return builder.build();
    }

    private Money sum() {
        CurrencyUnit unit = random.nextInt(200) == 0 ? CurrencyUnit.CHF : currency;
        return Money.of(unit, new BigDecimal(any(SUMS)), RoundingMode.DOWN);
    }

    private List<Entitlement> owed() {
        return Stream.generate(() -> new Entitlement(RemedyKind.CREDIT, Money.ofMinor(currency, 1), any(TEXTS)))
                .limit(1 + random.nextInt(50))
                .toList();
    }

    private int count() {
        return any(COUNTS);
    }

    private <T> T any(T[] choices) {
        return any(Arrays.asList(choices));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
