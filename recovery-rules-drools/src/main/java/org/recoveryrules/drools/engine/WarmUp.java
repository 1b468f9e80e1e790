package org.recoveryrules.drools.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * Contexts on which a policy is tried before it serves: every constant of every component occurs, so that a rule that cannot be
 * evaluated is found before it matters.
 */
final class WarmUp {
    /** So many contexts have every constant: once round the component whose constants come slowest. */
    static final int ALL_CONSTANTS = 36;

    private WarmUp() {}

    static List<FailureContext> contexts(CurrencyUnit currency, int count) {
        List<FailureContext> contexts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contexts.add(context(i, currency));
        }
        return contexts;
    }

    /** Walks through the constants of each component at a pace of its own. */
    private static FailureContext context(int i, CurrencyUnit currency) {
        int priorFailures = i % 3;
        RemedyKind kind = at(RemedyKind.values(), i / 2);
        Money price = Money.ofMajor(currency, 1 + i * 7L);
        FailureContext.Builder builder = FailureContext.builder()
                .severity(at(Severity.values(), i))
                .avoidability(at(Avoidability.values(), i / 5))
                .foreseeability(at(Foreseeability.values(), i / 2))
                .recurrence(at(Recurrence.values(), i / 4))
                .type(at(FailureType.values(), i / 3))
                .resourceLost(at(ResourceLost.values(), i / 6))
                .causedBy(at(Cause.values(), i / 7))
                .loss(i % 2 == 0 ? Money.zero(currency) : price)
                .accepted(i % 4 != 3)
                .priorFailures(priorFailures)
                .lastRecovery(priorFailures == 0 ? LastRecovery.NONE : at(pastRecoveries(), i / 3))
                .similar(priorFailures > 0 && i % 2 == 0)
                .lifetimeValue(Money.ofMajor(currency, i * 500L))
                .expectation(at(Expectation.values(), i))
                .mood(at(Mood.values(), i / 2))
                .vulnerabilities(at(Vulnerability.values(), i))
                .reach(at(Reach.values(), i / 3))
                .champion(i % 5 == 0)
                .status(at(ClaimStatus.values(), i / 8))
                .compensatedClaims(i % 5)
                .aware(i % 6 != 5)
                .delay(Duration.ofHours(i % 100))
                .apologies(i % 4)
                .explanation(at(Explanation.values(), i / 9))
                .risks(at(AreaRisk.values(), i));
        if (i % 3 != 2) {
            builder.price(price);
        }
        if (i % 2 == 0 && !kind.isWords()) {
            builder.requested(kind, price).entitlement(kind, price, "warm-up");
        }
        return builder.build();
    }

    private static LastRecovery[] pastRecoveries() {
        return new LastRecovery[] {LastRecovery.GOOD, LastRecovery.POOR, LastRecovery.UNKNOWN};
    }

    private static <E> E at(E[] constants, int i) {
        return constants[i % constants.length];
    }
}
