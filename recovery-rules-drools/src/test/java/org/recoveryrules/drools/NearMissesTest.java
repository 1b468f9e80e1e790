package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.Contexts.minor;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Severity;
import org.recoveryrules.drools.live.AdvisorListener;

class NearMissesTest {
    @Test
    void whoever_asks_why_not_has_no_decision_told() throws Exception {
        LinkedBlockingQueue<RecoveryDecision> told = new LinkedBlockingQueue<>();
        AdvisorListener listener = new AdvisorListener() {
            @Override
            public void decided(Decided decided) {
                told.add(decided.decision());
            }
        };
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(Policies.of(Policies.rule(
                        "test.severe",
                        "ServiceFailure( severity >= Severity.MODERATE )",
                        "findings.barrier( Barrier.SEVERITY );")))
                .listener(listener)
                .build()) {
            assertThat(advisor.nearMisses(minor().build()))
                    .extracting(miss -> miss.rule().id())
                    .containsExactly("test.severe");
            RecoveryDecision decision =
                    advisor.decide(minor().severity(Severity.MAJOR).build());

            // Events are told in the order in which they came.
            assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo(decision);
        }
    }
}
