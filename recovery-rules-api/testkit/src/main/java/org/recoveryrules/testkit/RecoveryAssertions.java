package org.recoveryrules.testkit;

import org.assertj.core.api.Assertions;
import org.recoveryrules.api.RecoveryDecision;

/**
 * Assertions in the words of recovery policies, and all of AssertJ's own, so that one import serves:
 * {@code import static org.recoveryrules.testkit.RecoveryAssertions.assertThat;}.
 */
public final class RecoveryAssertions extends Assertions {
    private RecoveryAssertions() {}

    /**
     * Asserts about a decision.
     *
     * @param actual the decision
     * @return its assertions
     */
    public static DecisionAssert assertThat(RecoveryDecision actual) {
        return new DecisionAssert(actual);
    }

    /**
     * Asserts about a policy as a whole.
     *
     * @param actual the policy
     * @return its assertions
     */
    public static PolicyAssert assertThat(PolicyUnderTest actual) {
        return new PolicyAssert(actual);
    }

    /**
     * Asserts about what one rule makes of a context.
     *
     * @param actual what it makes of it
     * @return its assertions
     */
    public static RuleOutcomeAssert assertThat(RuleOutcome actual) {
        return new RuleOutcomeAssert(actual);
    }
}
