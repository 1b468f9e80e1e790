package org.recoveryrules.drools.check;

import java.util.List;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Condition.AllOf;
import org.recoveryrules.drools.syntax.Condition.AnyOf;
import org.recoveryrules.drools.syntax.Condition.Fact;
import org.recoveryrules.drools.syntax.Constraint;

/** Whether the condition of a rule is of a size that somebody can read. */
final class SizeCheck {
    /** Facts and constants in all. */
    private static final int PARTS = 200;
    /** More ways in which a condition can hold nobody has in mind who reads it. */
    private static final int WAYS = 100;

    private final FaultsInText faults;

    SizeCheck(FaultsInText faults) {
        this.faults = faults;
    }

    /** Checks the condition of a rule; whether it is not too large. */
    boolean check(List<Condition> conditions) {
        if (parts(conditions) > PARTS) {
            return fault(conditions, "this condition has more than " + PARTS + " facts and constants");
        }
        return Extent.of(conditions).ways() <= WAYS
                || fault(
                        conditions,
                        "this condition can hold in more than " + WAYS + " ways, by its 'or' between facts");
    }

    /** The facts and constants of a condition, those of each way in which it can hold; 0 if the condition is too large. */
    static long partsOfAllWays(List<Condition> conditions) {
        Extent extent = Extent.of(conditions);
        return parts(conditions) > PARTS || extent.ways() > WAYS ? 0 : extent.parts();
    }

    private static long parts(List<Condition> conditions) {
        return conditions.stream()
                .flatMap(Condition::facts)
                .mapToLong(SizeCheck::parts)
                .sum();
    }

    private static long parts(Fact fact) {
        return 1
                + fact.constraints().stream()
                        .flatMap(Constraint::comparisons)
                        .mapToLong(comparison -> comparison.values().size())
                        .sum();
    }

    /**
     * How much there is to a condition.
     *
     * @param ways in how many ways it can hold
     * @param parts the facts and constants of all of them
     */
    private record Extent(long ways, long parts) {
        private static final long MOST = 1_000_000_000;

        static Extent of(List<Condition> conditions) {
            return conditions.stream().map(Extent::of).reduce(new Extent(1, 0), Extent::and);
        }

        private static Extent of(Condition condition) {
            if (condition instanceof AnyOf any) {
                return any.conditions().stream().map(Extent::of).reduce(new Extent(0, 0), Extent::or);
            } else if (condition instanceof AllOf all) {
                return of(all.conditions());
            }
            return new Extent(1, condition.facts().mapToLong(SizeCheck::parts).sum());
        }

        private Extent and(Extent other) {
            return new Extent(
                    Math.min(ways * other.ways, MOST), Math.min(parts * other.ways + ways * other.parts, MOST));
        }

        private Extent or(Extent other) {
            return new Extent(Math.min(ways + other.ways, MOST), Math.min(parts + other.parts, MOST));
        }
    }

    private boolean fault(List<Condition> conditions, String message) {
        Span first = conditions.get(0).span();
        Span span = first.to(conditions.get(conditions.size() - 1).span());
        faults.add(span, Code.CONDITION_TOO_LARGE, message, "say it with several rules");
        return false;
    }
}
