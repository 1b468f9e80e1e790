package org.recoveryrules.testkit;

import org.assertj.core.api.SoftAssertions;
import org.recoveryrules.api.RecoveryDecision;

/**
 * The assertions of {@link RecoveryAssertions}, collected until {@link #assertAll()}; also as a parameter or an
 * {@code @InjectSoftAssertions} field with AssertJ's {@code SoftAssertionsExtension}, which calls that itself.
 */
public class RecoverySoftAssertions extends SoftAssertions {
    /** Begins with nothing collected. */
    public RecoverySoftAssertions() {}

    /**
     * Asserts about a decision.
     *
     * @param actual the decision
     * @return its assertions
     */
    public DecisionAssert assertThat(RecoveryDecision actual) {
        return proxy(DecisionAssert.class, RecoveryDecision.class, actual);
    }

    /**
     * Asserts about a policy as a whole.
     *
     * @param actual the policy
     * @return its assertions
     */
    public PolicyAssert assertThat(PolicyUnderTest actual) {
        return proxy(PolicyAssert.class, PolicyUnderTest.class, actual);
    }

    /**
     * Asserts about what one rule makes of a context.
     *
     * @param actual what it makes of it
     * @return its assertions
     */
    public RuleOutcomeAssert assertThat(RuleOutcome actual) {
        return proxy(RuleOutcomeAssert.class, RuleOutcome.class, actual);
    }
}
