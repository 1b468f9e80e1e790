package org.recoveryrules.benchmarks.sizes;

import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.benchmarks.Contender;
import org.recoveryrules.benchmarks.Contenders;
import org.recoveryrules.benchmarks.Contexts;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

/** A program that makes one decision by the standard policy and tells the verdict. */
final class FirstDecision {
    /** Recovery-rules without running the cases of the policy. */
    static final String UNTESTED = Contenders.OURS + ", untested";

    private FirstDecision() {}

    /**
     * Decides.
     *
     * @param arguments who is to
     */
    public static void main(String[] arguments) {
        FailureContext context = Contexts.of(1, CurrencyUnit.USD).findFirst().orElseThrow();
        System.out.println(decide(arguments[0], context).paradox().verdict());
    }

    private static RecoveryDecision decide(String name, FailureContext context) {
        if (name.equals(UNTESTED)) {
            try (DroolsRecoveryAdvisor advisor =
                    DroolsRecoveryAdvisor.builder().untested().build()) {
                return advisor.decide(context);
            }
        }
        try (Contender contender = Contenders.standardPolicy().get(name).get()) {
            return contender.decide(context);
        }
    }
}
