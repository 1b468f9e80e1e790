package org.recoveryrules.drools.syntax;

import org.recoveryrules.drools.files.Span;

/**
 * A word, text, number or sign of a rule file.
 *
 * @param kind what it is
 * @param text as written; of a text in quotes what it says
 * @param span where it stands
 * @param beginsLine whether no other token stands before it on its line
 */
record Token(Kind kind, String text, Span span, boolean beginsLine) {
    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String wordOrSign) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wordOrSign);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
