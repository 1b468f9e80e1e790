package org.recoveryrules.drools.syntax;

import java.util.List;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.syntax.Token.Kind;

/** A stretch of tokens that is read from left to right. */
final class Tokens {
    /** Ends the reading of what cannot be understood, after its fault was told. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    private final List<Token> all;
    private final int to;
    private final Lexer lexer;
    private final FaultsInText faults;
    private int at;
    private int begun;

    Tokens(List<Token> all, int from, int to, Lexer lexer, FaultsInText faults) {
        this.all = all;
        this.at = from;
        this.begun = from;
        this.to = to;
        this.lexer = lexer;
        this.faults = faults;
    }

    Tokens part(int from, int end) {
        return new Tokens(all, from, end, lexer, faults);
    }

    /** Where this stands. */
    int position() {
        return at;
    }

    void moveTo(int position) {
        at = Math.max(at, position);
    }

    boolean atEnd() {
        return at >= to;
    }

    Token peek() {
        return peek(0);
    }

    /** A token further on; beyond the last one an end right after it. */
    Token peek(int ahead) {
        if (at + ahead < to) {
            return all.get(at + ahead);
        }
        return new Token(
                Kind.END, "", to == 0 ? new Span(0, 0) : all.get(to - 1).span().after(), false);
    }

    Token next() {
        Token next = peek();
        if (!atEnd()) {
            at++;
        }
        return next;
    }

    boolean accept(String wordOrSign) {
        boolean accepted = peek().is(wordOrSign);
        if (accepted) {
            at++;
        }
        return accepted;
    }

    /** The token that was read last. */
    Token previous() {
        return all.get(Math.max(at - 1, 0));
    }

    /** The place right after what was read last. */
    Span before() {
        return previous().span().after();
    }

    /** From a token to the one that was read last. */
    Span since(Token first) {
        return first.span().to(previous().span());
    }

    /** Begins a part whose faults are its own. */
    void begin() {
        begun = at;
    }

    /** Tells a fault, unless the characters of this part were at fault already. */
    void fault(Span span, Code code, String message, String hint) {
        Span part = all.get(begun).span().to(span);
        Span upToHere =
                new Span(part.start(), Math.max(part.end(), all.get(at).span().start()));
        if (!lexer.isUnreadable(upToHere)) {
            faults.add(span, code, message, hint);
        }
    }

    /** Whether every character from a token to the one here could be read. */
    boolean isReadableSince(Token first) {
        return !lexer.isUnreadable(
                new Span(first.span().start(), all.get(at).span().start()));
    }

    /** Tells a fault after which this part cannot be understood. */
    Unreadable unreadable(Span span, Code code, String message, String hint) {
        fault(span, code, message, hint);
        return new Unreadable();
    }

    /** How many brackets are open since this part began. */
    int openBrackets() {
        int open = 0;
        for (Token token : all.subList(begun, at)) {
            open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return Math.max(open, 0);
    }

    /** Moves behind the bracket that closes the one here, or to the end. */
    void skipBrackets() {
        int depth = 0;
        do {
            Token next = next();
            depth += next.is("(") || next.is("{") || next.is("[") ? 1 : 0;
            depth -= next.is(")") || next.is("}") || next.is("]") ? 1 : 0;
        } while (depth > 0 && !atEnd());
    }

    /** From the token here to the last one of its line; moves behind it. */
    Span restOfLine() {
        Token first = peek();
        skipLine();
        return since(first);
    }

    /** Moves to the end. */
    void skipAll() {
        at = Math.max(at, to);
    }

    /** Moves to the first token of the next line. */
    void skipLine() {
        do {
            next();
        } while (!atEnd() && !peek().beginsLine());
    }
}
