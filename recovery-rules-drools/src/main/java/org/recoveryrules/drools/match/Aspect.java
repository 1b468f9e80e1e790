package org.recoveryrules.drools.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.recoveryrules.drools.check.FactField;

/**
 * Something that rules ask of a field, and the cells into which the values of the field fall: a constant each, or for numbers
 * each threshold and the interval between two. Of a set of constants each that is asked for is an aspect of its own. No rule
 * sees a difference within a cell. Immutable.
 */
final class Aspect {
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final int index;
    private final FactField field;
    /** A value of each cell. */
    private final List<?> samples;

    private final BigDecimal[] thresholds;

    private Aspect(int index, FactField field, List<?> samples, BigDecimal... thresholds) {
        this.index = index;
        this.field = field;
        this.samples = samples;
        this.thresholds = thresholds;
    }

    /** An aspect of a field that holds one constant, true or false. */
    static Aspect ofConstants(int index, FactField field) {
        List<?> samples = field.kind() == FactField.Kind.BOOLEAN ? List.of(false, true) : field.constants();
        return new Aspect(index, field, samples);
    }

    /** Whether a set of constants has one. */
    static Aspect ofElement(int index, FactField field, Enum<?> element) {
        return new Aspect(index, field, List.of(Set.of(), Set.of(element)));
    }

    /** An aspect of a number: the thresholds and what lies between. */
    static Aspect ofNumbers(int index, FactField field, TreeSet<BigDecimal> thresholds) {
        List<BigDecimal> samples = new ArrayList<>();
        samples.add(thresholds.first().subtract(ONE));
        for (BigDecimal threshold : thresholds) {
            samples.add(threshold);
            BigDecimal next = thresholds.higher(threshold);
            samples.add(next == null ? threshold.add(ONE) : threshold.add(next).divide(TWO));
        }
        return new Aspect(index, field, samples, thresholds.toArray(BigDecimal[]::new));
    }

    /** Its place among the aspects of its policy. */
    int index() {
        return index;
    }

    /** How many cells there are. */
    int count() {
        return samples.size();
    }

    /** Of what it is an aspect. */
    FactField field() {
        return field;
    }

    /** The cells in which something holds that holds for all values of a cell or for none. */
    BitSet cells(Predicate<Object> holds) {
        BitSet cells = new BitSet(count());
        for (int cell = 0; cell < count(); cell++) {
            cells.set(cell, holds.test(samples.get(cell)));
        }
        return cells;
    }

    /** The cell of what the field holds. */
    int cell(Object value) {
        return switch (field.kind()) {
            case CONSTANT, ORDERED_CONSTANT -> ((Enum<?>) value).ordinal();
            case BOOLEAN -> (Boolean) value ? 1 : 0;
            case SET -> ((Set<?>) value).containsAll((Set<?>) samples.get(1)) ? 1 : 0;
            default ->
                cellOf(value instanceof BigDecimal amount ? amount : BigDecimal.valueOf(((Number) value).longValue()));
        };
    }

    private int cellOf(BigDecimal number) {
        int found = Arrays.binarySearch(thresholds, number);
        return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
    }
}
