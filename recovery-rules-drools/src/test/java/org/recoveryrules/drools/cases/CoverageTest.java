package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.cases.ComparisonCoverage.Side;
import org.recoveryrules.drools.cases.Coverage.Share;

class CoverageTest {
    private static final Coverage COVERAGE = new Coverage(
            List.of(
                    new RuleCoverage("a.covered", Place.of("a/b.drl", 1), 1, 1, true),
                    new RuleCoverage("a.always", Place.of("a/b.drl", 4), 1, 0, false),
                    new RuleCoverage("a.never", Place.of("a/b.drl", 7), 0, 1, true),
                    new RuleCoverage("a.ever", Place.of("a/b.drl", 10), 2, 0, true),
                    new RuleCoverage("a.without", Place.of("a/c.drl", 1), 0, 0, true)),
            List.of(
                    new ComparisonCoverage(
                            "a.covered", Place.of("a/b.drl", 2), "champion", sides("true", 1, "false", 1), List.of()),
                    threshold("a.never", Place.of("a/b.drl", 8), 0, 3, 0, 2),
                    threshold("a.ever", Place.of("a/b.drl", 11), 3, 1, 2, 0),
                    threshold("a.ever", Place.of("a/b.drl", 12), 3, 1, 2, 1),
                    new ComparisonCoverage(
                            "a.without", Place.of("a/c.drl", 2), "champion", sides("true", 0, "false", 0), List.of())));

    @Test
    void what_is_covered_is_counted_of_each_kind() {
        assertThat(COVERAGE.ofRules()).isEqualTo(new Share(2, 5));
        assertThat(COVERAGE.ofComparisons()).isEqualTo(new Share(3, 5));
        assertThat(COVERAGE.ofThresholds()).isEqualTo(new Share(1, 3));
    }

    @Test
    void each_gap_is_told_once_at_its_place() {
        assertThat(COVERAGE.gaps())
                .extracting(Gap::toString)
                .containsExactly(
                        "a/b.drl:7: a.never: fires in none of 1 case",
                        "a/b.drl:8: a.never: priorFailures > 2: none with 3",
                        "a/b.drl:10: a.ever: fires in all of 2 cases",
                        "a/b.drl:11: a.ever: priorFailures > 2: none with 2",
                        "a/c.drl:1: a.without: has no case",
                        "a/c.drl:2: a.without: champion: none with true",
                        "a/c.drl:2: a.without: champion: none with false");
    }

    @ParameterizedTest
    @CsvSource({
        "MINOR, none with MINOR",
        "more than 2, none with more than 2",
        "with HEALTH, none with HEALTH",
        "without HEALTH, none without HEALTH"
    })
    void a_side_without_a_case_is_told_in_words(String words, String told) {
        assertThat(new Side(words, true, 0).none()).isEqualTo(told);
    }

    @Test
    void a_threshold_that_is_shown_on_both_sides_holds_and_does_not() {
        assertThat(COVERAGE.comparisons())
                .filteredOn(comparison -> comparison.isThreshold() && comparison.isThresholdCovered())
                .isNotEmpty()
                .allMatch(ComparisonCoverage::isCovered);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 100", "0, 3, 0", "2, 3, 66", "199, 200, 99", "999999, 1000000, 99", "200, 200, 100"})
    void percentages_are_rounded_down_so_that_100_means_all(int covered, int all, int percent) {
        assertThat(new Share(covered, all).percent()).isEqualTo(percent);
    }

    /** {@code priorFailures > 2}. */
    private static ComparisonCoverage threshold(String rule, Place place, int holds, int fails, int next, int value) {
        return new ComparisonCoverage(
                rule,
                place,
                "priorFailures >\n  2",
                sides("more than 2", holds, "2 or less", fails),
                List.of(new Side("2", false, value), new Side("3", true, next)));
    }

    private static List<Side> sides(String holds, int holding, String fails, int failing) {
        return List.of(new Side(holds, true, holding), new Side(fails, false, failing));
    }
}
