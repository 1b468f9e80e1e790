package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.cases.CsvScanner.Cell;
import org.recoveryrules.drools.cases.CsvScanner.Quotes;

/** Reads one table: all that is wrong with it, and as a case every line with which nothing is. */
final class CaseTableReader {
    private final Map<String, Integer> lineBySentence = new HashMap<>();
    private final List<Case> cases = new ArrayList<>();
    private final String path;
    private final SourceText source;
    private final Set<String> rules;
    private final CurrencyUnit currency;
    private final Faults faults;

    CaseTableReader(String path, byte[] content, Set<String> rules, CurrencyUnit currency) {
        this.path = path;
        this.source = new SourceText(path, content);
        this.rules = rules;
        this.currency = currency;
        this.faults = new Faults(source);
    }

    CaseTable read() {
        source.malformed()
                .ifPresentOrElse(
                        offset -> faults.error(offset, offset + 1, "encoding", "is not UTF-8", "save it as UTF-8"),
                        this::readText);
        return new CaseTable(path, rules, cases, faults.inFileOrder());
    }

    private void readText() {
        if (rules.isEmpty()) {
            String message = "there is no rule file of this name beside it, or no rule in that file";
            faults.add(Place.of(path), Level.ERROR, "cases-without-rules", message, "");
        }
        List<List<Cell>> rows = CsvScanner.rows(source.text()).stream()
                .filter(row -> !isSkipped(row))
                .toList();
        Optional<CaseHeader> header = rows.stream()
                .limit(1)
                .filter(this::isQuoted)
                .flatMap(row -> CaseHeader.read(row, faults).stream())
                .findFirst();
        header.ifPresent(named -> rows.stream().skip(1).filter(this::isQuoted).forEach(row -> readCase(row, named)));
        if (rows.isEmpty() || rows.size() == 1 && header.isPresent()) {
            faults.add(Place.of(path), Level.WARNING, "cases-empty", "there is no case in this table", "");
        }
    }

    /** Whether this is what a spreadsheet makes of an empty line or of one that begins with a {@code #}. */
    private static boolean isSkipped(List<Cell> row) {
        return row.get(0).text().startsWith("#") || row.stream().allMatch(Cell::isBlank);
    }

    /** Whether its quotes match; else that is noted. */
    private boolean isQuoted(List<Cell> row) {
        Cell last = row.get(row.size() - 1);
        if (last.quotes() == Quotes.UNMATCHED) {
            faults.error(
                    last,
                    "case-quote-missing",
                    "a cell that begins with a quote must end with one",
                    "write a quote within a cell twice, and the whole cell between quotes");
        }
        return last.quotes() != Quotes.UNMATCHED;
    }

    private void readCase(List<Cell> row, CaseHeader header) {
        if (!isEven(row, header.columns().size())) {
            return;
        }
        long errors = faults.errors();
        Place place = source.place(row.get(0).start(), row.get(row.size() - 1).end());
        String sentence = sentence(row, header);
        Map<String, Set<String>> expected = expected(row, header);
        Optional<FailureContext> context = context(row, header);
        if (context.isPresent() && faults.errors() == errors && !rules.isEmpty()) {
            cases.add(new Case(sentence, place, context.get(), expected));
        }
    }

    private boolean isEven(List<Cell> row, int columns) {
        String message = "this line has " + row.size() + " cells, the header line " + columns;
        if (row.size() < columns) {
            faults.error(row, "case-row-uneven", message, "");
        } else if (row.size() > columns) {
            String hint = "put a cell with a separator in it between quotes";
            faults.error(row.subList(columns, row.size()), "case-row-uneven", message, hint);
        }
        return row.size() == columns;
    }

    private String sentence(List<Cell> row, CaseHeader header) {
        Optional<Cell> cell = header.cell(row, CaseHeader.SENTENCE);
        if (cell.isEmpty()) {
            return "";
        }
        if (cell.get().isBlank()) {
            faults.error(cell.get(), "case-sentence-missing", "a case needs a sentence that says what it shows", "");
            return "";
        }
        String sentence = content(CaseHeader.SENTENCE, cell.get()).sentence();
        Place place = source.place(cell.get().start(), cell.get().end());
        Integer other = lineBySentence.putIfAbsent(sentence, place.line());
        if (other != null) {
            faults.add(place, Level.WARNING, "case-duplicate", "line " + other + " has the same sentence", "");
        }
        return sentence;
    }

    private Map<String, Set<String>> expected(List<Cell> row, CaseHeader header) {
        Map<String, Set<String>> expected = new LinkedHashMap<>();
        header.cell(row, Case.RULES).ifPresent(cell -> {
            if (cell.isBlank()) {
                String message = "a case needs the ids of the rules that fire";
                faults.error(cell, "case-expectation-missing", message, "write - if none of this file's rules does");
            } else if (!rules.isEmpty()) {
                expected.put(Case.RULES, content(Case.RULES, cell).rules(rules));
            }
        });
        ExpectedColumns.READERS.forEach((column, reader) -> header.cell(row, column)
                .filter(cell -> !cell.isBlank())
                .ifPresent(cell -> expected.put(column, reader.expected().apply(content(column, cell)))));
        return expected;
    }

    private Optional<FailureContext> context(List<Cell> row, CaseHeader header) {
        long errors = faults.errors();
        FailureContext.Builder context = FailureContext.builder();
        ContextColumns.READERS.forEach((column, reader) -> header.cell(row, column)
                .ifPresent(cell -> {
                    if (!cell.isBlank()) {
                        reader.accept(content(column, cell), context);
                    } else if (ContextColumns.CORE.contains(column)) {
                        faults.error(cell, "case-context-invalid", column + " must be given: it has no default", "");
                    }
                }));
        return header.sound() && faults.errors() == errors ? build(context, row, header) : Optional.empty();
    }

    private Optional<FailureContext> build(FailureContext.Builder context, List<Cell> row, CaseHeader header) {
        try {
            return Optional.of(context.build());
        } catch (IllegalArgumentException e) {
            // The message begins with the component: history.lastRecovery must be …
            String message = String.valueOf(e.getMessage());
            String column = message.replaceFirst("^\\w+\\.(\\w+)(?s:.*)", "$1");
            List<Cell> at = header.cell(row, column).map(List::of).orElse(row);
            faults.error(at, "case-context-invalid", message, "");
            return Optional.empty();
        }
    }

    private CaseCell content(String column, Cell cell) {
        return new CaseCell(column, cell, currency, faults);
    }
}
