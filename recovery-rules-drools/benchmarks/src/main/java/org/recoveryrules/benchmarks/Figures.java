package org.recoveryrules.benchmarks;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The figures of all sections.
 *
 * @param rows all of them
 */
public record Figures(List<Row> rows) {
    /** One figure; NaN where it was not measured. */
    public double of(String measure, String contender) {
        OptionalDouble figure = rows.stream()
                .filter(row -> row.measure().equals(measure) && row.contender().equals(contender))
                .mapToDouble(Row::figure)
                .findFirst();
        return figure.orElse(Double.NaN);
    }

    /** How a measure of one contender compares with the same of another. */
    public double ratio(String measure, String contender, String other) {
        return of(measure, contender) / of(measure, other);
    }
}
