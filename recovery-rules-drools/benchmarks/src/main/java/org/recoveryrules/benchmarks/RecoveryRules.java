package org.recoveryrules.benchmarks;

import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

/**
 * This library as its users have it, with full explanations.
 *
 * @param name what it is called in the tables
 * @param advisor what decides
 */
public record RecoveryRules(String name, DroolsRecoveryAdvisor advisor) implements Contender {
    @Override
    public RecoveryDecision decide(FailureContext context) {
        return advisor.decide(context);
    }

    @Override
    public void close() {
        advisor.close();
    }
}
