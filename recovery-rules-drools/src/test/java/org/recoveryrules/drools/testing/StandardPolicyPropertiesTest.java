package org.recoveryrules.drools.testing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.testkit.PolicyUnderTest;
import org.recoveryrules.testkit.RecoveryPolicyTest;
import org.recoveryrules.testkit.properties.Promises;

/** The standard policy keeps all promises, on contexts around its own thresholds too. */
@RecoveryPolicyTest("classpath:org/recoveryrules/policy/standard")
class StandardPolicyPropertiesTest implements Promises.All {
    @Property
    void every_context_is_decided_by_it(PolicyUnderTest policy, @ForAll FailureContext context) {
        assertThat(context.currency()).isEqualTo(CurrencyUnit.USD);
        assertThat(policy.decide(context).policy()).isEqualTo(policy.policy().identity());
    }

    @Property(tries = 1)
    void a_property_is_given_the_policy_that_is_loaded(PolicyUnderTest policy) {
        assertThat(policy).isSameAs(loaded());
    }

    @Test
    void a_test_is_given_the_same(PolicyUnderTest policy) {
        assertThat(policy).isSameAs(loaded());
    }

    @Group
    class Nested {
        @Property(tries = 1)
        void a_group_is_given_the_policy_of_the_class_around_it(RecoveryAdvisor policy) {
            assertThat(policy).isSameAs(loaded());
        }
    }

    private static PolicyUnderTest loaded() {
        return PolicyUnderTest.of(StandardPolicyPropertiesTest.class).orElseThrow();
    }
}
