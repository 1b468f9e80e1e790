package org.recoveryrules.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.cases.ComparisonCoverage;
import org.recoveryrules.drools.cases.RuleCoverage;

/**
 * What the cases show of a rule, or of a comparison in it, in words.
 *
 * @param place where it stands
 * @param name the id of the rule, or the comparison in one line
 * @param extent how far they show it
 * @param sides what they show of each side
 */
record Shown(Place place, String name, Extent extent, List<Side> sides) {
    /** How far something is shown, told by a sign and by words, so that it can be told without colour. */
    enum Extent {
        /** All of it. */
        FULL("✓", "covered"),
        /** Of a threshold only that it holds and does not, not where; of a rule only that it fires. */
        HALF("◐", "half covered"),
        /** Something else could stand there, and no case would be the wiser. */
        NONE("✗", "not covered");

        private final String sign;
        private final String words;

        Extent(String sign, String words) {
            this.sign = sign;
            this.words = words;
        }

        /** Such as {@code ✓ covered}. */
        String label() {
            return sign + " " + words;
        }

        /** The name by which the page styles it. */
        String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the cases show of one side.
     *
     * @param words in how many cases it is seen
     * @param isGap whether it is seen in none
     */
    record Side(String words, boolean isGap) {
        private static Side of(int cases, UnaryOperator<String> seen, String unseen) {
            String number = cases + (cases == 1 ? " case" : " cases");
            return cases > 0 ? new Side(seen.apply(number), false) : new Side(unseen, true);
        }
    }

    static Shown of(RuleCoverage rule) {
        Extent notShown = rule.fires() > 0 ? Extent.HALF : Extent.NONE;
        Side silent = rule.conditional()
                ? Side.of(rule.silent(), number -> "silent in " + number, "silent in no case")
                : new Side("has no condition", false);
        return new Shown(
                rule.place(),
                rule.rule(),
                rule.isCovered() ? Extent.FULL : notShown,
                List.of(Side.of(rule.fires(), number -> "fires in " + number, "fires in no case"), silent));
    }

    static Shown of(ComparisonCoverage comparison) {
        List<Side> sides = new ArrayList<>();
        for (ComparisonCoverage.Side side : comparison.outcomes()) {
            String outcome = side.holds() ? "true" : "false";
            sides.add(Side.of(
                    side.cases(), number -> outcome + " in " + number, "never " + outcome + ": " + side.none()));
        }
        for (ComparisonCoverage.Side side : comparison.threshold()) {
            sides.add(Side.of(side.cases(), number -> number + " with " + side.words(), side.none()));
        }
        return new Shown(
                comparison.place(), comparison.comparison().replaceAll("\\s+", " "), extent(comparison), sides);
    }

    private static Extent extent(ComparisonCoverage comparison) {
        if (!comparison.isCovered()) {
            return Extent.NONE;
        }
        return comparison.isThresholdCovered() ? Extent.FULL : Extent.HALF;
    }
}
