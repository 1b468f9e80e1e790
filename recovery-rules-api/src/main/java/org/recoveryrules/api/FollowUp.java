package org.recoveryrules.api;

import java.time.Period;

/**
 * Something to do later.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component is null, the period is negative in
 * any of its units or the action is blank.
 *
 * @param after how long after the decision, 0 or more
 * @param action what to do
 */
public record FollowUp(Period after, String action) {
    public FollowUp {
        Require.notNegative(after, "followUps.after");
        Require.text(action, "followUps.action");
    }
}
