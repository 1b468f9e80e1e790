package org.recoveryrules.examples.testing;

import static org.recoveryrules.testkit.RecoveryAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.recoveryrules.testkit.PolicyUnderTest;
import org.recoveryrules.testkit.RecoveryPolicyTest;

@RecoveryPolicyTest(value = "classpath:org/recoveryrules/policy/standard", ruleSets = "paradox")
class ParadoxTest {
    @Test
    void it_is_proved_on_its_own(PolicyUnderTest policy) {
        assertThat(policy)
                .passesItsCases()
                .hasRuleCoverageOf(100)
                .hasRule("paradox.severe-failure")
                .hasNoRule("remedy.apologise");
    }
}
