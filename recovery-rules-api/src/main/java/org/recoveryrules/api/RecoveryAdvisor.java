package org.recoveryrules.api;

/** Decides how to recover from service failures. Implementations are safe for use by any number of threads at once. */
public interface RecoveryAdvisor {
    /**
     * Decides about one failure. Equal contexts under an equal policy digest give equal decisions: no clock, no random,
     * no order of rules.
     *
     * @param context what is known about the failure
     * @return a whole decision; there is never a partial one
     * @throws IllegalArgumentException if the context is null or its money is not of the policy's currency
     * @throws RuleFailureException if a rule throws
     * @throws BudgetExceededException if the rules do not come to an end within the budget
     * @throws DeadlineExceededException if they go on firing beyond the deadline
     */
    RecoveryDecision decide(FailureContext context);

    /**
     * The policy that decides now.
     *
     * @return its identity, currency, look-back and rules
     */
    Policy policy();
}
