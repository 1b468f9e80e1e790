package org.recoveryrules.drools.metrics;

import java.util.BitSet;
import java.util.Locale;
import org.recoveryrules.api.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often the paradox is said to apply, among the last decisions: a window of decisions rather than of time, so that a
 * quiet night says as much as a busy day. Told by one thread, asked by any.
 */
final class Reliance {
    /** A share of one in ten is then known to within two in a hundred, 19 times out of 20. */
    static final int WINDOW = 1_000;
    /** Before that the share says nothing: one in ten is then known to within six in a hundred. */
    static final int ENOUGH = 100;
    /** A share that goes up and down about the threshold shall not warn each time: it is back below four fifths of it. */
    private static final double BACK = 0.8;

    private static final Logger LOG = LoggerFactory.getLogger(Reliance.class);

    private final double threshold;
    private final BitSet applied = new BitSet(WINDOW);
    private int next;
    private int decisions;
    private boolean high;
    private volatile double share = Double.NaN;

    /**
     * Nothing is decided yet.
     *
     * @param threshold 0 to 1: a share above it is warned of
     */
    Reliance(double threshold) {
        this.threshold = threshold;
    }

    /** Moves the window on by one decision; says so where the share gets beyond the threshold, and where it is back. */
    void decided(Verdict verdict) {
        applied.set(next, verdict == Verdict.APPLIES);
        next = (next + 1) % WINDOW;
        decisions = Math.min(decisions + 1, WINDOW);
        if (decisions >= ENOUGH) {
            share = (double) applied.cardinality() / decisions;
            watch();
        }
    }

    private void watch() {
        if (!high && share > threshold) {
            high = true;
            LOG.warn(
                    "The recovery paradox is said to apply in {} of the last {} decisions, more than {}: it is rare, so look"
                            + " at what is given as severity, avoidability, foreseeability and prior failures, and at the"
                            + " policy",
                    percent(share),
                    decisions,
                    percent(threshold));
        } else if (high && share <= BACK * threshold) {
            high = false;
            LOG.info(
                    "The recovery paradox is said to apply in {} of the last {} decisions: rare again",
                    percent(share),
                    decisions);
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** The share, 0 to 1; not a number until there were enough decisions. */
    double share() {
        return share;
    }

    /** The threshold, 0 to 1. */
    double threshold() {
        return threshold;
    }
}
