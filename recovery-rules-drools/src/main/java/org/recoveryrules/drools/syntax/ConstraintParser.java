package org.recoveryrules.drools.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.syntax.Constraint.And;
import org.recoveryrules.drools.syntax.Constraint.Comparison;
import org.recoveryrules.drools.syntax.Constraint.Negation;
import org.recoveryrules.drools.syntax.Constraint.Or;
import org.recoveryrules.drools.syntax.Token.Kind;

/** Reads what stands in the brackets of a fact, and the bracket that closes it. */
final class ConstraintParser {
    private static final Map<String, Operator> OPERATORS = Map.of(
            "==", Operator.EQUAL,
            "!=", Operator.NOT_EQUAL,
            "<", Operator.LESS,
            "<=", Operator.LESS_OR_EQUAL,
            ">", Operator.GREATER,
            ">=", Operator.GREATER_OR_EQUAL,
            "in", Operator.IN,
            "contains", Operator.CONTAINS);
    /** What people write, and what they mean by it. */
    private static final Map<String, Operator> MEANT = Map.of(
            "=>", Operator.GREATER_OR_EQUAL,
            "=<", Operator.LESS_OR_EQUAL,
            "<>", Operator.NOT_EQUAL,
            "===", Operator.EQUAL,
            "!==", Operator.NOT_EQUAL,
            "is", Operator.EQUAL,
            "equals", Operator.EQUAL,
            "memberOf", Operator.IN,
            "excludes", Operator.NOT_CONTAINS);

    private static final String ARITHMETIC = "+-*/%";

    private static final int DEPTH = 20;

    private final Tokens tokens;
    private final Name fact;
    private boolean whole = true;
    private int depth;

    ConstraintParser(Tokens tokens, Name fact) {
        this.tokens = tokens;
        this.fact = fact;
    }

    boolean isWhole() {
        return whole;
    }

    List<Constraint> parse() {
        List<Constraint> constraints = new ArrayList<>();
        if (tokens.accept(")")) {
            return constraints;
        }
        boolean more = true;
        while (more) {
            tokens.begin();
            depth = 0;
            try {
                constraints.add(or());
                more = separated();
            } catch (Tokens.Unreadable e) {
                whole = false;
                more = skipToNext();
            }
        }
        return constraints;
    }

    /** Whether another constraint follows; after the last one comes the bracket that closes the fact. */
    private boolean separated() {
        Token next = tokens.peek();
        if (tokens.accept(",")) {
            return true;
        }
        if (tokens.accept(")")) {
            return false;
        }
        if (tokens.atEnd() || beginsFact() || next.is(";")) {
            throw tokens.unreadable(
                    tokens.before(),
                    Code.BRACKET_MISSING,
                    "')' is missing: the bracket of '" + fact.text() + "(' is never closed",
                    "close it with ')'");
        }
        if (next.is("and") || next.is("or") || next.is("&") || next.is("|")) {
            String sign = next.is("and") || next.is("&") ? "&&" : "||";
            tokens.fault(next.span(), Code.OPERATOR_UNKNOWN, "'" + next.text() + "' is no operator", "write " + sign);
            whole = false;
            tokens.next();
            return true;
        }
        if (next.is(Kind.WORD) && !ConditionParser.isType(next)) {
            tokens.fault(tokens.before(), Code.COMMA_MISSING, "',' is missing between two constraints", "write a ','");
            whole = false;
            return true;
        }
        throw tokens.unreadable(
                next.span(), Code.TEXT_UNEXPECTED, "'" + next.text() + "' is not expected here", "leave it out");
    }

    /** Moves behind the comma of this constraint or the bracket of the fact; whether another constraint follows. */
    private boolean skipToNext() {
        int open = tokens.openBrackets();
        while (!tokens.atEnd() && !beginsFact()) {
            Token next = tokens.next();
            if (open == 0 && (next.is(",") || next.is(")"))) {
                return next.is(",");
            }
            open += next.is("(") ? 1 : next.is(")") ? -1 : 0;
        }
        return false;
    }

    private boolean beginsFact() {
        return tokens.peek().beginsLine()
                && ConditionParser.isType(tokens.peek())
                && tokens.peek(1).is("(");
    }

    private Constraint or() {
        List<Constraint> alternatives = new ArrayList<>();
        Token first = tokens.peek();
        do {
            alternatives.add(and());
        } while (tokens.accept("||"));
        return alternatives.size() == 1 ? alternatives.get(0) : new Or(List.copyOf(alternatives), tokens.since(first));
    }

    private Constraint and() {
        List<Constraint> parts = new ArrayList<>();
        Token first = tokens.peek();
        do {
            parts.add(unary());
        } while (tokens.accept("&&"));
        return parts.size() == 1 ? parts.get(0) : new And(List.copyOf(parts), tokens.since(first));
    }

    private Constraint unary() {
        Token first = tokens.peek();
        if (depth >= DEPTH && (first.is("!") || first.is("("))) {
            String message = "more than " + DEPTH + " brackets within each other";
            throw tokens.unreadable(first.span(), Code.CONDITION_TOO_DEEP, message, "say it with several rules");
        }
        if (tokens.accept("!")) {
            depth++;
            Negation negation = new Negation(unary(), tokens.since(first));
            depth--;
            return negation;
        }
        if (tokens.accept("(")) {
            depth++;
            Constraint inner = or();
            depth--;
            if (!tokens.accept(")")) {
                throw tokens.unreadable(
                        tokens.before(),
                        Code.BRACKET_MISSING,
                        "')' is missing: a bracket is never closed",
                        "close it with ')'");
            }
            return inner;
        }
        return comparison();
    }

    private Comparison comparison() {
        skipBinding();
        Token first = tokens.peek();
        requireField(first);
        Name field = new Name(tokens.next().text(), first.span());
        requireSimple(first);
        if (isFieldAlone()) {
            Constant yes = new Constant(Constant.Kind.BOOLEAN, "true", first.span());
            return new Comparison(field, Operator.EQUAL, List.of(yes), first.span());
        }
        Operator operator = operator();
        List<Constant> values = operator == Operator.IN || operator == Operator.NOT_IN ? list() : List.of(value());
        return new Comparison(field, operator, values, tokens.since(first));
    }

    private boolean isFieldAlone() {
        Token next = tokens.peek();
        return next.is(",") || next.is(")") || next.is("&&") || next.is("||") || tokens.atEnd() || beginsFact();
    }

    private void skipBinding() {
        Token name = tokens.peek();
        if (name.is(Kind.WORD) && (tokens.peek(1).is(":") || tokens.peek(1).is(":="))) {
            tokens.next();
            tokens.next();
            Span span = tokens.since(name);
            String message = "nothing can use the binding '" + name.text() + "'";
            tokens.fault(span, Code.BINDING_NOT_ALLOWED, message, "leave it out");
            whole = false;
        }
    }

    private void requireField(Token first) {
        if (OPERATORS.containsKey(first.text()) && first.is(Kind.SIGN)) {
            throw tokens.unreadable(
                    first.span(),
                    Code.FIELD_MISSING,
                    "there is no field before '" + first.text() + "'",
                    "name the field again: field > … && field < …");
        }
        if (first.is(Kind.TEXT) || first.is(Kind.NUMBER) || first.is("-") || first.is("true") || first.is("false")) {
            throw fieldNotFirst(first.span());
        }
        if (!first.is(Kind.WORD)) {
            throw tokens.unreadable(
                    first.is(Kind.END) ? tokens.before() : first.span(),
                    Code.CONSTRAINT_MISSING,
                    "a constraint is missing here",
                    "write one, such as field == Constant, or leave the comma out");
        }
    }

    private Tokens.Unreadable fieldNotFirst(Span span) {
        String message = "a comparison begins with its field";
        return tokens.unreadable(span, Code.FIELD_NOT_FIRST, message, "turn it round: field == Constant");
    }

    /** That a field is one word: neither a path nor a call. */
    private void requireSimple(Token first) {
        while (tokens.peek().is(".") || tokens.peek().is("!.")) {
            tokens.next();
            tokens.next();
        }
        if (tokens.peek().is("(") && !first.is("in")) {
            tokens.skipBrackets();
            throw tokens.unreadable(
                    tokens.since(first),
                    Code.CALL_NOT_ALLOWED,
                    "a condition reads fields; it calls nothing",
                    "name a field of " + fact.text());
        }
        if (tokens.previous() != first) {
            Span span = tokens.since(first);
            if (ConditionParser.isType(first)) {
                throw fieldNotFirst(span);
            }
            String hint = "name a field of " + fact.text() + " alone";
            throw tokens.unreadable(span, Code.FIELD_PATH, "a condition reads the fields of the fact themselves", hint);
        }
    }

    private Operator operator() {
        Token token = tokens.peek();
        if (token.is("not") && (tokens.peek(1).is("in") || tokens.peek(1).is("contains"))) {
            tokens.next();
            return tokens.next().is("in") ? Operator.NOT_IN : Operator.NOT_CONTAINS;
        }
        Optional<Operator> operator = Optional.ofNullable(OPERATORS.get(token.text()));
        if (operator.isPresent() && !token.is(Kind.TEXT)) {
            tokens.next();
            return operator.get();
        }
        if (token.is("=") || token.is(":=")) {
            tokens.next();
            tokens.fault(token.span(), Code.ASSIGNMENT, "'" + token.text() + "' does not compare", "write ==");
            whole = false;
            return Operator.EQUAL;
        }
        return operatorMeant(token);
    }

    private Operator operatorMeant(Token token) {
        Optional<Operator> meant = Optional.ofNullable(MEANT.get(token.text()));
        if (meant.isPresent() && !token.is(Kind.TEXT)) {
            tokens.next();
            String hint = "write " + meant.get();
            tokens.fault(token.span(), Code.OPERATOR_UNKNOWN, "'" + token.text() + "' is no operator", hint);
            whole = false;
            return meant.get();
        }
        if (token.is(Kind.SIGN) && ARITHMETIC.contains(token.text())) {
            throw arithmetic(token);
        }
        boolean value = !token.is(Kind.SIGN)
                && (!token.is(Kind.WORD) || ConditionParser.isType(token) || token.is("true") || token.is("false"));
        if (value) {
            String message = "an operator is missing between the field and its value";
            throw tokens.unreadable(token.span(), Code.OPERATOR_MISSING, message, "such as ==");
        }
        throw tokens.unreadable(
                token.span(),
                Code.OPERATOR_UNKNOWN,
                "'" + token.text() + "' is no operator that a condition can use",
                "allowed are == != < <= > >= in, not in, contains, not contains");
    }

    private Tokens.Unreadable arithmetic(Token token) {
        return tokens.unreadable(
                token.span(),
                Code.ARITHMETIC_NOT_ALLOWED,
                "a condition does not calculate",
                "compare the field with a constant");
    }

    private List<Constant> list() {
        Token open = tokens.peek();
        if (!tokens.accept("(")) {
            String hint = "write in ( One, Other )";
            throw tokens.unreadable(tokens.before(), Code.BRACKET_MISSING, "'(' is missing before the list", hint);
        }
        List<Constant> values = new ArrayList<>();
        do {
            values.add(value());
        } while (tokens.accept(","));
        if (!tokens.accept(")")) {
            Token next = tokens.peek();
            if (next.is("||") || next.is("or") || next.is("|")) {
                String message = "the constants of a list are separated by commas";
                throw tokens.unreadable(next.span(), Code.TEXT_UNEXPECTED, message, "write a ','");
            }
            String message = "')' is missing: the list is never closed";
            throw tokens.unreadable(
                    tokens.before().start() < open.span().end() ? open.span() : tokens.before(),
                    Code.BRACKET_MISSING,
                    message,
                    "close it with ')'");
        }
        return List.copyOf(values);
    }

    private Constant value() {
        Token first = tokens.peek();
        if (first.is("(")) {
            String message = "a field is compared with one constant";
            throw tokens.unreadable(
                    first.span(), Code.TEXT_UNEXPECTED, message, "for one of several write in ( One, Other )");
        }
        Constant constant = ConstantParser.parse(tokens);
        Token next = tokens.peek();
        if (next.is(Kind.SIGN) && ARITHMETIC.contains(next.text())) {
            throw arithmetic(next);
        }
        return constant;
    }
}
