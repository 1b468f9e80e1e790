package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.cases.CsvScanner.Cell;
import org.recoveryrules.drools.cases.CsvScanner.Quotes;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.FaultsInText;

/** Reads one table: all that is wrong with it, and as a case every line with which nothing is. */
final class CaseTableReader {
    private final FaultsInText faults;
    private final Set<String> rules;
    private final CurrencyUnit currency;
    private Optional<CaseHeader> header = Optional.empty();

    CaseTableReader(FaultsInText faults, Set<String> rules, CurrencyUnit currency) {
        this.faults = faults;
        this.rules = rules;
        this.currency = currency;
    }

    List<Case> read() {
        List<List<Cell>> rows = CsvScanner.rows(faults.source().text()).stream()
                .filter(row -> !isSkipped(row))
                .toList();
        header = rows.stream()
                .limit(1)
                .filter(this::isQuoted)
                .flatMap(row -> CaseHeader.read(row, faults).stream())
                .findFirst();
        if (rows.isEmpty() || rows.size() == 1 && header.isPresent()) {
            faults.faults().add(wholeFile(), Code.CASES_EMPTY, "there is no case in this file");
        }
        List<Case> cases = new ArrayList<>();
        header.ifPresent(named -> cases.addAll(read(rows.subList(1, rows.size()), named)));
        return cases;
    }

    /** The columns that the first line names, once that is read. */
    List<String> columns() {
        return header.map(CaseHeader::columns).orElse(List.of());
    }

    /** Whether this is what a spreadsheet makes of an empty line or of one that begins with a {@code #}. */
    private static boolean isSkipped(List<Cell> row) {
        return row.get(0).text().startsWith("#") || row.stream().allMatch(Cell::isBlank);
    }

    /** Whether its quotes match; else that is noted. */
    private boolean isQuoted(List<Cell> row) {
        Cell last = row.get(row.size() - 1);
        if (last.quotes() == Quotes.UNMATCHED) {
            faults.add(
                    last.span(),
                    Code.CASE_QUOTE_MISSING,
                    "a cell that begins with a quote must end with one",
                    "write a quote within a cell twice, and the whole cell between quotes");
        }
        return last.quotes() != Quotes.UNMATCHED;
    }

    /** Whether it has as many cells as the header line; else that is noted. */
    private boolean isEven(List<Cell> row, int columns) {
        String message = "this line has " + row.size() + " cells, the header line " + columns;
        if (row.size() < columns) {
            faults.add(CsvScanner.span(row), Code.CASE_ROW_UNEVEN, message);
        } else if (row.size() > columns) {
            faults.add(
                    CsvScanner.span(row.subList(columns, row.size())),
                    Code.CASE_ROW_UNEVEN,
                    message,
                    "put a cell with a separator in it between quotes");
        }
        return row.size() == columns;
    }

    private List<Case> read(List<List<Cell>> rows, CaseHeader header) {
        Map<String, Integer> lines = new HashMap<>();
        rows.forEach(row -> lines.putIfAbsent(
                header.sentence(row),
                faults.source().place(CsvScanner.span(row)).line()));
        Bases<Map<String, Consumer<FailureContext.Builder>>> bases = new Bases<>(lines);
        List<Case> cases = new ArrayList<>();
        for (List<Cell> row : rows) {
            if (faults.isEnough(Code.CASE_VALUE_INVALID)) {
                return cases; // no more would be told
            } else if (isQuoted(row) && isEven(row, header.columns().size())) {
                CaseRow line = new CaseRow(row, header, rules, currency, faults);
                line.read(bases).ifPresent(cases::add);
                faults.faults().addAll(line.faults().all());
            } else {
                bases.add(header.sentence(row), Optional.empty());
            }
        }
        return cases;
    }

    private Place wholeFile() {
        return Place.of(faults.source().file());
    }
}
