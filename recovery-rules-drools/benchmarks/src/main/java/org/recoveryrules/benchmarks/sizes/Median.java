package org.recoveryrules.benchmarks.sizes;

import java.util.Collection;

/** The figure in the middle, which a disturbance does not move. */
final class Median {
    private Median() {}

    static double of(Collection<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
