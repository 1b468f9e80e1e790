package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.cases.CsvScanner.Cell;
import org.recoveryrules.drools.cases.CsvScanner.Quotes;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Span;

/** Reads one table: all that is wrong with it, and as a case every line with which nothing is. */
final class CaseTableReader {
    private final Map<String, Integer> lineBySentence = new HashMap<>();
    private final FaultsInText faults;
    private final Set<String> rules;
    private final CurrencyUnit currency;

    CaseTableReader(FaultsInText faults, Set<String> rules, CurrencyUnit currency) {
        this.faults = faults;
        this.rules = rules;
        this.currency = currency;
    }

    List<Case> read() {
        if (rules.isEmpty()) {
            String message = "there is no rule file of this name beside it, or no rule in that file";
            faults.faults().add(wholeFile(), Code.CASES_WITHOUT_RULES, message);
        }
        List<List<Cell>> rows = CsvScanner.rows(faults.source().text()).stream()
                .filter(row -> !isSkipped(row))
                .toList();
        Optional<CaseHeader> header = rows.stream()
                .limit(1)
                .filter(this::isQuoted)
                .flatMap(row -> CaseHeader.read(row, faults).stream())
                .findFirst();
        if (rows.isEmpty() || rows.size() == 1 && header.isPresent()) {
            faults.faults().add(wholeFile(), Code.CASES_EMPTY, "there is no case in this table");
        }
        List<Case> cases = new ArrayList<>();
        header.ifPresent(named -> rows.stream()
                .skip(1)
                .filter(this::isQuoted)
                .filter(row -> isEven(row, named.columns().size()))
                .forEach(row -> read(row, named).ifPresent(cases::add)));
        return cases;
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

    private Optional<Case> read(List<Cell> row, CaseHeader header) {
        Line line = new Line(row, header);
        Optional<Case> read = line.read();
        faults.faults().addAll(line.found.faults().all());
        return read;
    }

    private Place wholeFile() {
        return Place.of(faults.source().file());
    }

    /** One line, with faults of its own: each of its parts is read, whatever is wrong with the others. */
    private final class Line {
        private final FaultsInText found = new FaultsInText(faults.source(), new Faults());
        private final List<Cell> row;
        private final CaseHeader header;

        Line(List<Cell> row, CaseHeader header) {
            this.row = row;
            this.header = header;
        }

        Optional<Case> read() {
            String sentence =
                    header.cell(row, CaseHeader.SENTENCE).map(this::sentence).orElse("");
            List<Expected> expected = expected();
            Optional<FailureContext> context = context();
            return context.isPresent() && found.faults().errors().isEmpty() && !rules.isEmpty()
                    ? Optional.of(new Case(sentence, place(CsvScanner.span(row)), context.get(), expected))
                    : Optional.empty();
        }

        private String sentence(Cell cell) {
            if (cell.isBlank()) {
                String message = "a case needs a sentence that says what it shows";
                found.add(cell.span(), Code.CASE_SENTENCE_MISSING, message);
                return "";
            }
            String sentence = content(CaseHeader.SENTENCE, cell, found).sentence();
            Integer other =
                    lineBySentence.putIfAbsent(sentence, place(cell.span()).line());
            if (other != null) {
                found.add(cell.span(), Code.CASE_DUPLICATE, "line " + other + " has the same sentence");
            }
            return sentence;
        }

        private List<Expected> expected() {
            List<Expected> expected = new ArrayList<>();
            for (String column : header.expecting()) {
                header.cell(row, column)
                        .filter(cell -> !cell.isBlank())
                        // Without a rule file there is no rule that could be meant.
                        .filter(cell -> !column.equals(Case.RULES) || !rules.isEmpty())
                        .flatMap(cell -> ExpectedColumns.read(column, content(column, cell, found), rules))
                        .ifPresent(expected::add);
            }
            List<Cell> cells = header.expecting().stream()
                    .flatMap(column -> header.cell(row, column).stream())
                    .toList();
            if (!cells.isEmpty() && cells.stream().allMatch(Cell::isBlank)) {
                String message = "a case needs something that it expects of its decision";
                String hint = "write the rules that fire, or - if none of this file's rules does";
                found.add(cells.get(0).span(), Code.CASE_EXPECTATION_MISSING, message, hint);
            }
            return expected;
        }

        /** The context, unless something is wrong with it: whether its parts fit is asked once each is right. */
        private Optional<FailureContext> context() {
            FaultsInText inContext = new FaultsInText(found.source(), new Faults());
            FailureContext.Builder context = FailureContext.builder();
            ContextColumns.READERS.forEach((column, reader) -> header.cell(row, column)
                    .ifPresent(cell -> {
                        if (!cell.isBlank()) {
                            reader.accept(content(column, cell, inContext), context);
                        } else if (ContextColumns.CORE.contains(column)) {
                            String message = column + " must be given: it has no default";
                            inContext.add(cell.span(), Code.CASE_CONTEXT_INVALID, message);
                        }
                    }));
            found.faults().addAll(inContext.faults().all());
            return header.isSound() && inContext.faults().errors().isEmpty() ? build(context) : Optional.empty();
        }

        private Optional<FailureContext> build(FailureContext.Builder context) {
            try {
                return Optional.of(context.build());
            } catch (IllegalArgumentException e) {
                // The message begins with the component: history.lastRecovery must be …
                String message = String.valueOf(e.getMessage());
                String column = message.replaceFirst("^\\w+\\.(\\w+)(?s:.*)", "$1");
                Span at = header.cell(row, column).map(Cell::span).orElse(CsvScanner.span(row));
                found.add(at, Code.CASE_CONTEXT_INVALID, message);
                return Optional.empty();
            }
        }

        private CaseCell content(String column, Cell cell, FaultsInText noted) {
            return new CaseCell(column, cell.text(), cell::span, currency, noted);
        }

        private Place place(Span span) {
            return found.source().place(span);
        }
    }
}
