package org.recoveryrules.drools.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.Nearest;
import org.recoveryrules.drools.syntax.Argument.AmountSpelled;
import org.recoveryrules.drools.syntax.Token.Kind;

/** Reads what stands between {@code then} and {@code end}. */
final class ConsequenceParser {
    private static final String EXAMPLE = "such as findings.barrier( Barrier.SEVERITY );";

    private final Tokens tokens;
    private final Token before;
    private boolean whole = true;
    private boolean inAmount;

    ConsequenceParser(Tokens tokens, Token before) {
        this.tokens = tokens;
        this.before = before;
    }

    boolean isWhole() {
        return whole;
    }

    /** The call, the first if there are several; empty if there is none that could be understood. */
    Optional<Call> parse() {
        if (tokens.atEnd()) {
            String message = "this consequence finds nothing";
            tokens.fault(before.span(), Code.CONSEQUENCE_EMPTY, message, EXAMPLE);
            return Optional.empty();
        }
        tokens.begin();
        try {
            Call call = statement();
            requireOne();
            return Optional.of(call);
        } catch (Tokens.Unreadable e) {
            return Optional.empty();
        }
    }

    private Call statement() {
        Token first = tokens.peek();
        if (!first.is("findings")) {
            boolean meant = first.is(Kind.WORD) && Nearest.distance(first.text(), "findings") <= 3;
            throw tokens.unreadable(
                    meant ? first.span() : tokens.restOfLine(),
                    Code.CONSEQUENCE_NOT_FINDINGS,
                    "a consequence is one call on findings",
                    meant ? "did you mean 'findings'?" : EXAMPLE);
        }
        tokens.next();
        if (!tokens.accept(".")) {
            throw tokens.unreadable(
                    tokens.before(), Code.CONSEQUENCE_NOT_FINDINGS, "a consequence is one call on findings", EXAMPLE);
        }
        Call verb = call("a verb");
        Call call = new Call(verb.name(), verb.arguments(), tokens.since(first));
        if (!tokens.accept(";")) {
            endStatement();
        }
        return call;
    }

    private void endStatement() {
        Token next = tokens.peek();
        if (next.is(")")) {
            throw tokens.unreadable(next.span(), Code.BRACKET_UNEXPECTED, "this ')' closes nothing", "leave it out");
        }
        if (next.is(".") || next.is(Kind.SIGN)) {
            throw tokens.unreadable(
                    next.span(),
                    Code.TEXT_UNEXPECTED,
                    "'" + next.text() + "' is not expected here",
                    "the call ends with ';'");
        }
        tokens.fault(tokens.before(), Code.SEMICOLON_MISSING, "';' is missing after the call", "write a ';'");
        whole = false;
    }

    private void requireOne() {
        if (tokens.atEnd()) {
            return;
        }
        tokens.begin();
        Token first = tokens.peek();
        while (!tokens.atEnd()) {
            tokens.next();
        }
        tokens.fault(
                tokens.since(first),
                Code.STATEMENT_SECOND,
                "a consequence is one call; this is more",
                "write a rule of its own with the same condition");
        whole = false;
    }

    private Call call(String what) {
        Token name = tokens.peek();
        if (!name.is(Kind.WORD)) {
            throw tokens.unreadable(tokens.before(), Code.TEXT_UNEXPECTED, what + " is missing after '.'", EXAMPLE);
        }
        tokens.next();
        if (!tokens.accept("(")) {
            throw tokens.unreadable(
                    tokens.before(),
                    Code.BRACKET_MISSING,
                    "'(' is missing after '" + name.text() + "'",
                    "write " + name.text() + "( … )");
        }
        List<Argument> arguments = new ArrayList<>();
        if (!tokens.peek().is(")")) {
            do {
                arguments.add(argument());
            } while (tokens.accept(","));
        }
        requireClosed(name);
        return new Call(new Name(name.text(), name.span()), List.copyOf(arguments), tokens.since(name));
    }

    private void requireClosed(Token name) {
        Token next = tokens.peek();
        if (tokens.accept(")")) {
            return;
        }
        if (next.is(";") || tokens.atEnd()) {
            tokens.fault(
                    tokens.before(),
                    Code.BRACKET_MISSING,
                    "')' is missing: the bracket of '" + name.text() + "(' is never closed",
                    "close it with ')'");
            whole = false;
        } else if (next.is(Kind.SIGN)) {
            throw tokens.unreadable(
                    next.span(),
                    Code.ARGUMENT_NOT_CONSTANT,
                    "an argument is a constant; nothing is calculated",
                    "write one constant");
        } else {
            throw tokens.unreadable(
                    tokens.before(), Code.COMMA_MISSING, "',' is missing between two arguments", "write a ','");
        }
    }

    private Argument argument() {
        Token first = tokens.peek();
        if (inAmount && first.is("Amount")) {
            throw tokens.unreadable(
                    first.span(), Code.ARGUMENT_NOT_CONSTANT, "an amount is made of constants", "such as 80 or \"25\"");
        }
        if (first.is("new") || first.is("null") || first.is("this")) {
            throw tokens.unreadable(
                    first.span(), Code.ARGUMENT_NOT_CONSTANT, "an argument is a constant", "such as Barrier.SEVERITY");
        }
        if (first.is("Amount") && tokens.peek(1).is(".")) {
            tokens.next();
            inAmount = true;
            List<Call> steps = new ArrayList<>();
            while (tokens.accept(".")) {
                steps.add(call("what the amount is"));
            }
            inAmount = false;
            return new AmountSpelled(List.copyOf(steps), tokens.since(first));
        }
        return ConstantParser.parse(tokens);
    }
}
