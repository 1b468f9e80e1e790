package org.recoveryrules.drools.cases;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was meant. */
final class Suggestion {
    private Suggestion() {}

    /** The known word that is nearest to another one, if it is near at all. */
    static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= (word.length() + 2) / 3)
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A hint for people, empty if no word is near. */
    static String didYouMean(String word, Collection<String> known) {
        return nearest(word, known).map(Suggestion::didYouMean).orElse("");
    }

    static String didYouMean(String meant) {
        return "did you mean '" + meant + "'?";
    }

    /** How many letters to add, drop, change or swap with their neighbour, whatever their case. */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[][] steps = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, i, j, from, to);
            }
        }
        return steps[from.length()][to.length()];
    }

    private static int cheapest(int[][] steps, int i, int j, String from, String to) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int cheapest = Math.min(steps[i - 1][j - 1] + change, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(cheapest, steps[i - 2][j - 2] + 1) : cheapest;
    }
}
