package org.recoveryrules.testkit;

import org.assertj.core.api.AbstractAssert;

/** Assertions whose failure says in words what was expected, what is, and all that helps to see why. */
abstract class WordsAssert<S extends WordsAssert<S, A>, A> extends AbstractAssert<S, A> {
    WordsAssert(A actual, Class<S> self) {
        super(actual, self);
    }

    /** What is thrown where something is not as expected; the details may be blank. */
    final AssertionError unexpected(String expected, String was, String details) {
        return failureWithActualExpected(
                was,
                expected,
                "%s",
                "\nexpected: " + expected + "\n but was: " + was
                        + (details.isBlank() ? "" : "\n\n" + details.stripTrailing() + "\n"));
    }
}
