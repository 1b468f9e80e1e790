package org.recoveryrules.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
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

/**
 * Failure contexts as a service desk may see them, always the same of one seed. The shares are chosen, not measured: most
 * failures are small, first, acknowledged and handled within a day; a few are grave, repeated, disputed or late; what goes
 * together in life goes together here. Every value of every component comes up.
 */
public final class Contexts {
    private static final int PERCENT = 100;
    private static final int MINUTES_OF_HOUR = 60;

    private final Random random;
    private final CurrencyUnit currency;

    private Contexts(long seed, CurrencyUnit currency) {
        this.random = new Random(seed);
        this.currency = currency;
    }

    /**
     * Contexts without end.
     *
     * @param seed which
     * @param currency the currency of all sums
     */
    public static Stream<FailureContext> of(long seed, CurrencyUnit currency) {
        Contexts contexts = new Contexts(seed, currency);
        return Stream.generate(contexts::next);
    }

    private FailureContext next() {
        FailureContext.Builder context = FailureContext.builder();
        Severity severity = pick(Severity.values(), 15, 45, 25, 12, 3);
        Money price = money(price());
        failure(context.severity(severity), severity, price);
        history(context);
        customer(context, severity);
        claim(context, severity, price);
        handling(context, severity);
        return context.build();
    }

    private void failure(FailureContext.Builder context, Severity severity, Money price) {
        Cause cause = pick(Cause.values(), 45, 20, 8, 4, 8, 15);
        // What nobody in the firm caused was rarely in its hands.
        Avoidability avoidability =
                isOurs(cause) ? pick(Avoidability.values(), 35, 40, 25) : pick(Avoidability.values(), 80, 5, 15);
        Foreseeability foreseeability = avoidability == Avoidability.AVOIDABLE
                ? pick(Foreseeability.values(), 30, 50, 20)
                : pick(Foreseeability.values(), 65, 12, 23);
        FailureType type = pick(FailureType.values(), 60, 27, 8, 5);
        ResourceLost lost = type == FailureType.EMPLOYEE_CONDUCT
                ? pick(ResourceLost.values(), 5, 0, 15, 70, 10)
                : pick(ResourceLost.values(), 15, 30, 35, 5, 15);
        context.avoidability(avoidability)
                .foreseeability(foreseeability)
                .recurrence(pick(Recurrence.values(), 80, 12, 8))
                .type(type)
                .resourceLost(lost)
                .causedBy(cause)
                .accepted(happens(88));
        if (lost == ResourceLost.NONE ? happens(60) : happens(93)) {
            context.price(price);
        }
        // Grave failures cost more beside.
        if (happens(5 + 10 * severity.ordinal())) {
            context.loss(money(price() / 2));
        }
    }

    private static boolean isOurs(Cause cause) {
        return cause == Cause.PROVIDER || cause == Cause.THIRD_PARTY || cause == Cause.UNKNOWN;
    }

    private void history(FailureContext.Builder context) {
        int failures = happens(70) ? 0 : 1 + skewed(4);
        context.priorFailures(failures);
        if (failures > 0) {
            // NONE is for those without a prior failure.
            context.lastRecovery(pick(LastRecovery.values(), 0, 50, 25, 25)).similar(happens(30));
        }
    }

    private void customer(FailureContext.Builder context, Severity severity) {
        boolean grave = severity.compareTo(Severity.MAJOR) >= 0;
        context.lifetimeValue(happens(4) ? Money.zero(currency) : money(lifetimeValue()))
                .expectation(pick(Expectation.values(), 20, 25, 55))
                .mood(grave ? pick(Mood.values(), 20, 45, 35) : pick(Mood.values(), 65, 27, 8))
                .vulnerabilities(some(Vulnerability.values(), 3))
                .reach(pick(Reach.values(), 85, 11, 4))
                .champion(happens(4));
    }

    private void claim(FailureContext.Builder context, Severity severity, Money price) {
        context.status(pick(ClaimStatus.values(), 80, 16, 4)).compensatedClaims(happens(85) ? 0 : 1 + skewed(5));
        // Law and contract owe more often where harm is grave.
        if (happens(3 + 3 * severity.ordinal())) {
            context.entitlement(
                    pick(moneyAndThings(), 45, 10, 5, 5, 30, 2, 1, 2, 0), money(price()), "contract, section 4");
            if (happens(15)) {
                context.entitlement(RemedyKind.REIMBURSEMENT, money(price() / 4), "law on passengers, article 9");
            }
        }
        if (happens(22)) {
            request(context, price);
        }
    }

    private void request(FailureContext.Builder context, Money price) {
        RemedyKind kind = pick(RemedyKind.values(), 35, 8, 14, 8, 10, 6, 3, 3, 2, 7, 2, 0, 1, 1);
        if (kind.isWords()) {
            context.requested(kind);
        } else {
            // A tenth to twice the price.
            double share = 0.1 + 1.9 * random.nextDouble() * random.nextDouble();
            context.requested(kind, money(price.getAmount().doubleValue() * share));
        }
    }

    private void handling(FailureContext.Builder context, Severity severity) {
        boolean aware = severity == Severity.NEGLIGIBLE ? happens(60) : happens(96);
        context.aware(aware)
                .delay(delay())
                .apologies(happens(75) ? 0 : 1 + skewed(3))
                .explanation(happens(92) ? Explanation.NONE : Explanation.THIRD_PARTY_VERIFIED)
                .risks(some(AreaRisk.values(), 6));
    }

    /** Half within three hours, an eighth after more than a day, one in twenty after more than three. */
    private Duration delay() {
        double hours = 3 * Math.exp(1.95 * random.nextGaussian());
        return happens(10) ? Duration.ZERO : Duration.ofMinutes(Math.round(hours * MINUTES_OF_HOUR));
    }

    /** Log-normal: half below 60, one in a hundred above 980. */
    private double price() {
        return 60 * Math.exp(1.2 * random.nextGaussian());
    }

    /** Log-normal: half below 900, one in a hundred above 29,000. */
    private double lifetimeValue() {
        return 900 * Math.exp(1.5 * random.nextGaussian());
    }

    private Money money(double sum) {
        BigDecimal amount = BigDecimal.valueOf(Math.max(1, sum));
        return Money.of(currency, amount, RoundingMode.HALF_UP);
    }

    private boolean happens(int percent) {
        return random.nextInt(PERCENT) < percent;
    }

    /** Less than a bound, the less the likelier. */
    private int skewed(int bound) {
        return random.nextInt(1 + random.nextInt(bound));
    }

    private <E> Set<E> some(E[] values, int percentOfEach) {
        Set<E> some = new HashSet<>();
        for (E value : values) {
            if (happens(percentOfEach)) {
                some.add(value);
            }
        }
        return some;
    }

    /** One of the values, each with its percentage. */
    private <E> E pick(E[] values, int... percentages) {
        int left = random.nextInt(PERCENT);
        for (int index = 0; index < percentages.length; index++) {
            left -= percentages[index];
            if (left < 0) {
                return values[index];
            }
        }
        throw new IllegalArgumentException(
                "percentages must add up to 100, but " + (left + 1) + " or more are missing");
    }

    private static RemedyKind[] moneyAndThings() {
        return Stream.of(RemedyKind.values()).filter(kind -> !kind.isWords()).toArray(RemedyKind[]::new);
    }
}
