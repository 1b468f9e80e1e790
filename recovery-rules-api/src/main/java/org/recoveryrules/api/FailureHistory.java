package org.recoveryrules.api;

/**
 * What failed before: part {@code history} of a {@link FailureContext}.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the number is negative, {@code lastRecovery} is
 * null, there are prior failures with {@link LastRecovery#NONE}, or there are none with any other constant or with
 * {@code similar}.
 *
 * @param priorFailures failures this customer had with the firm before this one, within the policy's
 *     {@linkplain Policy#lookBack() look-back}; 0 or more
 * @param lastRecovery how well the previous failure was recovered; {@link LastRecovery#NONE} without prior failures and
 *     only then
 * @param similar whether this failure resembles the previous one; only with prior failures
 */
public record FailureHistory(int priorFailures, LastRecovery lastRecovery, boolean similar) {
    public FailureHistory {
        Require.notNegative(priorFailures, "history.priorFailures");
        Require.constant(LastRecovery.class, lastRecovery, "history.lastRecovery");
        if (priorFailures == 0 && lastRecovery != LastRecovery.NONE) {
            throw Require.fault("history.lastRecovery", "must be NONE without prior failures", lastRecovery);
        }
        if (priorFailures > 0 && lastRecovery == LastRecovery.NONE) {
            throw Require.fault(
                    "history.lastRecovery", "must be GOOD, POOR or UNKNOWN with prior failures", lastRecovery);
        }
        if (priorFailures == 0 && similar) {
            throw Require.fault("history.similar", "must be false without prior failures", true);
        }
    }
}
