package org.recoveryrules.drools.engine;

import java.time.Duration;

/**
 * How far rules beyond the declarative profile may go in one decision. Others come to an end by themselves.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if there are no matches, or the deadline is not more than 0 and at
 * most an hour.
 *
 * @param matches how many matches it may fire, 1 or more
 * @param deadline how long it may fire, more than 0, at most an hour
 */
public record Budget(int matches, Duration deadline) {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Longer than a machine pauses while it compiles, collects garbage and does others' work. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What a decision may take where nobody says otherwise: far more than any policy that comes to an end. */
    public static final Budget STANDARD = new Budget(10_000, Duration.ofSeconds(1));

    public Budget {
        if (matches < 1) {
            throw new IllegalArgumentException("firingBudget must be 1 or more, but was " + matches);
        }
        if (deadline.isZero() || deadline.isNegative() || deadline.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("deadline must be more than 0 and at most 1 hour, but was " + deadline);
        }
    }

    /** The same for trying a policy, where nobody waits and nothing is warm yet. */
    public Budget patient() {
        return new Budget(matches, deadline.compareTo(PATIENCE) < 0 ? PATIENCE : deadline);
    }
}
