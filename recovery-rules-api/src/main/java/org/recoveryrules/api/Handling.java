package org.recoveryrules.api;

import java.time.Duration;

/**
 * How the failure was handled so far: part {@code handling} of a {@link FailureContext}.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component is null, or the delay or the number
 * is negative.
 *
 * @param aware whether the customer knows of the failure
 * @param delay from complaint (or discovery) until now, 0 or more
 * @param apologies apologies already given for this failure, 0 or more
 * @param explanation whether there is an external cause that may be explained
 */
public record Handling(boolean aware, Duration delay, int apologies, Explanation explanation) {
    public Handling {
        Require.notNegative(delay, "handling.delay");
        Require.notNegative(apologies, "handling.apologies");
        Require.constant(Explanation.class, explanation, "handling.explanation");
    }

    /**
     * The delay in hours begun, for conditions of rules: 24 for anything above 23 hours up to 24 hours, so that
     * {@code delayHours <= 24} is exactly "at most 24 hours" and {@code delayHours > 24} exactly "more than 24 hours".
     *
     * @return hours, rounded up; 0 or more
     */
    public long delayHours() {
        long hours = delay.toHours();
        return delay.equals(Duration.ofHours(hours)) ? hours : hours + 1;
    }
}
