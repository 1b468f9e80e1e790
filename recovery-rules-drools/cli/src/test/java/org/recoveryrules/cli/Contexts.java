package org.recoveryrules.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.AreaRisk;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Expectation;
import org.recoveryrules.api.Explanation;
import org.recoveryrules.api.FailureContext;
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
import org.recoveryrules.drools.json.ContextJson;

/** Failure contexts for tests. */
final class Contexts {
    private static final List<String> TEXTS =
            List.of("contract", "§ 7 (EU) 261/2004", "\"quoted\" \\ and\ttabbed\nlines", "☂ 𝄞 \u2028 \u0000 ﷽");

    private static final List<Duration> DELAYS = List.of(
            Duration.ZERO,
            Duration.ofHours(24),
            Duration.ofSeconds(86_401),
            Duration.ofDays(400),
            Duration.ofSeconds(5, 120_000_000));

    private Contexts() {}

    /** The five inputs that every caller gives, in US dollars. */
    static FailureContext.Builder core() {
        return FailureContext.builder()
                .severity(Severity.MINOR)
                .avoidability(Avoidability.UNAVOIDABLE)
                .foreseeability(Foreseeability.UNFORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(Money.of(CurrencyUnit.USD, 5_000));
    }

    /** Any context in one currency. */
    static FailureContext random(RandomGenerator random, CurrencyUnit currency) {
        int priorFailures = Math.max(0, random.nextInt(6) - 2);
        FailureContext.Builder builder = FailureContext.builder()
                .severity(any(Severity.values(), random))
                .avoidability(any(Avoidability.values(), random))
                .foreseeability(any(Foreseeability.values(), random))
                .recurrence(any(Recurrence.values(), random))
                .type(any(FailureType.values(), random))
                .resourceLost(any(ResourceLost.values(), random))
                .causedBy(any(Cause.values(), random))
                .loss(random.nextBoolean() ? Money.zero(currency) : money(50_000, currency, random))
                .accepted(random.nextBoolean())
                .priorFailures(priorFailures)
                .lastRecovery(priorFailures == 0 ? LastRecovery.NONE : LastRecovery.values()[1 + random.nextInt(3)])
                .similar(priorFailures > 0 && random.nextBoolean())
                .lifetimeValue(random.nextInt(5) == 0 ? Money.zero(currency) : money(30_000_000, currency, random))
                .expectation(any(Expectation.values(), random))
                .mood(any(Mood.values(), random))
                .vulnerabilities(anyOf(Vulnerability.values(), random))
                .reach(any(Reach.values(), random))
                .champion(random.nextBoolean())
                .status(any(ClaimStatus.values(), random))
                .compensatedClaims(random.nextInt(5))
                .aware(random.nextBoolean())
                .delay(DELAYS.get(random.nextInt(DELAYS.size())))
                .apologies(random.nextInt(4))
                .explanation(any(Explanation.values(), random))
                .risks(anyOf(AreaRisk.values(), random));
        if (random.nextInt(4) > 0) {
            builder.price(money(100_000, currency, random));
        }
        for (int entitlements = Math.max(0, random.nextInt(5) - 2); entitlements > 0; entitlements--) {
            RemedyKind kind = RemedyKind.values()[random.nextInt(RemedyKind.APOLOGY.ordinal())];
            builder.entitlement(kind, money(30_000, currency, random), TEXTS.get(random.nextInt(TEXTS.size())));
        }
        if (random.nextInt(3) == 0) {
            RemedyKind kind = any(RemedyKind.values(), random);
            builder.requested(new RequestedRemedy(
                    kind, kind.isWords() ? Optional.empty() : Optional.of(money(60_000, currency, random))));
        }
        return builder.build();
    }

    /** A context as it is written. */
    static byte[] json(FailureContext context) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            ContextJson.write(context, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toByteArray();
    }

    private static Money money(int bound, CurrencyUnit currency, RandomGenerator random) {
        return Money.ofMinor(currency, 1 + random.nextInt(bound));
    }

    private static <E> E any(E[] constants, RandomGenerator random) {
        return constants[random.nextInt(constants.length)];
    }

    private static <E> Set<E> anyOf(E[] constants, RandomGenerator random) {
        Set<E> some = new HashSet<>();
        while (random.nextInt(3) == 0) {
            some.add(any(constants, random));
        }
        return some;
    }
}
