package org.recoveryrules.api;

import java.util.Optional;
import org.joda.money.Money;

/** Valid values to start from; a test states only what it is about. */
final class Examples {
    static final String DIGEST = "0123456789abcdef".repeat(4);
    static final PolicyIdentity IDENTITY = new PolicyIdentity("standard", "1.0", DIGEST);
    static final Rule RULE = new Rule("paradox.severe-failure", "it weighs too heavily", "Magnini 2007");
    static final Entitlement REFUND_OWED = new Entitlement(RemedyKind.REFUND, usd("250.00"), "EU261");
    static final Entitlement CREDIT_OWED = new Entitlement(RemedyKind.CREDIT, usd("30.00"), "SLA");

    private Examples() {}

    static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    static FailureContext.Builder core() {
        return FailureContext.builder()
                .severity(Severity.MINOR)
                .avoidability(Avoidability.UNAVOIDABLE)
                .foreseeability(Foreseeability.UNFORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(usd("5000.00"));
    }

    static Remedy gesture(String amount) {
        return new Remedy(
                RemedyKind.CREDIT, Component.GESTURE, Optional.of(usd(amount)), Optional.empty(), Authority.AGENT);
    }

    static Remedy apology() {
        return new Remedy(
                RemedyKind.APOLOGY, Component.COMMUNICATION, Optional.empty(), Optional.empty(), Authority.AGENT);
    }
}
