package org.recoveryrules.drools.match;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import org.recoveryrules.drools.check.Evaluation;
import org.recoveryrules.drools.check.FactField;
import org.recoveryrules.drools.syntax.Constant;
import org.recoveryrules.drools.syntax.Constraint.Comparison;

/**
 * Something that rules ask of a field, and the cells into which the values of the field fall: a constant each, or for numbers
 * each threshold and the interval between two. Of a set of constants each that is asked for is an aspect of its own. No rule
 * sees a difference within a cell. Immutable.
 */
final class Aspect {
    private final int index;
    private final FactField field;
    private final int count;
    /** The constant that a set is asked for; none of another field. */
    private final Set<Enum<?>> element;
    /** What a number is compared with; none of another field. */
    private final BigDecimal[] thresholds;

    private Aspect(int index, FactField field, int count, Set<Enum<?>> element, BigDecimal... thresholds) {
        this.index = index;
        this.field = field;
        this.count = count;
        this.element = element;
        this.thresholds = thresholds;
    }

    /** An aspect of a field that holds one constant, true or false. */
    static Aspect ofConstants(int index, FactField field) {
        int count =
                field.kind() == FactField.Kind.BOOLEAN ? 2 : field.constants().size();
        return new Aspect(index, field, count, Set.of());
    }

    /** Whether a set of constants has one. */
    static Aspect ofElement(int index, FactField field, Enum<?> element) {
        return new Aspect(index, field, 2, Set.of(element));
    }

    /** An aspect of a number: the thresholds and what lies between. */
    static Aspect ofNumbers(int index, FactField field, TreeSet<BigDecimal> thresholds) {
        return new Aspect(index, field, 2 * thresholds.size() + 1, Set.of(), thresholds.toArray(BigDecimal[]::new));
    }

    /** Its place among the aspects of its policy. */
    int index() {
        return index;
    }

    /** How many cells there are. */
    int count() {
        return count;
    }

    /** Of what it is an aspect. */
    FactField field() {
        return field;
    }

    /** The cells in which a comparison holds. They are in the order of values, and each constant has one. */
    BitSet cells(Comparison comparison) {
        BitSet cells = new BitSet(count);
        int first = cellOf(comparison.values().get(0));
        switch (comparison.operator()) {
            case LESS -> cells.set(0, first);
            case LESS_OR_EQUAL -> cells.set(0, first + 1);
            case GREATER -> cells.set(first + 1, count);
            case GREATER_OR_EQUAL -> cells.set(first, count);
            case EQUAL, IN, CONTAINS -> comparison.values().forEach(value -> cells.set(cellOf(value)));
            case NOT_EQUAL, NOT_IN, NOT_CONTAINS -> {
                cells.set(0, count);
                comparison.values().forEach(value -> cells.clear(cellOf(value)));
            }
        }
        return cells;
    }

    private int cellOf(Constant constant) {
        return switch (field.kind()) {
            case CONSTANT, ORDERED_CONSTANT ->
                field.constant(constant.constant()).ordinal();
            case BOOLEAN -> Boolean.parseBoolean(constant.text()) ? 1 : 0;
            case SET -> 1;
            default -> cellOf(Evaluation.number(constant));
        };
    }

    /** The cell of what the field holds. */
    int cell(Object value) {
        return switch (field.kind()) {
            case CONSTANT, ORDERED_CONSTANT -> ((Enum<?>) value).ordinal();
            case BOOLEAN -> (Boolean) value ? 1 : 0;
            case SET -> ((Set<?>) value).containsAll(element) ? 1 : 0;
            default ->
                cellOf(value instanceof BigDecimal amount ? amount : BigDecimal.valueOf(((Number) value).longValue()));
        };
    }

    private int cellOf(BigDecimal number) {
        int found = Arrays.binarySearch(thresholds, number);
        return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
    }
}
