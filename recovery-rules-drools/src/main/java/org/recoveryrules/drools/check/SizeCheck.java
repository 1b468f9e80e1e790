package org.recoveryrules.drools.check;

import java.util.List;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Condition.AnyOf;
import org.recoveryrules.drools.syntax.Condition.Fact;
import org.recoveryrules.drools.syntax.Constraint;

/** Whether the condition of a rule is of a size that somebody can read, and that the engine takes in soon. */
final class SizeCheck {
    /** Facts and constants in all. */
    private static final int PARTS = 200;
    /** The engine makes a rule of its own of each way in which a condition with groups can hold. */
    private static final int WAYS = 100;

    private final FaultsInText faults;

    SizeCheck(FaultsInText faults) {
        this.faults = faults;
    }

    /** Checks the condition of a rule; whether it is not too large. */
    boolean check(List<Condition> conditions) {
        long parts = conditions.stream()
                .flatMap(Condition::facts)
                .mapToLong(SizeCheck::parts)
                .sum();
        if (parts > PARTS) {
            return fault(conditions, "this condition has more than " + PARTS + " facts and constants");
        }
        return ways(conditions) <= WAYS
                || fault(
                        conditions,
                        "this condition can hold in more than " + WAYS + " ways, by its 'or' between facts");
    }

    private static long parts(Fact fact) {
        return 1
                + fact.constraints().stream()
                        .flatMap(Constraint::comparisons)
                        .mapToLong(comparison -> comparison.values().size())
                        .sum();
    }

    /** In how many ways all of several conditions can hold; a few too many at most. */
    private static long ways(List<Condition> conditions) {
        return conditions.stream()
                .mapToLong(SizeCheck::ways)
                .reduce(1, (one, other) -> Math.min(one * other, WAYS + 1));
    }

    private static long ways(Condition condition) {
        if (condition instanceof AnyOf any) {
            return any.conditions().stream().mapToLong(SizeCheck::ways).sum();
        }
        return condition instanceof Condition.AllOf all ? ways(all.conditions()) : 1;
    }

    private boolean fault(List<Condition> conditions, String message) {
        Span first = conditions.get(0).span();
        Span span = first.to(conditions.get(conditions.size() - 1).span());
        faults.add(span, Code.CONDITION_TOO_LARGE, message, "say it with several rules");
        return false;
    }
}
