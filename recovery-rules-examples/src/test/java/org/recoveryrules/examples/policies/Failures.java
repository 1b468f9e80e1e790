package org.recoveryrules.examples.policies;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FailureType;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Vulnerability;

/** Failures from a seeded generator, on which a policy keeps its promises or does not. */
final class Failures {
    private static final int FAILURES = 2_000;
    private static final List<Duration> DELAYS = Stream.of("PT0S", "PT1H", "PT24H", "PT24H1S", "PT72H", "PT72H1S")
            .map(Duration::parse)
            .toList();

    private final RandomGenerator random = new SplittableRandom(20261122);
    private final CurrencyUnit currency;

    private Failures(CurrencyUnit currency) {
        this.currency = currency;
    }

    /** Tries a promise on each of them, and names the one that breaks it. */
    static void onEach(CurrencyUnit currency, Consumer<FailureContext> promise) {
        Failures failures = new Failures(currency);
        for (int i = 0; i < FAILURES; i++) {
            FailureContext failure = failures.any();
            try {
                promise.accept(failure);
            } catch (AssertionError e) {
                throw new AssertionError("broken on " + failure, e);
            }
        }
    }

    /** The same failure, and nobody has asked yet what would be fair. */
    static FailureContext.Builder unasked(FailureContext failure) {
        return failure.toBuilder().requested((RequestedRemedy) null);
    }

    private FailureContext any() {
        int priorFailures = Math.max(0, random.nextInt(6) - 2);
        FailureContext.Builder failure = FailureContext.builder()
                .severity(anyOf(Severity.values()))
                .avoidability(anyOf(Avoidability.values()))
                .foreseeability(anyOf(Foreseeability.values()))
                .recurrence(anyOf(Recurrence.values()))
                .type(anyOf(FailureType.values()))
                .resourceLost(anyOf(ResourceLost.values()))
                .causedBy(anyOf(Cause.values()))
                .loss(random.nextBoolean() ? Money.zero(currency) : upTo(3_000))
                .accepted(random.nextInt(3) > 0)
                .priorFailures(priorFailures)
                .lastRecovery(priorFailures == 0 ? LastRecovery.NONE : anyOf(LastRecovery.GOOD, LastRecovery.POOR))
                .similar(priorFailures > 0 && random.nextBoolean())
                .lifetimeValue(random.nextInt(3) == 0 ? upTo(200) : upTo(100_000))
                .vulnerabilities(random.nextInt(3) == 0 ? Set.of(anyOf(Vulnerability.values())) : Set.of())
                .champion(random.nextInt(4) == 0)
                .status(random.nextBoolean() ? ClaimStatus.VERIFIED : anyOf(ClaimStatus.values()))
                .compensatedClaims(random.nextInt(8))
                .aware(random.nextInt(4) > 0)
                .delay(DELAYS.get(random.nextInt(DELAYS.size())))
                .apologies(random.nextInt(4));
        if (random.nextInt(5) > 0) {
            failure.price(upTo(1_000));
        }
        addEntitlements(failure);
        addRequest(failure);
        return failure.build();
    }

    /** None or some, of the kinds that regulations and contracts owe. */
    private void addEntitlements(FailureContext.Builder failure) {
        for (RemedyKind kind : List.of(RemedyKind.REFUND, RemedyKind.CREDIT, RemedyKind.REIMBURSEMENT)) {
            if (random.nextInt(4) == 0) {
                failure.entitlement(kind, upTo(600), "what is owed");
            }
        }
    }

    private void addRequest(FailureContext.Builder failure) {
        if (random.nextInt(3) > 0) {
            return;
        }
        RemedyKind kind = anyOf(RemedyKind.values());
        if (kind.isWords()) {
            failure.requested(kind);
        } else {
            failure.requested(kind, upTo(800));
        }
    }

    private Money upTo(int units) {
        return Money.ofMinor(currency, 1 + random.nextInt(units * 100));
    }

    @SafeVarargs
    private <E> E anyOf(E... constants) {
        return constants[random.nextInt(constants.length)];
    }
}
