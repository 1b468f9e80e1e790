package org.recoveryrules.drools.cases;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recoveryrules.drools.cases.CsvScanner.Cell;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Nearest;
import org.recoveryrules.drools.files.Span;

/**
 * The header line of a table.
 *
 * @param columns the names of its columns
 */
record CaseHeader(List<String> columns) {
    /** The column of the sentences. */
    static final String SENTENCE = "case";

    /** The column of the cases whose contexts others start from. */
    static final String BASE = "base";

    private static final Set<String> REQUIRED = union(List.of(SENTENCE), ContextColumns.CORE);
    private static final Set<String> KNOWN =
            union(List.of(SENTENCE, BASE), ContextColumns.READERS.keySet(), ExpectedColumns.NAMES);

    /** Reads a header line; nothing comes back from a line that is none. */
    static Optional<CaseHeader> read(List<Cell> row, FaultsInText faults) {
        CaseHeader header =
                new CaseHeader(row.stream().map(cell -> cell.text().strip()).toList());
        if (header.columns.stream().anyMatch(KNOWN::contains)) {
            header.check(row, faults);
            return Optional.of(header);
        }
        faults.add(
                CsvScanner.span(row),
                Code.CASE_HEADER_MISSING,
                "a table begins with a line that names its columns: " + String.join(", ", REQUIRED)
                        + ", rules and others",
                "separate them by commas or semicolons");
        return Optional.empty();
    }

    /** Whether the columns are all known, there once, and enough. */
    boolean isSound() {
        return KNOWN.containsAll(columns)
                && columns.containsAll(REQUIRED)
                && !expecting().isEmpty()
                && columns.stream().distinct().count() == columns.size();
    }

    private void check(List<Cell> row, FaultsInText faults) {
        Set<String> missing = without(REQUIRED, columns);
        Set<String> free = without(KNOWN, columns);
        for (int i = 0; i < columns.size() && !faults.isEnough(Code.CASE_COLUMN_UNKNOWN); i++) {
            String column = columns.get(i);
            Span span = row.get(i).span();
            if (!KNOWN.contains(column)) {
                // A column that was meant is not missing as well.
                Nearest.to(column, free).ifPresent(missing::remove);
                String message = column.isEmpty() ? "a column needs a name" : "there is no column '" + column + "'";
                faults.add(span, Code.CASE_COLUMN_UNKNOWN, message, hint(column, free));
            } else if (columns.indexOf(column) < i) {
                faults.add(span, Code.CASE_COLUMN_TWICE, "there is another column '" + column + "'");
            }
        }
        missing.forEach(column -> faults.add(
                CsvScanner.span(row), Code.CASE_COLUMN_MISSING, "a table needs the column '" + column + "'"));
        // One that is not known may be meant to.
        if (expecting().isEmpty() && KNOWN.containsAll(columns)) {
            faults.add(
                    CsvScanner.span(row),
                    Code.CASE_COLUMN_MISSING,
                    "a table needs a column that expects something of a decision",
                    "such as rules; others are "
                            + ExpectedColumns.NAMES.stream().skip(1).collect(Collectors.joining(", ")));
        }
    }

    /** Its columns that expect something, in the order in which they are told. */
    List<String> expecting() {
        return ExpectedColumns.NAMES.stream().filter(columns::contains).toList();
    }

    private static String hint(String column, Set<String> free) {
        return Nearest.to(column, free).isPresent()
                ? Nearest.hint(column, free)
                : "a column is case, base, a component of the failure context, or "
                        + String.join(", ", ExpectedColumns.NAMES);
    }

    /** The cell of a column in a row; nothing if there is none. */
    Optional<Cell> cell(List<Cell> row, String column) {
        int index = columns.indexOf(column);
        return index < 0 || index >= row.size() ? Optional.empty() : Optional.of(row.get(index));
    }

    /** The sentence of a row, empty if it has none. */
    String sentence(List<Cell> row) {
        return cell(row, SENTENCE).map(cell -> sentence(cell.text())).orElse("");
    }

    /** A sentence in one line. */
    static String sentence(String text) {
        return text.strip().replaceAll("\\s+", " ");
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
