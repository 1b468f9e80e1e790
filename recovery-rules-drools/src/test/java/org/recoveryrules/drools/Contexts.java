package org.recoveryrules.drools;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
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
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Vulnerability;

/** Failure contexts for tests. */
public final class Contexts {
    private static final List<Duration> DELAYS = Stream.of(
                    "PT0S", "PT1H", "PT24H", "PT24H1S", "PT72H", "PT72H1S", "PT200H")
            .map(Duration::parse)
            .toList();

    private Contexts() {}

    /** Little harm, for the first time, that nobody could prevent or foresee: the paradox applies. */
    public static FailureContext.Builder minor() {
        return FailureContext.builder()
                .severity(Severity.MINOR)
                .avoidability(Avoidability.UNAVOIDABLE)
                .foreseeability(Foreseeability.UNFORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(usd("5000"));
    }

    /** An amount in US dollars. */
    public static Money usd(String amount) {
        return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
    }

    /** Any context: every constant and every boundary of the standard policy comes up often. */
    public static FailureContext random(RandomGenerator random) {
        int priorFailures = Math.max(0, random.nextInt(6) - 2);
        FailureContext.Builder builder = FailureContext.builder()
                .severity(any(Severity.values(), random))
                .avoidability(any(Avoidability.values(), random))
                .foreseeability(any(Foreseeability.values(), random))
                .recurrence(any(Recurrence.values(), random))
                .type(any(FailureType.values(), random))
                .resourceLost(any(ResourceLost.values(), random))
                .causedBy(any(Cause.values(), random))
                .loss(random.nextBoolean() ? usd("0") : cents(50_000, random))
                .accepted(random.nextInt(3) > 0)
                .priorFailures(priorFailures)
                .lastRecovery(
                        priorFailures == 0
                                ? LastRecovery.NONE
                                : List.of(LastRecovery.GOOD, LastRecovery.POOR, LastRecovery.UNKNOWN)
                                        .get(random.nextInt(3)))
                .similar(priorFailures > 0 && random.nextBoolean())
                .lifetimeValue(random.nextInt(5) == 0 ? usd("0") : cents(30_000_000, random))
                .expectation(any(Expectation.values(), random))
                .mood(any(Mood.values(), random))
                .vulnerabilities(anyOf(Vulnerability.values(), random))
                .reach(any(Reach.values(), random))
                .champion(random.nextInt(5) == 0)
                .status(any(ClaimStatus.values(), random))
                .compensatedClaims(random.nextInt(5))
                .aware(random.nextInt(4) > 0)
                .delay(DELAYS.get(random.nextInt(DELAYS.size())))
                .apologies(random.nextInt(4))
                .explanation(any(Explanation.values(), random))
                .risks(anyOf(AreaRisk.values(), random));
        if (random.nextInt(4) > 0) {
            builder.price(cents(100_000, random));
        }
        for (int entitlements = Math.max(0, random.nextInt(5) - 2); entitlements > 0; entitlements--) {
            builder.entitlement(anyThingOrMoney(random), cents(30_000, random), "contract " + entitlements);
        }
        if (random.nextInt(3) == 0) {
            RemedyKind kind = any(RemedyKind.values(), random);
            return (kind.isWords() ? builder.requested(kind) : builder.requested(kind, cents(60_000, random))).build();
        }
        return builder.build();
    }

    private static Money cents(int bound, RandomGenerator random) {
        return Money.ofMinor(CurrencyUnit.USD, 1 + random.nextInt(bound));
    }

    private static RemedyKind anyThingOrMoney(RandomGenerator random) {
        return any(
                Stream.of(RemedyKind.values()).filter(kind -> !kind.isWords()).toArray(RemedyKind[]::new), random);
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
