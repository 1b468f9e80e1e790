package org.recoveryrules.drools.cases;

import java.util.List;

/**
 * Where a decision is not as a case expects; all in words as a table spells them.
 *
 * @param column the column that says what is expected
 * @param expected all that it says; empty where nothing must come
 * @param actual all that the decision says
 * @param missing what of the expected did not come
 * @param unexpected what of the actual should not have come, or came in place of what is missing
 */
public record Difference(
        String column, List<String> expected, List<String> actual, List<String> missing, List<String> unexpected) {
    public Difference {
        expected = List.copyOf(expected);
        actual = List.copyOf(actual);
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
    }
}
