package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.drools.cases.CaseRun;
import org.recoveryrules.drools.cases.ComparisonCoverage;
import org.recoveryrules.drools.cases.ComparisonCoverage.Side;
import org.recoveryrules.drools.cases.Coverage;
import org.recoveryrules.drools.cases.RuleCoverage;

/** The page as it is written; as it is seen it is tested in {@link CoveragePageIT}. */
class CoveragePageTest {
    private static final PolicyIdentity POLICY = new PolicyIdentity("<b>@CONTENT@", "1", "0".repeat(64));
    private static final List<Side> SEEN = List.of(new Side("MAJOR", true, 2), new Side("MINOR", false, 1));

    @Test
    void what_is_covered_half_and_not_is_told_by_a_sign_and_words() throws IOException {
        List<Side> half = List.of(new Side("MAJOR", true, 1), new Side("MODERATE", false, 0));
        List<Side> never = List.of(new Side("true", true, 0), new Side("false", false, 3));

        String page = page(
                "a/b.drl",
                "rule \"a.one\"\nA( severity\n >= MAJOR,\n x\n)\r\n",
                List.of(new RuleCoverage("a.one", place("a/b.drl", 1, 6, 1, 13), 2, 1, true)),
                List.of(
                        comparison(place("a/b.drl", 2, 4, 3, 10), "severity\n >= MAJOR", SEEN, half),
                        comparison(place("a/b.drl", 4, 2, 4, 3), "x", never, List.of())));

        assertThat(page).contains("""
                <ol class="code"><li><code>rule <mark class="full">&quot;a.one&quot;</mark></code><p class="note full" id="n4">\
                <b class="full">✓ covered</b> <span class="side">fires in 2 cases</span> \
                <span class="side">silent in 1 case</span></p></li>\
                <li><code>A( <mark class="half">severity</mark></code></li>\
                <li><code><mark class="half"> &gt;= MAJOR</mark>,</code><p class="note half" id="n1">\
                <b class="half">◐ half covered</b> <span class="side">true in 2 cases</span> \
                <span class="side">false in 1 case</span> <span class="side">1 case with MAJOR</span> \
                <span class="side gap">none with MODERATE</span></p></li>\
                <li><code> <mark class="none">x</mark></code><p class="note none" id="n2">\
                <b class="none">✗ not covered</b> <span class="side gap">never true: none with true</span> \
                <span class="side">false in 3 cases</span></p></li>\
                <li><code>)</code></li></ol>""");
    }

    @Test
    void what_is_not_shown_comes_first_and_leads_to_its_place() throws IOException {
        Place place = place("a/b.drl", 1, 1, 1, 2);

        String page = page(
                "a/b.drl",
                "x",
                List.of(),
                List.of(comparison(place, "x", List.of(new Side("true", true, 0)), List.of())));

        assertThat(page)
                .containsSubsequence(
                        "<a href=\"#n1\">a/b.drl:1:1</a><p><code>a.one</code>: x: none with true</p>", "id=\"n1\"");
    }

    @Test
    void where_all_is_shown_nothing_is_left() throws IOException {
        assertThat(page("a/b.drl", "x", List.of(), List.of())).contains("Nothing is left");
    }

    @Test
    void what_several_rules_have_from_one_cell_is_told_once_by_its_name() throws IOException {
        Place cell = new Place("a/t.xlsx", "Tariff", 8, 2, 8, 3, "severity > MINOR");
        ComparisonCoverage comparison = comparison(cell, "severity > MINOR", SEEN, List.of());

        String page = page("a/t.xlsx", "PK", List.of(), List.of(comparison, comparison));

        assertThat(page).contains("""
                <tr><th scope="row">Tariff!B8</th><td><p class="note full" id="n2"><b class="full">✓ covered</b> \
                <code>severity &gt; MINOR</code> in 2 rules <span class="side">true in 2 cases</span> \
                <span class="side">false in 1 case</span></p></td></tr>""").doesNotContain("PK");
    }

    @Test
    void of_what_was_made_from_one_cell_of_a_table_in_text_the_worst_is_seen() throws IOException {
        List<Side> never = List.of(new Side("more", true, 0));
        Place place = place("a/t.csv", 1, 3, 1, 4);

        String page = page(
                "a/t.csv",
                "\ufeffx;5;😀;y",
                List.of(new RuleCoverage("a.one", place("a/t.csv", 1, 7, 1, 8), 1, 1, true)),
                List.of(
                        comparison(place, "delayHours > 5", SEEN, List.of()),
                        comparison(place, "apologies > 5", never, List.of())));

        assertThat(page)
                .contains("<code>x;<mark class=\"none\">5</mark>;😀;<mark class=\"full\">y</mark></code>")
                .contains("""
                <code>delayHours &gt; 5</code> <span class="side">""")
                .contains("""
                <code>apologies &gt; 5</code> <span class="side gap">""");
    }

    @Test
    void names_and_files_are_text() throws IOException {
        Place place = place("a/<i>.drl", 1, 1, 1, 5);

        String page = page(
                "a/<i>.drl",
                "<script>alert(1)</script> @TITLE@ &amp;",
                List.of(new RuleCoverage("<u>", place, 0, 0, true)),
                List.of());

        assertThat(page)
                .contains("<title>What the cases of &lt;b&gt;@CONTENT@ show</title>")
                .contains("<h2 id=\"n2\">a/&lt;i&gt;.drl</h2>")
                .contains("<code>&lt;u&gt;</code>")
                .contains("<mark class=\"none\">&lt;scr</mark>ipt&gt;alert(1)&lt;/script&gt; @TITLE@ &amp;amp;</code>")
                .doesNotContain("<script", "<b>@", "<i>.", "<u>");
    }

    @Test
    void a_place_beyond_the_text_is_the_end_of_it() throws IOException {
        Place beyond = place("a/b.drl", 1, 2, 9, 9);

        String page = page("a/b.drl", "xy", List.of(new RuleCoverage("a.one", beyond, 1, 1, true)), List.of());

        assertThat(page).contains("<li><code>x<mark class=\"full\">y</mark></code><p class=\"note full\"");
    }

    private static Place place(String file, int line, int column, int endLine, int endColumn) {
        return new Place(file, "", line, column, endLine, endColumn, "");
    }

    private static ComparisonCoverage comparison(Place place, String text, List<Side> outcomes, List<Side> threshold) {
        return new ComparisonCoverage("a.one", place, text, outcomes, threshold);
    }

    private static String page(String file, String text, List<RuleCoverage> rules, List<ComparisonCoverage> comparisons)
            throws IOException {
        return CoveragePage.of(
                POLICY,
                new CaseRun(List.of(), new Coverage(rules, comparisons)),
                Optional.empty(),
                Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
    }
}
