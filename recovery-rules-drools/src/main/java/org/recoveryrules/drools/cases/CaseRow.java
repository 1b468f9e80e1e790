package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.cases.CsvScanner.Cell;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Span;

/** One line of a table, with faults of its own: each of its parts is read, whatever is wrong with the others. */
final class CaseRow {
    private final FaultsInText found;
    private final List<Cell> row;
    private final CaseHeader header;
    private final Set<String> rules;
    private final CurrencyUnit currency;

    /**
     * A line.
     *
     * @param row its cells, as many as the header line has
     * @param header the header line
     * @param rules the ids of the rules in the rule file
     * @param currency the currency of its money
     * @param table where the table's own faults are noted
     */
    CaseRow(List<Cell> row, CaseHeader header, Set<String> rules, CurrencyUnit currency, FaultsInText table) {
        this.found = new FaultsInText(table.source(), new Faults());
        this.row = row;
        this.header = header;
        this.rules = rules;
        this.currency = currency;
    }

    /** All that is wrong with it. */
    Faults faults() {
        return found.faults();
    }

    /** The case; nothing if something is wrong with it, or if no case of the table can be run. */
    Optional<Case> read(Bases<Map<String, Consumer<FailureContext.Builder>>> bases) {
        String sentence = sentence(bases);
        List<Expected> expected = expected();
        Optional<FailureContext> context = context(sentence, bases);
        return context.isPresent() && faults().errors().isEmpty() && !rules.isEmpty()
                ? Optional.of(new Case(sentence, found.source().place(CsvScanner.span(row)), context.get(), expected))
                : Optional.empty();
    }

    private String sentence(Bases<?> bases) {
        String sentence = header.sentence(row);
        header.cell(row, CaseHeader.SENTENCE).ifPresent(cell -> bases.checkSentence(sentence, cell.span(), found));
        return sentence;
    }

    private List<Expected> expected() {
        List<Expected> expected = new ArrayList<>();
        for (String column : header.expecting()) {
            given(column)
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
    private Optional<FailureContext> context(
            String sentence, Bases<Map<String, Consumer<FailureContext.Builder>>> bases) {
        FaultsInText inContext = new FaultsInText(found.source(), new Faults());
        Optional<Map<String, Consumer<FailureContext.Builder>>> base = given(CaseHeader.BASE)
                .map(cell -> bases.find(CaseHeader.sentence(cell.text()), sentence, cell.span(), inContext))
                .orElseGet(() -> Optional.of(Map.of()));
        Map<String, Consumer<FailureContext.Builder>> known = new LinkedHashMap<>(base.orElseGet(Map::of));
        ContextColumns.READERS.forEach((column, reader) -> given(column).ifPresent(cell -> {
            if (cell.text().strip().equals(CaseCell.NONE)) {
                known.remove(column);
            } else {
                known.put(column, reader.apply(content(column, cell, inContext)));
            }
        }));
        if (base.isPresent()) {
            checkCore(known.keySet(), inContext);
        }
        found.faults().addAll(inContext.faults().all());
        boolean sound = base.isPresent() && inContext.faults().errors().isEmpty();
        bases.add(sentence, sound ? Optional.of(known) : Optional.empty());
        return header.isSound() && sound ? build(known) : Optional.empty();
    }

    private void checkCore(Set<String> known, FaultsInText inContext) {
        for (String column : ContextColumns.CORE) {
            if (!known.contains(column)) {
                header.cell(row, column)
                        .ifPresent(cell -> inContext.add(
                                cell.span(), Code.CASE_CONTEXT_INVALID, column + " must be given: it has no default"));
            }
        }
    }

    private Optional<FailureContext> build(Map<String, Consumer<FailureContext.Builder>> known) {
        FailureContext.Builder context = FailureContext.builder();
        known.values().forEach(component -> component.accept(context));
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

    /** A cell that is not blank. */
    private Optional<Cell> given(String column) {
        return header.cell(row, column).filter(cell -> !cell.isBlank());
    }

    private CaseCell content(String column, Cell cell, FaultsInText noted) {
        return new CaseCell(column, cell.text(), cell::span, currency, noted);
    }
}
