package org.recoveryrules.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.Reason;
import org.recoveryrules.cli.Shown.Extent;
import org.recoveryrules.drools.cases.Blame;
import org.recoveryrules.drools.cases.CaseResult;
import org.recoveryrules.drools.cases.CaseResult.Outcome;
import org.recoveryrules.drools.cases.CaseRun;
import org.recoveryrules.drools.cases.Coverage;
import org.recoveryrules.drools.cases.Coverage.Share;
import org.recoveryrules.drools.cases.Difference;
import org.recoveryrules.drools.cases.Gap;
import org.recoveryrules.drools.mutation.Mutant;
import org.recoveryrules.drools.mutation.MutationRun;
import org.recoveryrules.drools.mutation.NoticingCase;
import org.recoveryrules.drools.mutation.Survivors;

/** The rule files of a policy, painted with what its cases show: one page of HTML that needs nothing else. */
final class CoveragePage {
    private static final Comparator<Place> FILE_ORDER =
            Comparator.comparing(Place::sheet).thenComparingInt(Place::line).thenComparingInt(Place::column);

    private final PolicyIdentity policy;
    private final CaseRun run;
    private final Optional<MutationRun> mutation;
    private final Map<String, byte[]> contents;
    private final Html html = new Html();
    private final Map<Object, String> anchors = new HashMap<>();
    private final Set<Object> anchored = new HashSet<>();

    private CoveragePage(
            PolicyIdentity policy, CaseRun run, Optional<MutationRun> mutation, Map<String, byte[]> contents) {
        this.policy = policy;
        this.run = run;
        this.mutation = mutation;
        this.contents = contents;
    }

    /**
     * Writes the page.
     *
     * @param policy the policy
     * @param run its cases, run
     * @param mutation what they notice of mistakes; nothing if none were made
     * @param contents the bytes of its files by their paths
     */
    static String of(PolicyIdentity policy, CaseRun run, Optional<MutationRun> mutation, Map<String, byte[]> contents)
            throws IOException {
        String title = Html.escaped("What the cases of " + policy.name() + " show");
        String content = new CoveragePage(policy, run, mutation, contents).content();
        String[] template = template().split("@TITLE@|@CONTENT@");
        return template[0] + title + template[1] + content + template[2];
    }

    private static String template() throws IOException {
        try (InputStream template = CoveragePage.class.getResourceAsStream("coverage.html")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String content() {
        Map<String, List<Shown>> files = files();
        html.begin("header").element("h1", "What the cases of " + policy.name() + " show", "id", "top");
        html.element("p", "Policy " + policy.name() + " " + policy.version()).end();
        html.begin("main");
        writeShares();
        writeFailures();
        writeGaps();
        mutation.ifPresent(made -> writeSurvivors(made.survivors(), files));
        writeIndex(files);
        files.forEach(this::writeFile);
        html.end().begin("footer");
        html.element(
                "p",
                "For a rule count the cases of the table beside its file, and no others. Percentages are rounded down, so"
                        + " that 100 means all.");
        html.element("p", "Policy " + policy.name() + " " + policy.version() + ", digest " + policy.digest());
        return html.end().toString();
    }

    /** What is shown of each file's rules and of the comparisons in them, in the order of the file. */
    private Map<String, List<Shown>> files() {
        Coverage coverage = run.coverage();
        return Stream.concat(
                        coverage.rules().stream().map(Shown::of),
                        coverage.comparisons().stream().map(Shown::of))
                .sorted(Comparator.comparing(Shown::place, FILE_ORDER))
                .collect(Collectors.groupingBy(shown -> shown.place().file(), TreeMap::new, Collectors.toList()));
    }

    private void writeShares() {
        Coverage coverage = run.coverage();
        html.begin("section").element("h2", "How much").begin("ul", "class", "shares");
        writeShare(
                "Cases",
                new Share((int) run.count(Outcome.PASSED), run.results().size()),
                "passed");
        writeShare("Rules", coverage.ofRules(), "fire in one case and not in another");
        writeShare("Comparisons", coverage.ofComparisons(), "hold in one case and not in another");
        writeShare("Thresholds", coverage.ofThresholds(), "have a case at the value and at the next beyond it");
        mutation.ifPresent(made -> writeShare("Mistakes", made.noticed(), "are noticed by a case"));
        html.end().end();
    }

    private void writeShare(String of, Share share, String what) {
        Extent extent = share.percent() == 100 ? Extent.FULL : Extent.NONE;
        html.begin("li", "class", extent.style());
        html.element("span", of).element("strong", share.percent() + " %");
        html.begin("span", "class", "bar", "aria-hidden", "true");
        html.element("i", "", "style", "width:" + share.percent() + "%").end();
        html.element("span", share.covered() + " of " + share.all() + " " + what)
                .end();
    }

    private void writeFailures() {
        List<CaseResult> failures = run.results().stream()
                .filter(result -> result.outcome() != Outcome.PASSED)
                .toList();
        if (failures.isEmpty()) {
            return;
        }
        html.begin("section").element("h2", "Cases that did not pass").begin("ul", "class", "list");
        for (CaseResult result : failures) {
            html.begin("li");
            html.element("a", line(result.tested().place()), "href", link(result));
            html.text(" " + result.tested().sentence()).end();
        }
        html.end().end();
    }

    private void writeGaps() {
        List<Gap> gaps = run.coverage().gaps();
        html.begin("section").element("h2", "What no case shows");
        if (gaps.isEmpty()) {
            html.element("p", "Nothing is left: cases show all that there is to show.");
        } else {
            html.begin("ul", "class", "list");
            for (Gap gap : gaps) {
                html.begin("li").element("a", gap.place().toString(), "href", link(gap.place()));
                html.begin("p")
                        .element("code", gap.rule())
                        .text(": " + gap.words())
                        .end()
                        .end();
            }
            html.end();
        }
        html.end();
    }

    private void writeSurvivors(List<Survivors> groups, Map<String, List<Shown>> files) {
        html.begin("section").element("h2", "What no case would notice");
        if (groups.isEmpty()) {
            html.element("p", "Nothing is left: cases notice every mistake that was made.");
        } else {
            Set<Place> shown = files.values().stream()
                    .flatMap(List::stream)
                    .map(Shown::place)
                    .collect(Collectors.toSet());
            html.begin("ul", "class", "list");
            groups.forEach(group -> writeSurvivors(group, shown));
            html.end();
        }
        html.end();
    }

    /** Mistakes, and the case that would notice them all. */
    private void writeSurvivors(Survivors group, Set<Place> shown) {
        html.begin("li");
        group.mutants().stream()
                .collect(Collectors.groupingBy(
                        mutant -> List.of(
                                mutant.place(), mutant.before(), mutant.after().isEmpty()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .forEach(mutants -> writeMutants(mutants, shown));
        group.noticing()
                .ifPresentOrElse(
                        this::writeNoticing,
                        () -> html.element("p", "No case was found that would notice: is it needed?"));
        html.end();
    }

    /** What became of one text; its place leads to the rule file where that is shown below. */
    private void writeMutants(List<Mutant> mutants, Set<Place> shown) {
        Mutant first = mutants.get(0);
        html.begin("p");
        if (shown.contains(first.place())) {
            html.element("a", first.place().toString(), "href", link(first.place()));
        } else {
            html.text(first.place().toString());
        }
        html.text(": ").element("code", first.before());
        if (first.after().isEmpty()) {
            html.text(" left out");
        } else {
            html.text(" became ").element("code", first.after());
            mutants.stream().skip(1).forEach(mutant -> html.text(", ").element("code", mutant.after()));
        }
        html.end();
    }

    private void writeNoticing(NoticingCase noticing) {
        html.begin("p").text("A case for ");
        if (noticing.table().isEmpty()) {
            html.text("a table beside the rule file");
        } else {
            html.element("code", noticing.table());
        }
        html.text(" that would notice:").end();
        html.element("pre", noticing.header() + "\n" + noticing.line());
    }

    private void writeIndex(Map<String, List<Shown>> files) {
        html.begin("nav", "aria-labelledby", "files").element("h2", "Rule files", "id", "files");
        html.begin("ul", "class", "list");
        files.forEach((file, shown) -> {
            long open =
                    shown.stream().filter(one -> one.extent() != Extent.FULL).count();
            html.begin("li").element("a", file, "href", link(file)).text(" ");
            String label = open == 0 ? Extent.FULL.label() : "✗ " + open + " of " + shown.size() + " not covered";
            html.element("b", label, "class", (open == 0 ? Extent.FULL : Extent.NONE).style())
                    .end();
        });
        html.end();
        html.begin("p", "class", "legend").text("In the files below ");
        html.element("b", Extent.FULL.label(), "class", Extent.FULL.style())
                .text(" means that cases show it both ways, ");
        html.element("b", Extent.HALF.label(), "class", Extent.HALF.style())
                .text(" that a threshold could be one off, or that a rule is never seen silent, ");
        html.element("b", Extent.NONE.label(), "class", Extent.NONE.style())
                .text(" that no case would notice if it were not there.");
        html.end().end();
    }

    private void writeFile(String file, List<Shown> shown) {
        html.begin("section").element("h2", file, "id", anchor(file));
        html.begin("p").element("a", "↑ to the top", "href", "#top").end();
        html.element("h3", "Rules");
        if (shown.stream().allMatch(one -> one.place().sheet().isEmpty())) {
            new PaintedText(text(file), shown).write(html, this::writeNotes);
        } else {
            writeCells(shown);
        }
        List<CaseResult> results = run.results().stream()
                .filter(result -> stem(result.tested().place().file()).equals(stem(file)))
                .toList();
        html.element("h3", "Cases");
        if (results.isEmpty()) {
            html.element("p", "There are none beside it.");
        } else {
            html.begin("ul", "class", "cases");
            results.forEach(this::writeCase);
            html.end();
        }
        html.end();
    }

    private String text(String file) {
        String text = new String(contents.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** What the name of a table and that of the rule file beside it begin with. */
    private static String stem(String file) {
        return file.replaceFirst("(\\.cases)?\\.[^./]+$", "");
    }

    /** A workbook has no text to paint: a table of what stands in which cell. */
    private void writeCells(List<Shown> shown) {
        html.begin("table").begin("tr").element("th", "Cell", "scope", "col");
        html.element("th", "What stands there", "scope", "col").end();
        Map<String, List<Shown>> cells = shown.stream()
                .collect(Collectors.groupingBy(one -> one.place().cell(), LinkedHashMap::new, Collectors.toList()));
        cells.forEach((cell, there) -> {
            html.begin("tr").element("th", cell, "scope", "row").begin("td");
            writeNotes(there);
            html.end().end();
        });
        html.end();
    }

    /** What is shown of what stands at one place; once of what several rules have from one cell. */
    private void writeNotes(List<Shown> notes) {
        Map<Shown, Integer> rules = new LinkedHashMap<>();
        notes.forEach(note -> rules.merge(note, 1, Integer::sum));
        rules.forEach((note, count) -> {
            html.begin("p", "class", "note " + note.extent().style(), "id", anchor(note.place()));
            html.element("b", note.extent().label(), "class", note.extent().style());
            if (notes.size() > 1 || !isRuleFile(note.place().file())) {
                html.text(" ").element("code", note.name());
            }
            html.text(count > 1 ? " in " + count + " rules" : "");
            for (Shown.Side side : note.sides()) {
                html.text(" ").element("span", side.words(), "class", side.isGap() ? "side gap" : "side");
            }
            html.end();
        });
    }

    /** Whether the rules stand there as they are; in a table, what stands there does not say all. */
    private static boolean isRuleFile(String file) {
        return file.endsWith(".drl");
    }

    private void writeCase(CaseResult result) {
        boolean passed = result.outcome() == Outcome.PASSED;
        html.begin("li", "id", anchor(result));
        html.element("b", passed ? "✓ passed" : "✗ failed", "class", (passed ? Extent.FULL : Extent.NONE).style());
        html.text(" " + result.tested().sentence() + " ");
        html.element("span", "line " + result.tested().place().line(), "class", "place");
        if (!result.error().isEmpty()) {
            html.element("p", result.error());
        }
        if (!result.differences().isEmpty()) {
            writeDifferences(result);
            writeBlames(result);
        }
        html.end();
    }

    private void writeDifferences(CaseResult result) {
        html.begin("dl");
        for (Difference difference : result.differences()) {
            html.begin("dt").element("code", difference.column()).end();
            html.begin("dd").text("expected ");
            html.element("code", words(difference.column(), difference.expected()))
                    .end();
            html.begin("dd").text("came ");
            html.element("code", words(difference.column(), difference.actual()))
                    .end();
        }
        html.end();
    }

    /** As a table spells them. */
    private static String words(String column, List<String> words) {
        return words.isEmpty() ? "-" : String.join(column.equals("remedies") ? "; " : " ", words);
    }

    /** The rules that have to do with it; all that fired where none is known to. */
    private void writeBlames(CaseResult result) {
        List<String> blames = result.blames().stream().map(Blame::describe).toList();
        if (blames.isEmpty()) {
            html.element("p", "All rules that fired:");
            blames = result.decision().stream()
                    .flatMap(decision -> decision.reasons().stream())
                    .map(Reason::rule)
                    .toList();
        } else {
            html.element("p", "Rules to blame:");
        }
        html.begin("ul", "class", "blames");
        blames.forEach(blame -> html.element("li", blame));
        html.end();
    }

    private static String line(Place place) {
        return place.file() + ":" + place.line();
    }

    private String link(Object target) {
        return "#" + id(target);
    }

    /** The id of an element; none if there is one with it, as where two comparisons were made from one cell. */
    private String anchor(Object target) {
        return anchored.add(target) ? id(target) : "";
    }

    private String id(Object target) {
        return anchors.computeIfAbsent(target, any -> "n" + (anchors.size() + 1));
    }
}
