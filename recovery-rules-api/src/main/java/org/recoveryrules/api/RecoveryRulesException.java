package org.recoveryrules.api;

import org.jspecify.annotations.Nullable;

/** What goes wrong inside a policy, as opposed to a bad argument, which is an {@link IllegalArgumentException}. */
public abstract sealed class RecoveryRulesException extends RuntimeException
        permits InvalidPolicyException, RuleFailureException, BudgetExceededException, DeadlineExceededException {
    private static final long serialVersionUID = 1L;

    RecoveryRulesException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
