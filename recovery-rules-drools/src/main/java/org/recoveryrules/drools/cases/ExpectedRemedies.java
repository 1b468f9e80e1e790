package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;

/**
 * Remedies that must come, each one of its own, and remedies that must not.
 *
 * @param wanted those that must come
 * @param unwanted those that must not come, whatever they are worth
 * @param noOther whether all others must not come either
 */
record ExpectedRemedies(List<ExpectedRemedy> wanted, List<ExpectedRemedy> unwanted, boolean noOther)
        implements Expected {
    static final String COLUMN = "remedies";

    /** Stands before what must not come. */
    static final String NOT = "no";

    ExpectedRemedies {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
    }

    @Override
    public String column() {
        return COLUMN;
    }

    @Override
    public List<String> words() {
        List<String> words = new ArrayList<>();
        wanted.forEach(entry -> words.add(entry.words()));
        unwanted.forEach(entry -> words.add(not(entry)));
        if (noOther && !words.isEmpty()) {
            words.add(CaseCell.NONE);
        }
        return words;
    }

    @Override
    public Optional<Difference> difference(RecoveryDecision decision) {
        return new Comparison(decision.remedies()).difference();
    }

    /** A cell that some remedies fit and some others do not; nothing if they are the same. */
    static Optional<String> telling(List<Remedy> right, List<Remedy> wrong) {
        return telling(right, wrong, ExpectedRemedy::wordsWithoutAuthority)
                .or(() -> telling(right, wrong, ExpectedRemedy::words));
    }

    private static Optional<String> telling(List<Remedy> right, List<Remedy> wrong, Function<Remedy, String> words) {
        List<String> came = new ArrayList<>(right.stream().map(words).toList());
        List<String> others = new ArrayList<>(wrong.stream().map(words).toList());
        List<String> telling = new ArrayList<>(came);
        others.forEach(telling::remove);
        came.forEach(others::remove);
        if (telling.isEmpty() && !others.isEmpty()) {
            // Nothing is missing of the others, there is too much of them.
            telling.addAll(came);
            telling.add(CaseCell.NONE);
        }
        return telling.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", telling));
    }

    private static String not(ExpectedRemedy unwanted) {
        return NOT + " " + unwanted.words();
    }

    /** The remedies of one decision, each given to one that is wanted, as far as they go. */
    private final class Comparison {
        private static final int NOBODY = -1;

        private final List<Remedy> remedies;
        /** By remedy, which of those wanted it is. */
        private final int[] owners;

        private final List<String> missing = new ArrayList<>();
        private final List<String> unexpected = new ArrayList<>();

        Comparison(List<Remedy> remedies) {
            this.remedies = remedies;
            this.owners = new int[remedies.size()];
        }

        Optional<Difference> difference() {
            Arrays.fill(owners, NOBODY);
            List<ExpectedRemedy> without = new ArrayList<>();
            for (int i = 0; i < wanted.size(); i++) {
                if (!isFound(i, new boolean[owners.length])) {
                    without.add(wanted.get(i));
                }
            }
            List<Remedy> others = new ArrayList<>();
            for (int i = 0; i < owners.length; i++) {
                if (owners[i] == NOBODY) {
                    others.add(remedies.get(i));
                }
            }
            // First what stands side by side: another one that came instead, or one that should not have come.
            without.removeIf(entry -> isReplaced(entry, others));
            unwanted.forEach(this::refuse);
            without.forEach(entry -> missing.add(entry.words()));
            if (noOther) {
                others.stream()
                        .map(ExpectedRemedy::words)
                        .filter(words -> !unexpected.contains(words))
                        .forEach(unexpected::add);
            }
            return missing.isEmpty() && unexpected.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Difference(COLUMN, words(), actual(), missing, unexpected));
        }

        /** Whether a remedy can be given to one that is wanted; another that has it may have to take another. */
        private boolean isFound(int entry, boolean[] asked) {
            for (int i = 0; i < owners.length; i++) {
                if (!asked[i] && wanted.get(entry).fits(remedies.get(i))) {
                    asked[i] = true;
                    if (owners[i] == NOBODY || isFound(owners[i], asked)) {
                        owners[i] = entry;
                        return true;
                    }
                }
            }
            return false;
        }

        /** Whether one of the same kind came in place of one that is wanted, of the same component if there is one. */
        private boolean isReplaced(ExpectedRemedy entry, List<Remedy> others) {
            Optional<Remedy> instead = others.stream()
                    .filter(entry::isLike)
                    .findFirst()
                    .or(() -> others.stream()
                            .filter(other -> other.kind() == entry.kind())
                            .findFirst());
            instead.ifPresent(other -> {
                others.remove(other);
                missing.add(entry.words());
                unexpected.add(ExpectedRemedy.words(other));
            });
            return instead.isPresent();
        }

        private void refuse(ExpectedRemedy entry) {
            List<String> came = remedies.stream()
                    .filter(entry::isLike)
                    .map(ExpectedRemedy::words)
                    .toList();
            if (!came.isEmpty()) {
                missing.add(not(entry));
                unexpected.addAll(came);
            }
        }

        private List<String> actual() {
            return remedies.stream().map(ExpectedRemedy::words).toList();
        }
    }
}
