package org.recoveryrules.examples.testing;

import static org.joda.money.CurrencyUnit.USD;
import static org.recoveryrules.api.Avoidability.UNAVOIDABLE;
import static org.recoveryrules.api.Barrier.SEVERITY;
import static org.recoveryrules.api.Foreseeability.UNFORESEEABLE;
import static org.recoveryrules.api.Severity.MAJOR;
import static org.recoveryrules.testkit.RecoveryAssertions.assertThat;

import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.testkit.PolicyUnderTest;
import org.recoveryrules.testkit.RecoveryPolicyTest;
import org.recoveryrules.testkit.RecoverySoftAssertions;

@ExtendWith(SoftAssertionsExtension.class)
@RecoveryPolicyTest(value = "classpath:org/recoveryrules/policy/standard", ruleSets = "paradox")
class ParadoxTest {
    @InjectSoftAssertions
    private RecoverySoftAssertions softly;

    @Test
    void it_is_proved_on_its_own(PolicyUnderTest policy) {
        assertThat(policy)
                .passesItsCases()
                .hasRuleCoverageOf(100)
                .hasRule("paradox.severe-failure")
                .hasNoRule("remedy.apologise");
    }

    @Test
    void serious_harm_is_no_opportunity(RecoveryAdvisor advisor) {
        FailureContext serious = FailureContext.builder()
                .severity(MAJOR)
                .avoidability(UNAVOIDABLE)
                .foreseeability(UNFORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(Money.of(USD, 1_000))
                .build();

        softly.assertThat(advisor.decide(serious))
                .isRuledOutBy(SEVERITY)
                .offersExactly()
                .becauseOnlyOf("paradox.severe-failure");
    }
}
