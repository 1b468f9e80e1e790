package org.recoveryrules.drools.syntax;

import org.recoveryrules.drools.files.Span;

/**
 * A constant at its place.
 *
 * @param kind what it is
 * @param text as written; of a text in quotes what it says
 * @param span where it stands
 */
public record Constant(Kind kind, String text, Span span) implements Argument {
    /** What a constant can be. */
    public enum Kind {
        /** {@code Severity.MAJOR}. */
        ENUM,
        /** {@code 72}, {@code -1}, {@code 10.5B}. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** {@code "text"}. */
        TEXT,
        /** A word that is none of these. */
        WORD
    }

    /** The type before the point of {@code Severity.MAJOR}. */
    public String type() {
        return text.substring(0, Math.max(text.indexOf('.'), 0));
    }

    /** The name after the point of {@code Severity.MAJOR}. */
    public String constant() {
        return text.substring(text.indexOf('.') + 1);
    }
}
