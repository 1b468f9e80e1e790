package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recoveryrules.api.RecoveryDecision;

/**
 * Words that must be exactly those of the decision, in whatever order.
 *
 * @param column the column
 * @param set the words
 */
record ExpectedWords(String column, Set<String> set) implements Expected {
    ExpectedWords {
        set = Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }

    @Override
    public List<String> words() {
        return List.copyOf(set);
    }

    @Override
    public Optional<Difference> difference(RecoveryDecision decision) {
        return difference(column, set, ExpectedColumns.words(column, decision));
    }

    /** How some words differ from those that are expected. */
    static Optional<Difference> difference(String column, Set<String> expected, Set<String> actual) {
        return actual.equals(expected)
                ? Optional.empty()
                : Optional.of(new Difference(
                        column,
                        List.copyOf(expected),
                        List.copyOf(actual),
                        without(expected, actual),
                        without(actual, expected)));
    }

    private static List<String> without(Set<String> words, Collection<String> others) {
        List<String> rest = new ArrayList<>(words);
        rest.removeAll(others);
        return rest;
    }
}
