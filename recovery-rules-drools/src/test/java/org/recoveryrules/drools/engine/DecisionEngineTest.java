package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.recoveryrules.drools.Contexts;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.policy.CompiledPolicy;

/** An engine needs no closing. */
class DecisionEngineTest {
    @Test
    void nothing_but_the_engine_knows_of_its_sessions() throws Exception {
        CompiledPolicy policy = Policies.compiled(PolicySource.standard().read());
        DecisionEngine engine = new DecisionEngine(policy, Budget.STANDARD);

        engine.decide(Contexts.minor().build());

        assertThat(policy.declared().kieBase().getKieSessions()).isEmpty();
    }
}
