package org.recoveryrules.examples.first;

import static org.joda.money.CurrencyUnit.USD;
import static org.recoveryrules.api.Avoidability.UNAVOIDABLE;
import static org.recoveryrules.api.Foreseeability.UNFORESEEABLE;
import static org.recoveryrules.api.Severity.MINOR;

import org.joda.money.Money;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

/** The smallest embedding: the five inputs that every caller gives, one decision. */
public final class FirstDecision {
    private FirstDecision() {}

    /**
     * Asks and prints.
     *
     * @param args none
     */
    public static void main(String[] args) {
        // The README shows what stands between here
        RecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard(); // make one and keep it
        FailureContext failure = FailureContext.builder()
                .severity(MINOR)
                .avoidability(UNAVOIDABLE)
                .foreseeability(UNFORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(Money.of(USD, 5_000))
                .build();
        RecoveryDecision decision = advisor.decide(failure);
        System.out.println(decision.paradox().verdict()); // APPLIES
        System.out.println(decision.remedies()); // what to offer, and who may grant it
        System.out.println(decision.reasons()); // why, rule by rule
        // and here.
    }
}
