package org.recoveryrules.drools.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** What somebody may have meant: the nearest of what is allowed, by edit distance. */
public final class Nearest {
    /** No longer word is meant as another; and two that differ by more in length are no nearer than that. */
    private static final int LETTERS = 100;

    /** Shorter ones are within others by chance. */
    private static final int WORD = 4;

    /** Of more words none is looked for. */
    private static final int WORDS = 1_000;

    /** So many pairs of letters are compared to find what is nearest; a hint is not worth more. */
    private static final int PAIRS = 200_000;

    /** So much of what is allowed is listed. */
    private static final int LISTED = 2_000;

    private Nearest() {}

    /**
     * The nearest word.
     *
     * @param word what was written
     * @param allowed what may be written
     * @return the one with the fewest letters to change, if these are few
     */
    public static Optional<String> to(String word, Collection<String> allowed) {
        String given = word.toLowerCase(Locale.ROOT);
        if (given.length() > LETTERS || allowed.size() > WORDS || pairs(given, allowed) > PAIRS) {
            return Optional.empty();
        }
        return allowed.stream()
                .filter(candidate -> !candidate.isBlank() && candidate.length() <= LETTERS)
                .min(Comparator.<String>comparingInt(candidate -> distance(given, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> isNear(given, candidate.toLowerCase(Locale.ROOT)));
    }

    private static long pairs(String given, Collection<String> allowed) {
        return given.length() * allowed.stream().mapToLong(String::length).sum();
    }

    /** Whether a third of the letters differ at most, or a word stands within the other. */
    private static boolean isNear(String given, String candidate) {
        int shorter = Math.min(given.length(), candidate.length());
        return distance(given, candidate) <= Math.max(1, (shorter + 1) / 3)
                || (shorter >= WORD && (given.contains(candidate) || candidate.contains(given)));
    }

    /**
     * A hint that proposes the nearest word.
     *
     * @param word what was written
     * @param allowed what may be written
     * @return {@code did you mean 'severity'?}; where nothing is near, what is allowed; empty where nothing is
     */
    public static String hint(String word, Collection<String> allowed) {
        return to(word, allowed).map(near -> "did you mean '" + near + "'?").orElseGet(() -> list(allowed));
    }

    /** What is allowed; what came from a rule without a name is nothing. */
    private static String list(Collection<String> allowed) {
        StringJoiner words = new StringJoiner(", ", "allowed are ", "").setEmptyValue("");
        for (String word : allowed) {
            if (words.length() + word.length() > LISTED) {
                return words.add("…").toString();
            }
            if (!word.isBlank()) {
                words.add(word);
            }
        }
        return words.toString();
    }

    /** How many letters must be put in, left out, changed or swapped with their neighbour. */
    public static int distance(String one, String other) {
        int longer = Math.abs(one.length() - other.length());
        if (longer > LETTERS) {
            return longer;
        }
        int[][] distances = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : next(distances, one, i, other, j);
            }
        }
        return distances[one.length()][other.length()];
    }

    private static int next(int[][] distances, String one, int i, String other, int j) {
        int changed = distances[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
    }
}
