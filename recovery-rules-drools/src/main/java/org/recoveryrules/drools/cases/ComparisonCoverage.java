package org.recoveryrules.drools.cases;

import java.util.List;
import org.recoveryrules.api.Diagnostic.Place;

/**
 * How far the cases beside its file show what a comparison in a rule does.
 *
 * @param rule the id of the rule
 * @param place where the comparison stands
 * @param comparison the comparison, as written
 * @param outcomes that it holds and that it does not
 * @param threshold of a threshold the value itself and the next one beyond it, since a threshold that is one off shows
 *     nowhere else; else none
 */
public record ComparisonCoverage(
        String rule, Place place, String comparison, List<Side> outcomes, List<Side> threshold) {
    /**
     * One side of a comparison.
     *
     * @param words what its field is on this side
     * @param holds whether the comparison holds on this side
     * @param cases how many cases are on this side
     */
    public record Side(String words, boolean holds, int cases) {
        /**
         * That no case is on this side.
         *
         * @return such as {@code none with MINOR}
         */
        public String none() {
            boolean begun = words.startsWith("with ") || words.startsWith("without ");
            return (begun ? "none " : "none with ") + words;
        }
    }

    public ComparisonCoverage {
        outcomes = List.copyOf(outcomes);
        threshold = List.copyOf(threshold);
    }

    static ComparisonCoverage of(Boundary boundary, List<CaseResult> results) {
        return new ComparisonCoverage(
                boundary.rule(),
                boundary.place(),
                boundary.comparison(),
                counted(boundary.outcomes(), results),
                counted(boundary.threshold(), results));
    }

    private static List<Side> counted(List<Boundary.Side> sides, List<CaseResult> results) {
        return sides.stream()
                .map(side -> new Side(side.words(), side.holds(), (int)
                        results.stream().filter(result -> isOn(result, side)).count()))
                .toList();
    }

    private static boolean isOn(CaseResult result, Boundary.Side side) {
        return result.decision()
                .filter(decision -> side.reached().test(result.tested().context(), decision.paradox()))
                .isPresent();
    }

    /**
     * Whether there is a case in which it holds and one in which it does not.
     *
     * @return false if there is more to show
     */
    public boolean isCovered() {
        return areCovered(outcomes);
    }

    /**
     * Whether it is a threshold.
     *
     * @return false if there are no values next to each other between which it could be one off
     */
    public boolean isThreshold() {
        return !threshold.isEmpty();
    }

    /**
     * Whether there is a case on both sides of its threshold, if it is one.
     *
     * @return false if there is more to show; if true, it {@link #isCovered() is covered} unless it is no threshold
     */
    public boolean isThresholdCovered() {
        return areCovered(threshold);
    }

    /**
     * What no case shows of it; of a threshold, its sides.
     *
     * @return one for each side without a case
     */
    public List<Gap> gaps() {
        return (isThreshold() ? threshold : outcomes)
                .stream()
                        .filter(side -> side.cases() == 0)
                        .map(side -> new Gap(place, rule, comparison.replaceAll("\\s+", " ") + ": " + side.none()))
                        .toList();
    }

    private static boolean areCovered(List<Side> sides) {
        return sides.stream().allMatch(side -> side.cases() > 0);
    }
}
