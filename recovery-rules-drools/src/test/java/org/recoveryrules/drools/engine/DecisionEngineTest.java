package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.Contexts;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.match.DeclaredRules;

/** An engine needs no closing. */
class DecisionEngineTest {
    @Test
    void nothing_but_the_engine_knows_of_its_sessions() throws Exception {
        DeclaredRules declared =
                Policies.compiled(PolicySource.standard().read()).declared();
        KieBase network = declared.network();

        new DroolsMatcher(network).holding(declared.see(Contexts.minor().build()));

        assertThat(network.getKieSessions()).isEmpty();
    }

    @Test
    void nothing_of_a_decision_is_kept() throws Exception {
        DecisionEngine engine =
                new DecisionEngine(Policies.compiled(PolicySource.standard().read()), Budget.STANDARD);
        FailureContext context = Contexts.minor().build();
        decide(engine, context, 1_000);
        long before = heapInUse();

        decide(engine, context, 10_000);

        // A kilobyte of each would be ten megabytes.
        assertThat(heapInUse() - before).isLessThan(5_000_000);
    }

    private static void decide(DecisionEngine engine, FailureContext context, int times) {
        for (int i = 0; i < times; i++) {
            engine.decide(context);
        }
    }

    private static long heapInUse() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
