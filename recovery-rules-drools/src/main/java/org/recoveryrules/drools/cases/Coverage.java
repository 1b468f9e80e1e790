package org.recoveryrules.drools.cases;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recoveryrules.api.Diagnostic.Place;

/**
 * How far the cases of a policy show what its rules do. What a rule does must be shown by the cases beside its own file: what
 * other cases happen to touch, nobody there had in mind, and their authors may change it without a thought.
 *
 * @param rules how far they show each rule, by file and line
 * @param comparisons how far they show each comparison in the rules, by file and line
 */
public record Coverage(List<RuleCoverage> rules, List<ComparisonCoverage> comparisons) {
    private static final Comparator<Place> FILE_ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    /**
     * How many of something are covered.
     *
     * @param covered how many are covered, 0 or more
     * @param all how many there are, {@code covered} or more
     */
    public record Share(int covered, int all) {
        /**
         * The share that is covered, rounded down, so that 100 means all.
         *
         * @return 0 to 100; 100 where there is nothing to cover
         */
        public int percent() {
            return all == 0 ? 100 : (int) (100L * covered / all);
        }
    }

    public Coverage {
        rules = List.copyOf(rules);
        comparisons = List.copyOf(comparisons);
    }

    /** What the results of the cases beside each rule's file show; {@code results} has them by rule id. */
    static Coverage of(Map<String, Place> rules, List<Boundary> boundaries, Map<String, List<CaseResult>> results) {
        return new Coverage(
                rules.entrySet().stream()
                        .map(rule -> RuleCoverage.of(
                                rule.getKey(),
                                rule.getValue(),
                                results.getOrDefault(rule.getKey(), List.of()).stream()
                                        .flatMap(result -> result.decision().stream())
                                        .toList()))
                        .sorted(Comparator.comparing(RuleCoverage::place, FILE_ORDER))
                        .toList(),
                boundaries.stream()
                        .map(boundary ->
                                ComparisonCoverage.of(boundary, results.getOrDefault(boundary.rule(), List.of())))
                        .sorted(Comparator.comparing(ComparisonCoverage::place, FILE_ORDER))
                        .toList());
    }

    /**
     * How many rules are seen firing in one case and, where a condition could keep them from it, silent in another.
     *
     * @return the share of all rules
     */
    public Share ofRules() {
        return share(rules.stream().map(RuleCoverage::isCovered).toList());
    }

    /**
     * How many comparisons are seen holding in one case and not in another.
     *
     * @return the share of all comparisons
     */
    public Share ofComparisons() {
        return share(comparisons.stream().map(ComparisonCoverage::isCovered).toList());
    }

    /**
     * How many thresholds have a case on both sides: one with the value itself, and one with the next beyond it.
     *
     * @return the share of those comparisons that are thresholds
     */
    public Share ofThresholds() {
        return share(comparisons.stream()
                .filter(ComparisonCoverage::isThreshold)
                .map(ComparisonCoverage::isThresholdCovered)
                .toList());
    }

    /**
     * All that no case shows.
     *
     * @return none if every share is 100 percent; by file and line
     */
    public List<Gap> gaps() {
        return Stream.concat(
                        rules.stream().flatMap(rule -> rule.gap().stream()),
                        comparisons.stream().flatMap(comparison -> comparison.gaps().stream()))
                .sorted(Comparator.comparing(Gap::place, FILE_ORDER))
                .toList();
    }

    private static Share share(List<Boolean> covered) {
        return new Share((int) covered.stream().filter(Boolean::booleanValue).count(), covered.size());
    }
}
