package org.recoveryrules.drools.fuzz;

import java.util.Arrays;

/**
 * Something that must not happen.
 *
 * @param kind what, in words that are the same wherever it happens
 * @param detail how it looked this time
 */
record Flaw(String kind, String detail) {
    /** An exception that nobody was told of. */
    static Flaw of(Throwable thrown) {
        String where = Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.recoveryrules"))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("a place unknown");
        return new Flaw(thrown.getClass().getName() + " at " + where, thrown.toString());
    }
}
