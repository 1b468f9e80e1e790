package org.recoveryrules.examples.desk;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.RecoveryDecision;

/** An advisor that always says the same, and remembers what it was asked. */
final class RecordingAdvisor implements RecoveryAdvisor {
    private final List<FailureContext> asked = new ArrayList<>();
    private final Period lookBack;
    private final RecoveryDecision decision;

    RecordingAdvisor(Period lookBack, RecoveryDecision decision) {
        this.lookBack = lookBack;
        this.decision = decision;
    }

    @Override
    public RecoveryDecision decide(FailureContext context) {
        asked.add(context);
        return decision;
    }

    @Override
    public Policy policy() {
        return new Policy(decision.policy(), CurrencyUnit.USD, lookBack, List.of());
    }

    List<FailureContext> asked() {
        return List.copyOf(asked);
    }
}
