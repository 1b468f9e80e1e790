package org.recoveryrules.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.cases.CaseResult;
import org.recoveryrules.drools.cases.CaseResult.Outcome;
import org.recoveryrules.drools.cases.CaseRun;
import org.recoveryrules.drools.cases.Coverage;
import org.recoveryrules.drools.cases.Coverage.Share;
import org.recoveryrules.drools.cases.Gap;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/** What came of the cases of a policy, for people. */
final class CaseReport {
    private final ColorScheme colours;
    private final CaseRun run;

    CaseReport(ColorScheme colours, CaseRun run) {
        this.colours = colours;
        this.run = run;
    }

    /** Each case that did not pass, with the rules to blame, and a line that counts them all. */
    void print(PrintWriter out) {
        for (CaseResult result : run.results()) {
            if (result.outcome() != Outcome.PASSED) {
                out.println(coloured(result));
                out.println();
            }
        }
        out.println(sum());
    }

    private String coloured(CaseResult result) {
        Place line = result.tested().place();
        String place = line.file() + ":" + line.line();
        String rest = result.describe().substring(place.length());
        return paint(place, Style.bold)
                + (result.outcome() == Outcome.ERROR
                        ? rest.replaceFirst(
                                "(?m)^  error:", Matcher.quoteReplacement("  " + paint("error:", Style.fg_red)))
                        : rest);
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
