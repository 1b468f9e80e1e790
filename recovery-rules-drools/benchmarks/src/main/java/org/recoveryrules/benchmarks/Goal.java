package org.recoveryrules.benchmarks;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A ratio that is to be reached.
 *
 * @param says what the ratio is of
 * @param ratio works it out from the figures of all sections; NaN where they do not tell
 * @param bound where it is reached
 * @param side which side of the bound is the good one
 */
public record Goal(String says, ToDoubleFunction<Figures> ratio, Side side, double bound) {
    /** The good side of a bound. */
    public enum Side {
        AT_MOST("≤"),
        AT_LEAST("≥");

        private final String sign;

        Side(String sign) {
            this.sign = sign;
        }
    }

    /** A line of the table of goals. */
    String line(Figures figures) {
        double reached = ratio.applyAsDouble(figures);
        boolean met = side == Side.AT_MOST ? reached <= bound : reached >= bound;
        String verdict = Double.isNaN(reached) ? "not measured" : met ? "met" : "**missed**";
        String told = Double.isNaN(reached) ? "–" : String.format(Locale.ROOT, "%.2f", reached);
        return String.format(Locale.ROOT, "| %s | %s %s | %s | %s |", says, side.sign, bound, told, verdict);
    }
}
