package org.recoveryrules.drools.syntax;

import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.syntax.Token.Kind;

/** Reads a constant. */
final class ConstantParser {
    private ConstantParser() {}

    static Constant parse(Tokens tokens) {
        Token first = tokens.peek();
        if (first.is(Kind.TEXT)) {
            tokens.next();
            return new Constant(Constant.Kind.TEXT, first.text(), first.span());
        }
        if (first.is(Kind.NUMBER) || (first.is("-") && tokens.peek(1).is(Kind.NUMBER))) {
            return number(tokens);
        }
        if (first.is("new")) {
            throw notConstant(tokens, first.span(), "'new' makes something; a constant is meant here");
        }
        if (first.is(Kind.WORD)) {
            return word(tokens);
        }
        throw tokens.unreadable(
                tokens.before(),
                Code.VALUE_MISSING,
                "a constant is missing here",
                "such as Severity.MAJOR, 72 or true");
    }

    private static Constant number(Tokens tokens) {
        Token first = tokens.next();
        String sign = first.is("-") ? "-" : "";
        String digits = first.is("-") ? tokens.next().text() : first.text();
        return new Constant(Constant.Kind.NUMBER, sign + digits, tokens.since(first));
    }

    private static Constant word(Tokens tokens) {
        Token first = tokens.next();
        StringBuilder text = new StringBuilder(first.text());
        while (tokens.peek().is(".") && tokens.peek(1).is(Kind.WORD)) {
            tokens.next();
            text.append('.').append(tokens.next().text());
        }
        if (tokens.peek().is(".")) {
            tokens.next();
            Span after = tokens.before();
            while (tokens.accept(".")
                    || (tokens.previous().is(".")
                            && tokens.peek().is(Kind.WORD)
                            && !tokens.peek().beginsLine())) {
                tokens.next();
            }
            throw tokens.unreadable(
                    after, Code.VALUE_MISSING, "a constant is missing after '" + text + ".'", "such as Severity.MAJOR");
        }
        Span span = tokens.since(first);
        if (tokens.peek().is("(")) {
            tokens.skipBrackets();
            throw tokens.unreadable(
                    tokens.since(first), Code.CALL_NOT_ALLOWED, "a call is not allowed here", "write a constant");
        }
        if (tokens.peek().is("[")) {
            throw notConstant(tokens, span, "a constant is meant here");
        }
        if (first.is("true") || first.is("false")) {
            return new Constant(Constant.Kind.BOOLEAN, first.text(), span);
        }
        boolean typed = text.indexOf(".") > 0 && text.indexOf(".") == text.lastIndexOf(".");
        return new Constant(typed ? Constant.Kind.ENUM : Constant.Kind.WORD, text.toString(), span);
    }

    private static Tokens.Unreadable notConstant(Tokens tokens, Span span, String message) {
        return tokens.unreadable(span, Code.VALUE_NOT_CONSTANT, message, "such as Severity.MAJOR, 72 or true");
    }
}
