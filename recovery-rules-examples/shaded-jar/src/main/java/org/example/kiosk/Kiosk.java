package org.example.kiosk;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Severity;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

/** Tells what to offer after a failure, by the standard policy. */
public final class Kiosk {
    private Kiosk() {}

    /**
     * Decides and prints.
     *
     * @param inputs severity, avoidability, foreseeability, prior failures, lifetime value
     */
    public static void main(String[] inputs) {
        FailureContext failure = FailureContext.builder()
                .severity(Severity.valueOf(inputs[0]))
                .avoidability(Avoidability.valueOf(inputs[1]))
                .foreseeability(Foreseeability.valueOf(inputs[2]))
                .priorFailures(Integer.parseInt(inputs[3]))
                .lifetimeValue(Money.of(CurrencyUnit.USD, new BigDecimal(inputs[4])))
                .build();
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard()) {
            RecoveryDecision decision = advisor.decide(failure);
            System.out.println("The paradox " + decision.paradox().verdict());
            decision.remedies()
                    .forEach(remedy -> System.out.println(remedy.kind() + " granted by " + remedy.authority()));
        }
    }
}
