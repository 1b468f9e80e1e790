package org.recoveryrules.drools.fuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What came of the inputs of a run: counted, and told once at its end. */
final class Report {
    /** So many kinds of flaws are enough for a day. */
    private static final int FLAWS = 20;

    private final long start = System.nanoTime();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, String> flaws = new TreeMap<>();
    private int inputs;
    private long slowest;
    private String slowestInput = "";

    /** Counts an input. */
    void input(String name, long nanoseconds) {
        inputs++;
        if (nanoseconds > slowest) {
            slowest = nanoseconds;
            slowestInput = name;
        }
    }

    /** Counts what came of an input. */
    void outcome(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    /** Keeps a flaw, and the first input that shows one of its kind. */
    void flaw(Flaw flaw, String input, Supplier<String> smallest) {
        if (flaws.size() < FLAWS && !flaws.containsKey(flaw.kind())) {
            flaws.put(
                    flaw.kind(), "%s\n  at %s\n  %s\n%s".formatted(flaw.kind(), input, flaw.detail(), smallest.get()));
        }
    }

    /** All flaws, in words. */
    String flaws() {
        return String.join("\n", flaws.values());
    }

    int inputs() {
        return inputs;
    }

    /** How often something came of an input. */
    int count(String outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    @Override
    public String toString() {
        String counts = outcomes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(outcome -> outcome.getKey() + " " + outcome.getValue())
                .collect(Collectors.joining(", "));
        return "%d inputs in %d s; %s; the slowest took %d ms: %s"
                .formatted(
                        inputs,
                        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
                        counts,
                        TimeUnit.NANOSECONDS.toMillis(slowest),
                        slowestInput);
    }
}
