package org.recoveryrules.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RecoveryRulesException;
import org.recoveryrules.drools.cases.CaseResult;
import org.recoveryrules.drools.cases.CaseResult.Outcome;
import org.recoveryrules.drools.cases.CaseRun;
import org.recoveryrules.drools.cases.Coverage;
import org.recoveryrules.drools.cases.Coverage.Share;
import org.recoveryrules.drools.cases.Difference;
import org.recoveryrules.drools.cases.Gap;
import org.recoveryrules.drools.cases.RuleCoverage;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/** What came of the cases of a policy, for people. */
final class CaseReport {
    /** Stands for nothing, as it does in a table of cases. */
    private static final String NOTHING = "-";

    private final ColorScheme colours;
    private final CaseRun run;
    private final Map<String, Place> places;

    CaseReport(ColorScheme colours, CaseRun run) {
        this.colours = colours;
        this.run = run;
        this.places =
                run.coverage().rules().stream().collect(Collectors.toMap(RuleCoverage::rule, RuleCoverage::place));
    }

    /** Each case that did not pass, with the rules to blame, and a line that counts them all. */
    void print(PrintWriter out) {
        for (CaseResult result : run.results()) {
            if (result.outcome() != Outcome.PASSED) {
                String place = paint(line(result.tested().place()), Style.bold);
                out.println(place + ": " + result.tested().sentence());
                lines(result).forEach(line -> out.println("  " + line));
                out.println();
            }
        }
        out.println(sum());
    }

    /** How much of the policy the cases show, and each gap. */
    void printCoverage(PrintWriter out) {
        Coverage coverage = run.coverage();
        out.println(share("rules", coverage.ofRules()) + " fire in one case and not in another");
        out.println(share("comparisons", coverage.ofComparisons()) + " hold in one case and not in another");
        out.println(
                share("thresholds", coverage.ofThresholds()) + " have a case at the value and at the next beyond it");
        List<Gap> gaps = coverage.gaps();
        if (!gaps.isEmpty()) {
            out.println("not shown by a case beside the rule:");
            gaps.forEach(gap -> out.println("  " + gap));
        }
    }

    private String share(String of, Share share) {
        return share(colours, of, share);
    }

    /** Such as {@code rules         90 %  10 of 11}. */
    static String share(ColorScheme colours, String of, Share share) {
        String percent = String.format(Locale.ROOT, "%-11s  %3d %%", of, share.percent());
        return colours.apply(percent, List.of(colour(share.percent() == 100))) + "  " + share.covered() + " of "
                + share.all();
    }

    private String sum() {
        if (run.results().isEmpty()) {
            return paint("no case was run", colour(false));
        }
        long failed = run.count(Outcome.FAILED);
        long errors = run.count(Outcome.ERROR);
        String sum = number(run.results().size(), "case") + ": " + run.count(Outcome.PASSED) + " passed"
                + (failed == 0 ? "" : ", " + failed + " failed")
                + (errors == 0 ? "" : ", " + number(errors, "error"));
        return paint(sum, colour(failed + errors == 0));
    }

    private List<String> lines(CaseResult result) {
        List<String> lines = new ArrayList<>();
        result.failure().ifPresent(failure -> lines.add(paint("error:", Style.fg_red) + " " + words(failure)));
        lines.addAll(table(result.differences()));
        result.unexpectedRules().forEach(reason -> lines.add(at(reason.rule()) + " fired" + facts(reason)));
        result.missingRules().forEach(rule -> lines.add(at(rule) + " did not fire, or nothing came of it"));
        if (result.unexpectedRules().isEmpty() && result.missingRules().isEmpty()) {
            result.decision().ifPresent(decision -> lines.add("all rules that fired: " + fired(decision)));
        }
        return lines;
    }

    /** What was expected and what came, side by side; what is as expected is left out. */
    private List<String> table(List<Difference> differences) {
        List<List<String>> rows = new ArrayList<>();
        for (Difference difference : differences) {
            String column = difference.column();
            Iterator<String> missing = difference.missing().iterator();
            Iterator<String> unexpected = difference.unexpected().iterator();
            while (missing.hasNext() || unexpected.hasNext()) {
                rows.add(List.of(column, next(missing), next(unexpected)));
                column = "";
            }
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

    private static String next(Iterator<String> words) {
        return words.hasNext() ? words.next() : NOTHING;
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String pad(String cell, int width) {
        return cell + " ".repeat(width - cell.length() + 2);
    }

    /** Why there was no decision. */
    static String words(RecoveryRulesException failure) {
        Throwable cause = failure.getCause();
        return failure.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }

    private static String facts(Reason reason) {
        if (reason.facts().isEmpty()) {
            return ", whatever the context";
        }
        return reason.facts().entrySet().stream()
                .map(fact -> fact.getKey() + " " + value(fact.getValue()))
                .collect(Collectors.joining(", ", " on ", ""));
    }

    private static String value(Object value) {
        if (value instanceof Collection<?> values) {
            return values.isEmpty()
                    ? NOTHING
                    : values.stream().map(CaseReport::value).collect(Collectors.joining(" "));
        }
        return value.toString();
    }

    private static String fired(RecoveryDecision decision) {
        return decision.reasons().stream().map(Reason::rule).collect(Collectors.joining(", "));
    }

    private String at(String rule) {
        Place place = places.get(rule);
        return place == null ? rule : line(place) + ": " + rule;
    }

    private static String line(Place place) {
        return place.file() + ":" + place.line();
    }

    private static String number(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static IStyle colour(boolean fine) {
        return fine ? Style.fg_green : Style.fg_red;
    }

    private String paint(String text, IStyle... styles) {
        return colours.apply(text, List.of(styles)).toString();
    }
}
