package org.recoveryrules.drools.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.syntax.Condition.AllOf;
import org.recoveryrules.drools.syntax.Condition.AnyOf;
import org.recoveryrules.drools.syntax.Condition.Fact;
import org.recoveryrules.drools.syntax.Condition.NoneOf;
import org.recoveryrules.drools.syntax.Token.Kind;

/** Reads what stands between {@code when} and {@code then}. */
final class ConditionParser {
    private static final Set<String> CONSTRUCTS = Set.of(
            "eval",
            "exists",
            "forall",
            "accumulate",
            "acc",
            "collect",
            "from",
            "over",
            "entry",
            "do",
            "init",
            "if",
            "new",
            "groupby");

    private static final int DEPTH = 20;

    private final Tokens tokens;
    private boolean whole = true;
    private int depth;

    ConditionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    boolean isWhole() {
        return whole;
    }

    List<Condition> parse() {
        List<Condition> conditions = new ArrayList<>();
        while (!tokens.atEnd()) {
            tokens.begin();
            depth = 0;
            try {
                conditions.add(condition());
                requireNothingBetween();
            } catch (Tokens.Unreadable e) {
                whole = false;
                skipToNextFact();
            }
        }
        return conditions;
    }

    /** Facts stand one after another with nothing between them. */
    private void requireNothingBetween() {
        Token next = tokens.peek();
        tokens.begin();
        boolean more = next.is(",") || next.is("&&") || next.is("||");
        if (more && !beginsFact(1)) {
            throw tokens.unreadable(
                    tokens.previous().span(),
                    Code.BRACKET_UNEXPECTED,
                    "this ')' closes the fact, but more of it follows",
                    "leave it out");
        }
        if (next.is("and") || next.is("&&") || next.is(",") || next.is(";")) {
            tokens.next();
            tokens.fault(
                    next.span(),
                    Code.TEXT_UNEXPECTED,
                    "facts stand one after another, with no '" + next.text() + "' between them: all of them must hold",
                    "leave it out");
            whole = false;
        } else if (next.is("or") || next.is("||")) {
            throw tokens.unreadable(
                    next.span(),
                    Code.TEXT_UNEXPECTED,
                    "one of several facts stands in brackets",
                    "write ( Fact( … ) or Fact( … ) )");
        }
    }

    private void skipToNextFact() {
        while (!tokens.atEnd() && !beginsFact()) {
            tokens.next();
        }
    }

    private boolean beginsFact() {
        return tokens.peek().beginsLine() && beginsFact(0);
    }

    /** Whether a fact or a group of facts is somewhere ahead. */
    private boolean beginsFact(int ahead) {
        int inner = ahead;
        while (inner <= ahead + DEPTH && tokens.peek(inner).is("(")) {
            inner++;
        }
        Token token = tokens.peek(inner);
        boolean named = isType(token) && tokens.peek(inner + 1).is("(");
        return named || token.is("not") || token.is(Kind.END);
    }

    static boolean isType(Token token) {
        return token.is(Kind.WORD) && Character.isUpperCase(token.text().charAt(0));
    }

    private Condition condition() {
        Token first = tokens.peek();
        if (first.is("(")) {
            return group();
        }
        if (first.is("not")) {
            tokens.next();
            boolean bracket = tokens.accept("(");
            Fact fact = fact();
            if (bracket) {
                requireClosed(first);
            }
            return new NoneOf(fact, tokens.since(first));
        }
        return fact();
    }

    private Condition group() {
        Token first = tokens.next();
        depth++;
        if (depth > DEPTH) {
            // Nobody wrote this, and what follows is no better.
            tokens.skipAll();
            throw tokens.unreadable(
                    first.span(),
                    Code.CONDITION_TOO_DEEP,
                    "more than " + DEPTH + " brackets within each other",
                    "say it with several rules");
        }
        List<Condition> members = new ArrayList<>();
        members.add(condition());
        String joined = tokens.peek().text();
        while (tokens.peek().is("or") || tokens.peek().is("and")) {
            if (!tokens.peek().is(joined)) {
                throw tokens.unreadable(
                        tokens.peek().span(),
                        Code.TEXT_UNEXPECTED,
                        "'and' and 'or' in one bracket",
                        "put what belongs together in a bracket of its own");
            }
            tokens.next();
            members.add(condition());
        }
        requireClosed(first);
        depth--;
        if (members.size() == 1) {
            return members.get(0);
        }
        return joined.equals("or")
                ? new AnyOf(List.copyOf(members), tokens.since(first))
                : new AllOf(List.copyOf(members), tokens.since(first));
    }

    private void requireClosed(Token opened) {
        if (tokens.accept(")")) {
            return;
        }
        Token next = tokens.peek();
        if (next.is("||") || next.is("&&")) {
            String word = next.is("||") ? "or" : "and";
            throw tokens.unreadable(
                    next.span(),
                    Code.OPERATOR_UNKNOWN,
                    "'" + next.text() + "' stands between the fields of one fact, not between facts",
                    "write '" + word + "'");
        }
        tokens.fault(
                tokens.before(),
                Code.BRACKET_MISSING,
                "')' is missing: a bracket is never closed",
                "close it with ')'");
        whole = false;
        throw new Tokens.Unreadable();
    }

    private Fact fact() {
        Token first = tokens.peek();
        skipBinding();
        Token type = tokens.peek();
        if (type.is(Kind.WORD) && CONSTRUCTS.contains(type.text())) {
            throw construct(type);
        }
        if (type.is(")")) {
            tokens.next();
            throw tokens.unreadable(type.span(), Code.BRACKET_UNEXPECTED, "this ')' closes nothing", "leave it out");
        }
        if (!type.is(Kind.WORD)) {
            throw tokens.unreadable(
                    type.span(), Code.TEXT_UNEXPECTED, "a condition is made of facts", "such as ServiceFailure( … )");
        }
        if (isProse(type)) {
            tokens.skipLine();
            throw tokens.unreadable(
                    tokens.since(type),
                    Code.TEXT_UNEXPECTED,
                    "a condition is made of facts",
                    "such as ServiceFailure( … ), or make it a comment: // …");
        }
        Name name = typeName();
        if (isType(tokens.peek()) && tokens.peek(1).is("(") && !tokens.peek().beginsLine()) {
            String message = "'" + name.text() + "' is not expected before a fact";
            tokens.fault(name.span(), Code.TEXT_UNEXPECTED, message, "leave it out");
            whole = false;
            return fact();
        }
        if (!tokens.peek().is("(") && isOperator(tokens.peek())) {
            throw tokens.unreadable(
                    name.span(),
                    Code.FACT_MISSING,
                    "'" + name.text() + "' is compared outside of a fact",
                    "write it in the brackets of a fact: ServiceFailure( severity == … )");
        }
        if (tokens.peek().is("[") || tokens.peek().is("{")) {
            Token bracket = tokens.peek();
            tokens.skipBrackets();
            String hint = "write " + name.text() + "( … )";
            throw tokens.unreadable(bracket.span(), Code.TEXT_UNEXPECTED, "the brackets of a fact are round", hint);
        }
        if (!tokens.accept("(")) {
            String message = "'(' is missing after '" + name.text() + "'";
            tokens.fault(tokens.before(), Code.BRACKET_MISSING, message, "write " + name.text() + "( … )");
            whole = false;
        }
        ConstraintParser constraints = new ConstraintParser(tokens, name);
        List<Constraint> read = constraints.parse();
        whole &= constraints.isWhole();
        Fact fact = new Fact(name, read, tokens.since(first));
        if (tokens.peek().is("from") || tokens.peek().is("over")) {
            tokens.begin();
            throw construct(tokens.peek());
        }
        return fact;
    }

    /** Whether a word is neither a fact nor a field that is compared. */
    private boolean isProse(Token word) {
        Token next = tokens.peek(1);
        return !isType(word) && (!next.is("(") || next.beginsLine()) && !next.is(".") && !isOperator(next);
    }

    private static boolean isOperator(Token token) {
        return Set.of("==", "!=", "<", "<=", ">", ">=", "=", "in", "contains").contains(token.text());
    }

    private Tokens.Unreadable construct(Token token) {
        tokens.next();
        return tokens.unreadable(
                token.span(),
                Code.CONSTRUCT_NOT_ALLOWED,
                "'" + token.text() + "' is not allowed: a condition compares fields of facts with constants",
                token.is("exists")
                        ? "write the fact alone: it says that there is one"
                        : "say it with the fields of a fact");
    }

    private void skipBinding() {
        Token name = tokens.peek();
        if (name.is(Kind.WORD) && tokens.peek(1).is(":")) {
            tokens.next();
            tokens.next();
            tokens.fault(
                    tokens.since(name),
                    Code.BINDING_NOT_ALLOWED,
                    "nothing can use the binding '" + name.text() + "'",
                    "leave it out");
            whole = false;
        }
    }

    private Name typeName() {
        Token first = tokens.next();
        StringBuilder name = new StringBuilder(first.text());
        while (tokens.peek().is(".") && tokens.peek(1).is(Kind.WORD)) {
            tokens.next();
            name.append('.').append(tokens.next().text());
        }
        return new Name(name.toString(), tokens.since(first));
    }
}
