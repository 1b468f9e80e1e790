package org.recoveryrules.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.cases.ComparisonCoverage;
import org.recoveryrules.drools.cases.RuleCoverage;

/**
 * What the cases show of a rule, or of a comparison in it, in words.
 *
 * @param place where it stands
 * @param rule the id of the rule
 * @param comparison the comparison in one line; nothing where this is about the rule itself
 * @param extent how far they show it
 * @param sides what they show of each side
 */
record Shown(Place place, String rule, Optional<String> comparison, Extent extent, List<Side> sides) {
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
        private static Side of(int cases, String seen, String unseen) {
            return cases > 0 ? new Side(seen.replace("#", number(cases)), false) : new Side(unseen, true);
        }
    }

    static Shown of(RuleCoverage rule) {
        Extent notShown = rule.fires() > 0 ? Extent.HALF : Extent.NONE;
        Side silent = rule.conditional()
                ? Side.of(rule.silent(), "silent in #", "silent in no case")
                : new Side("has no condition", false);
        return new Shown(
                rule.place(),
                rule.rule(),
                Optional.empty(),
                rule.isCovered() ? Extent.FULL : notShown,
                List.of(Side.of(rule.fires(), "fires in #", "fires in no case"), silent));
    }

    static Shown of(ComparisonCoverage comparison) {
        List<Side> sides = new ArrayList<>();
        for (ComparisonCoverage.Side side : comparison.outcomes()) {
            String outcome = side.holds() ? "true" : "false";
            sides.add(Side.of(side.cases(), outcome + " in #", "never " + outcome + ": none with " + side.words()));
        }
        for (ComparisonCoverage.Side side : comparison.threshold()) {
            sides.add(Side.of(side.cases(), "# with " + side.words(), "none with " + side.words()));
        }
        return new Shown(
                comparison.place(),
                comparison.rule(),
                Optional.of(comparison.comparison().replaceAll("\\s+", " ")),
                extent(comparison),
                sides);
    }

    private static Extent extent(ComparisonCoverage comparison) {
        if (!comparison.isCovered()) {
            return Extent.NONE;
        }
        return comparison.isThresholdCovered() ? Extent.FULL : Extent.HALF;
    }

    private static String number(int cases) {
        return cases + (cases == 1 ? " case" : " cases");
    }
}
