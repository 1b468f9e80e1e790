package org.recoveryrules.benchmarks.peers;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recoveryrules.drools.syntax.Operator;

/** What a row of a decision table asks of one column. */
sealed interface Cell {
    /** What both ask; nothing if they exclude each other. */
    Optional<Cell> and(Cell other);

    /** The unary test in FEEL. */
    String feel();

    /**
     * One of some values.
     *
     * @param values in FEEL, with their quotes
     */
    record OneOf(Set<String> values) implements Cell {
        OneOf(List<String> values) {
            this(new LinkedHashSet<>(values));
        }

        @Override
        public Optional<Cell> and(Cell other) {
            Set<String> both = new LinkedHashSet<>(values);
            both.retainAll(((OneOf) other).values);
            return both.isEmpty() ? Optional.empty() : Optional.of(new OneOf(both));
        }

        @Override
        public String feel() {
            return String.join(",", values);
        }
    }

    /**
     * A number between two bounds.
     *
     * @param low the lower bound, if any
     * @param high the upper bound, if any
     */
    record Between(Optional<Bound> low, Optional<Bound> high) implements Cell {
        static Between of(Operator operator, String number) {
            BigDecimal value = new BigDecimal(number.endsWith("B") ? number.substring(0, number.length() - 1) : number);
            Optional<Bound> inside = Optional.of(new Bound(value, true));
            Optional<Bound> outside = Optional.of(new Bound(value, false));
            return switch (operator) {
                case EQUAL -> new Between(inside, inside);
                case LESS -> new Between(Optional.empty(), outside);
                case LESS_OR_EQUAL -> new Between(Optional.empty(), inside);
                case GREATER -> new Between(outside, Optional.empty());
                case GREATER_OR_EQUAL -> new Between(inside, Optional.empty());
                default -> throw new IllegalArgumentException(operator + " on a number is not expressed");
            };
        }

        @Override
        public Optional<Cell> and(Cell other) {
            Between that = (Between) other;
            Between both = new Between(tighter(low, that.low, 1), tighter(high, that.high, -1));
            return both.isEmpty() ? Optional.empty() : Optional.of(both);
        }

        private static Optional<Bound> tighter(Optional<Bound> one, Optional<Bound> other, int direction) {
            if (one.isEmpty() || other.isEmpty()) {
                return one.or(() -> other);
            }
            int order = one.get().value.compareTo(other.get().value) * direction;
            return order > 0 || (order == 0 && !one.get().included) ? one : other;
        }

        private boolean isEmpty() {
            if (low.isEmpty() || high.isEmpty()) {
                return false;
            }
            int order = low.get().value.compareTo(high.get().value);
            return order > 0 || (order == 0 && !(low.get().included && high.get().included));
        }

        @Override
        public String feel() {
            if (low.isPresent() && high.isPresent()) {
                return (low.get().included ? "[" : "]") + low.get().value + ".." + high.get().value
                        + (high.get().included ? "]" : "[");
            }
            return low.map(bound -> bound.beyond(">"))
                    .or(() -> high.map(bound -> bound.beyond("<")))
                    .orElse("-");
        }
    }

    /**
     * An end of a range.
     *
     * @param value where it is
     * @param included whether it belongs to it
     */
    record Bound(BigDecimal value, boolean included) {
        private String beyond(String direction) {
            return direction + (included ? "=" : "") + " " + value.toPlainString();
        }
    }
}
