package org.recoveryrules.drools.testing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.Severity;
import org.recoveryrules.testkit.RecoveryPolicyTest;
import org.recoveryrules.testkit.properties.Promises;

@RecoveryPolicyTest("classpath:org/recoveryrules/policy/standard")
class PropertiesTest implements Promises.EntitlementsArePaidInFull, Promises.VulnerabilityLowersNothing {
    @Property
    void what_cannot_be_undone_is_looked_at_by_a_person(RecoveryAdvisor policy, @ForAll FailureContext context) {
        FailureContext critical =
                context.toBuilder().severity(Severity.CRITICAL).build();

        assertThat(policy.decide(critical).humanReview()).isTrue();
    }
}
