package org.recoveryrules.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rules that were still firing when the time for one decision was over. There is no decision; the next one is unharmed. */
public final class DeadlineExceededException extends RecoveryRulesException {
    private static final long serialVersionUID = 1L;

    private final Duration deadline;
    private final ArrayList<String> rules;

    /**
     * Names the rules that were firing.
     *
     * @param deadline how long one decision may take, more than 0
     * @param rules the ids of the rules that fired last, by id
     * @throws IllegalArgumentException if the deadline is null or not more than 0, or the list or an element is null
     */
    public DeadlineExceededException(Duration deadline, List<String> rules) {
        super(
                "one decision took longer than "
                        + Require.given(deadline, "deadline").toMillis() + " ms; these rules were firing: "
                        + String.join(", ", Require.list(rules, "rules")),
                null);
        if (deadline.isZero() || deadline.isNegative()) {
            throw Require.fault("deadline", "must be more than 0", deadline);
        }
        this.deadline = deadline;
        this.rules = new ArrayList<>(rules);
    }

    /**
     * The deadline that was exceeded.
     *
     * @return how long one decision may take, more than 0
     */
    public Duration deadline() {
        return deadline;
    }

    /**
     * The rules that were firing.
     *
     * @return their ids, by id
     */
    public List<String> rules() {
        return List.copyOf(rules);
    }
}
