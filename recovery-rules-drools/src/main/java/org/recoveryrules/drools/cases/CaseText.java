package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.recoveryrules.api.Reason;
import org.recoveryrules.drools.files.SourceText;

/** What came of a case, as text for people. */
record CaseText(CaseResult result) {
    private static final String INDENT = "\n  ";
    private static final String MISSING = "missing";
    private static final String NOT_EXPECTED = "not expected";

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        result.failure().ifPresent(failure -> lines.add("error: " + result.error()));
        lines.addAll(table());
        for (Blame blame : result.blames()) {
            // Which columns goes without saying where there is one.
            lines.add(blame.describe()
                    + (result.differences().size() > 1 ? " (" + String.join(", ", blame.columns()) + ")" : ""));
        }
        if (result.blames().isEmpty() && !result.differences().isEmpty()) {
            lines.add("all rules that fired: " + fired());
        }
        Case tested = result.tested();
        return tested.place().file() + ":" + tested.place().line() + ": " + SourceText.visible(tested.sentence())
                + lines.stream().map(line -> INDENT + SourceText.visible(line)).collect(Collectors.joining());
    }

    private String fired() {
        return result.decision().stream()
                .flatMap(decision -> decision.reasons().stream())
                .map(Reason::rule)
                .reduce((some, more) -> some + ", " + more)
                .orElse("none");
    }

    /** What was expected and what came, side by side; what is as expected is left out. */
    private List<String> table() {
        List<List<String>> rows = new ArrayList<>();
        for (Difference difference : result.differences()) {
            rows.addAll(rows(difference));
        }
        if (!rows.isEmpty()) {
            rows.add(0, List.of("", "expected", "came"));
        }
        int first = width(rows, 0);
        int second = width(rows, 1);
        return rows.stream()
                .map(row -> pad(row.get(0), first) + pad(row.get(1), second) + row.get(2))
                .toList();
    }

    private static List<List<String>> rows(Difference difference) {
        // Words of a set do not come one in place of another.
        int pairs = ExpectedColumns.isSet(difference.column())
                ? 0
                : Math.min(difference.missing().size(), difference.unexpected().size());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            rows.add(
                    List.of(difference.missing().get(i), difference.unexpected().get(i)));
        }
        difference.missing().stream().skip(pairs).forEach(words -> rows.add(List.of(words, MISSING)));
        difference.unexpected().stream().skip(pairs).forEach(words -> rows.add(List.of(NOT_EXPECTED, words)));
        return IntStream.range(0, rows.size())
                .mapToObj(i -> List.of(
                        i == 0 ? difference.column() : "",
                        rows.get(i).get(0),
                        rows.get(i).get(1)))
                .toList();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String pad(String cell, int width) {
        return cell + " ".repeat(width - cell.length() + 2);
    }
}
