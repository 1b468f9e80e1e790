package org.recoveryrules.benchmarks;

import java.util.Locale;

/** What a figure counts, and how it is told. */
public enum Unit {
    NANOSECONDS("ns"),
    MILLISECONDS("ms"),
    BYTES("B"),
    PER_SECOND("/s"),
    TIMES("×");

    private static final double HUNDRED = 100;
    private static final double THOUSAND = 1000;

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** The figure with its unit; three digits are all that is meant. */
    String tell(double figure) {
        return this == NANOSECONDS && figure >= THOUSAND ? tell(figure / THOUSAND, "µs") : tell(figure, symbol);
    }

    private static String tell(double figure, String symbol) {
        String format = figure >= HUNDRED ? "%,.0f %s" : figure >= 1 ? "%.1f %s" : "%.2f %s";
        return String.format(Locale.ROOT, format, figure, symbol);
    }
}
