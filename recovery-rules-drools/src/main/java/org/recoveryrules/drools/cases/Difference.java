package org.recoveryrules.drools.cases;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a decision is not as a case expects.
 *
 * @param column the column that says what is expected
 * @param expected the words that it says
 * @param actual the words of the decision
 */
public record Difference(String column, Set<String> expected, Set<String> actual) {
    /**
     * What was expected and did not come.
     *
     * @return words, in alphabetical order
     */
    public Set<String> missing() {
        return without(expected, actual);
    }

    /**
     * What came and was not expected.
     *
     * @return words, in alphabetical order
     */
    public Set<String> unexpected() {
        return without(actual, expected);
    }

    private static Set<String> without(Set<String> words, Set<String> others) {
        Set<String> rest = new TreeSet<>(words);
        rest.removeAll(others);
        return Collections.unmodifiableSet(rest);
    }
}
