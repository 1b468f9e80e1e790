package org.recoveryrules.api;

import java.util.ArrayList;
import java.util.List;

/** Rules that did not come to an end within the firing budget. There is no decision; the next one is unharmed. */
public final class BudgetExceededException extends RecoveryRulesException {
    private static final long serialVersionUID = 1L;

    private final int budget;
    private final ArrayList<String> rules;

    /**
     * Names the rules that went on firing.
     *
     * @param budget the number of matches that one decision may fire, more than 0
     * @param rules the ids of the rules that fired last, by id
     * @throws IllegalArgumentException if the budget is not more than 0, or the list or an element is null
     */
    public BudgetExceededException(int budget, List<String> rules) {
        super(
                "more than " + budget + " matches in one decision; these rules went on firing: "
                        + String.join(", ", Require.list(rules, "rules")),
                null);
        if (budget < 1) {
            throw Require.fault("budget", "must be more than 0", budget);
        }
        this.budget = budget;
        this.rules = new ArrayList<>(rules);
    }

    /**
     * The budget that was exceeded.
     *
     * @return the number of matches that one decision may fire, more than 0
     */
    public int budget() {
        return budget;
    }

    /**
     * The rules that went on firing.
     *
     * @return their ids, by id
     */
    public List<String> rules() {
        return List.copyOf(rules);
    }
}
