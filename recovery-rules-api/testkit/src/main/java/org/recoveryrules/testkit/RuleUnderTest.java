package org.recoveryrules.testkit;

import java.util.HashSet;
import java.util.List;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Verdict;

/** One rule of a policy, tested alone. */
public final class RuleUnderTest {
    private final PolicyUnderTest policy;
    private final String rule;

    RuleUnderTest(PolicyUnderTest policy, String rule) {
        this.policy = policy;
        this.rule = rule;
    }

    /**
     * Lets the rule speak about a failure. Where it reads the paradox assessment, that is the one which the whole policy
     * makes of this failure.
     *
     * @param context what is known about the failure
     * @return what the rule makes of it
     * @throws IllegalArgumentException if there is no such rule, the context is null or its money is not of the policy's
     *     currency
     * @throws org.recoveryrules.api.RecoveryRulesException if a rule of the policy fails
     */
    public RuleOutcome on(FailureContext context) {
        return policy.fire(rule, context, policy.decide(context).paradox());
    }

    /**
     * Lets the rule speak about a failure with a given verdict, so that the rest of the policy is not in the way.
     *
     * @param context what is known about the failure
     * @param verdict the verdict that the rule may read
     * @param barriers what rules the paradox out; one or more with {@link Verdict#DOES_NOT_APPLY}, else none
     * @return what the rule makes of it
     * @throws IllegalArgumentException if there is no such rule, the context is null, its money is not of the policy's
     *     currency, or the barriers do not fit the verdict
     * @throws org.recoveryrules.api.RecoveryRulesException if the rule fails
     */
    public RuleOutcome on(FailureContext context, Verdict verdict, Barrier... barriers) {
        return policy.fire(rule, context, new ParadoxAssessment(verdict, new HashSet<>(List.of(barriers))));
    }
}
