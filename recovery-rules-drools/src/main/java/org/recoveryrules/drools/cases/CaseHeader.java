package org.recoveryrules.drools.cases;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recoveryrules.drools.cases.CsvScanner.Cell;

/**
 * The header line of a table.
 *
 * @param columns the names of its columns
 * @param sound whether they are all known, there once, and enough
 */
record CaseHeader(List<String> columns, boolean sound) {
    /** The column of the sentences. */
    static final String SENTENCE = "case";

    private static final Set<String> REQUIRED = union(List.of(SENTENCE), ContextColumns.CORE, List.of(Case.RULES));
    private static final Set<String> KNOWN =
            union(REQUIRED, ContextColumns.READERS.keySet(), ExpectedColumns.READERS.keySet());

    /** Reads a header line; nothing comes back from a line that is none. */
    static Optional<CaseHeader> read(List<Cell> row, Faults faults) {
        List<String> columns = row.stream().map(cell -> cell.text().strip()).toList();
        long errors = faults.errors();
        if (columns.stream().noneMatch(KNOWN::contains)) {
            faults.error(
                    row,
                    "case-header-missing",
                    "a table begins with a line that names its columns: " + String.join(", ", REQUIRED) + " and others",
                    "separate them by commas or semicolons");
            return Optional.empty();
        }
        Set<String> missing = without(REQUIRED, columns);
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (!KNOWN.contains(column)) {
                Optional<String> meant = Suggestion.nearest(column, without(KNOWN, columns));
                meant.ifPresent(missing::remove);
                unknown(row.get(i), column, meant, faults);
            } else if (columns.indexOf(column) < i) {
                faults.error(row.get(i), "case-column-twice", "there is another column '" + column + "'", "");
            }
        }
        missing.forEach(column -> faults.error(
                row, "case-column-missing", "there is no column '" + column + "', which every table has", ""));
        return Optional.of(new CaseHeader(columns, faults.errors() == errors));
    }

    /** The cell of a column in a row that is as long as this line; nothing if there is no such column. */
    Optional<Cell> cell(List<Cell> row, String column) {
        int index = columns.indexOf(column);
        return index < 0 ? Optional.empty() : Optional.of(row.get(index));
    }

    private static void unknown(Cell cell, String column, Optional<String> meant, Faults faults) {
        faults.error(
                cell,
                "case-column-unknown",
                column.isEmpty() ? "a column needs a name" : "'" + column + "' is no column",
                meant.map(Suggestion::didYouMean)
                        .orElse("a column is a component of the failure context, or one of "
                                + String.join(
                                        ", ", union(List.of(SENTENCE, Case.RULES), ExpectedColumns.READERS.keySet()))));
    }

    @SafeVarargs
    private static Set<String> union(Collection<String>... columns) {
        Set<String> union = new LinkedHashSet<>();
        for (Collection<String> some : columns) {
            union.addAll(some);
        }
        return union;
    }

    private static Set<String> without(Set<String> columns, List<String> others) {
        Set<String> rest = new LinkedHashSet<>(columns);
        others.forEach(rest::remove);
        return rest;
    }
}
