package org.recoveryrules.drools.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final Map<String, Operator> MEANT = Map.ofEntries(
            Map.entry("=>", Operator.GREATER_OR_EQUAL),
            Map.entry("> =", Operator.GREATER_OR_EQUAL),
            Map.entry("=<", Operator.LESS_OR_EQUAL),
            Map.entry("< =", Operator.LESS_OR_EQUAL),
            Map.entry("<>", Operator.NOT_EQUAL),
            Map.entry("! =", Operator.NOT_EQUAL),
            Map.entry("= !", Operator.NOT_EQUAL),
            Map.entry("!==", Operator.NOT_EQUAL),
            Map.entry("= =", Operator.EQUAL),
            Map.entry("= ==", Operator.EQUAL),
            Map.entry("== =", Operator.EQUAL),
            Map.entry("===", Operator.EQUAL),
            Map.entry("is", Operator.EQUAL),
            Map.entry("equal", Operator.EQUAL),
            Map.entry("equals", Operator.EQUAL),
            Map.entry("is not", Operator.NOT_EQUAL),
            Map.entry("not equal", Operator.NOT_EQUAL),
            Map.entry("at least", Operator.GREATER_OR_EQUAL),
            Map.entry("at most", Operator.LESS_OR_EQUAL),
            Map.entry("greater than", Operator.GREATER),
            Map.entry("more than", Operator.GREATER),
            Map.entry("less than", Operator.LESS),
            Map.entry("in", Operator.IN),
            Map.entry("memberof", Operator.IN),
            Map.entry("contains", Operator.CONTAINS),
            Map.entry("excludes", Operator.NOT_CONTAINS));
    /** The words of which people make operators. */
    private static final Set<String> PHRASE =
            Set.of("is", "not", "equal", "to", "at", "least", "most", "greater", "more", "less", "than");

    private static final Set<String> AND = Set.of("and", "und", "&");
    private static final Set<String> OR = Set.of("or", "oder", "|");
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
                Constraint read = or();
                more = separated();
                constraints.add(read);
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
        if (next.is(";") && !tokens.peek(1).beginsLine() && !tokens.peek(1).is(Kind.END)) {
            tokens.next();
            tokens.fault(next.span(), Code.TEXT_UNEXPECTED, "constraints are separated by commas", "write a ','");
            whole = false;
            return true;
        }
        boolean joinsFact = (isOneOf(AND, next) || isOneOf(OR, next)) && isFact(1);
        if (tokens.atEnd() || isFact(0) || joinsFact || next.is(";")) {
            tokens.fault(tokens.before(), Code.BRACKET_MISSING, neverClosed(), "close it with ')'");
            whole = false;
            tokens.accept(";");
            return false;
        }
        if (next.is(Kind.WORD) && !ConditionParser.isType(next) && !next.is("true") && !next.is("false")) {
            tokens.fault(tokens.before(), Code.COMMA_MISSING, "',' is missing between two constraints", "write a ','");
            whole = false;
            return true;
        }
        throw tokens.unreadable(
                next.span(), Code.TEXT_UNEXPECTED, "'" + next.text() + "' is not expected here", "leave it out");
    }

    private String neverClosed() {
        return "')' is missing: the bracket of '" + fact.text() + "(' is never closed";
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

    /** Whether a fact stands somewhere ahead, where none can. */
    private boolean isFact(int ahead) {
        int type = tokens.peek(ahead).is("not") ? ahead + 1 : ahead;
        return ConditionParser.isType(tokens.peek(type))
                && tokens.peek(type + 1).is("(")
                && !isOneOf(MEANT.keySet(), tokens.peek(type));
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
        } while (joined("||", OR));
        return alternatives.size() == 1 ? alternatives.get(0) : new Or(List.copyOf(alternatives), tokens.since(first));
    }

    private Constraint and() {
        List<Constraint> parts = new ArrayList<>();
        Token first = tokens.peek();
        do {
            parts.add(unary());
        } while (joined("&&", AND));
        return parts.size() == 1 ? parts.get(0) : new And(List.copyOf(parts), tokens.since(first));
    }

    /** Whether a sign that joins constraints is here, or what people write for it, which is told. */
    private boolean joined(String sign, Set<String> meant) {
        Token next = tokens.peek();
        if (tokens.accept(sign)) {
            return true;
        }
        if (!isOneOf(meant, next) || isFact(1)) {
            return false;
        }
        tokens.next();
        tokens.fault(next.span(), Code.OPERATOR_UNKNOWN, "'" + next.text() + "' is no operator", "write " + sign);
        whole = false;
        tokens.accept(sign);
        return true;
    }

    private static boolean isOneOf(Set<String> words, Token token) {
        return !token.is(Kind.TEXT) && words.contains(token.text().toLowerCase(Locale.ROOT));
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
        boolean bound = skipBinding();
        Token first = tokens.peek();
        requireField(first);
        Name field = new Name(tokens.next().text(), first.span());
        requireSimple(first);
        if (isFieldAlone()) {
            return alone(field, bound);
        }
        Operator operator = operator();
        List<Constant> values = operator == Operator.IN || operator == Operator.NOT_IN ? list() : List.of(single());
        return new Comparison(field, operator, values, tokens.since(first));
    }

    private Comparison alone(Name field, boolean bound) {
        if (bound) {
            // A field that is only bound would be left out with the binding.
            throw new Tokens.Unreadable();
        }
        if (field.text().matches("[A-Z_]{2,}")) {
            throw fieldMissing(field.span());
        }
        Constant yes = new Constant(Constant.Kind.BOOLEAN, "true", field.span());
        return new Comparison(field, Operator.EQUAL, List.of(yes), field.span());
    }

    private boolean isFieldAlone() {
        Token next = tokens.peek();
        boolean ended = next.is(",") || next.is(")") || next.is(";") || next.is("&&") || next.is("||");
        boolean another = next.is(Kind.WORD) && next.beginsLine() && !isOneOf(OPERATORS.keySet(), next);
        return ended || another || isOneOf(AND, next) || isOneOf(OR, next) || isFact(0) || tokens.atEnd();
    }

    private boolean skipBinding() {
        Token name = tokens.peek();
        boolean bound = name.is(Kind.WORD) && (tokens.peek(1).is(":") || isUnification());
        if (bound) {
            tokens.next();
            tokens.next();
            Span span = tokens.since(name);
            String message = "nothing can use the binding '" + name.text() + "'";
            tokens.fault(span, Code.BINDING_NOT_ALLOWED, message, "leave it out");
            whole = false;
        }
        return bound;
    }

    /** Whether {@code $s := severity} is here, and not {@code severity := Severity.MAJOR}, which is meant to compare. */
    private boolean isUnification() {
        return tokens.peek(1).is(":=") && tokens.peek().text().startsWith("$");
    }

    private void requireField(Token first) {
        if (OPERATORS.containsKey(first.text()) && first.is(Kind.SIGN)) {
            throw fieldMissing(first.span());
        }
        if (first.is(Kind.TEXT) || first.is(Kind.NUMBER) || first.is("-") || first.is("true") || first.is("false")) {
            throw fieldNotFirst(first.span());
        }
        if (first.is(Kind.END)) {
            throw tokens.unreadable(tokens.before(), Code.BRACKET_MISSING, neverClosed(), "close it with ')'");
        }
        if (!first.is(Kind.WORD)) {
            throw tokens.unreadable(
                    first.span(),
                    Code.CONSTRAINT_MISSING,
                    "a constraint is missing here",
                    "write one, such as field == Constant, or leave the comma out");
        }
    }

    private Tokens.Unreadable fieldMissing(Span span) {
        String message = "a comparison lacks its field";
        return tokens.unreadable(
                span, Code.FIELD_MISSING, message, "name the field again, such as field > … && field < …");
    }

    private Tokens.Unreadable fieldNotFirst(Span span) {
        String message = "a comparison begins with its field";
        return tokens.unreadable(span, Code.FIELD_NOT_FIRST, message, "turn it round: field == Constant");
    }

    /** That a field is one word: neither a path nor a call. */
    private void requireSimple(Token first) {
        boolean calls = false;
        while (isPath() || (tokens.peek().is("(") && !first.is("in"))) {
            if (tokens.peek().is("(")) {
                calls = true;
                tokens.skipBrackets();
            } else {
                tokens.next();
            }
        }
        if (calls) {
            throw tokens.unreadable(
                    tokens.since(first),
                    Code.CALL_NOT_ALLOWED,
                    "a condition reads fields; it calls nothing",
                    "name a field of " + fact.text());
        }
        if (tokens.previous() != first) {
            Span span = tokens.since(first);
            if (ConditionParser.isType(first)) {
                throw isFieldAlone() ? fieldMissing(span) : fieldNotFirst(span);
            }
            String hint = "name a field of " + fact.text() + " alone";
            throw tokens.unreadable(span, Code.FIELD_PATH, "a condition reads the fields of the fact themselves", hint);
        }
    }

    /** Whether a point, or a word behind one, is here. */
    private boolean isPath() {
        Token token = tokens.peek();
        return token.is(".")
                || (token.is("!") && tokens.peek(1).is("."))
                || (token.is(Kind.WORD) && tokens.previous().is("."));
    }

    private Operator operator() {
        Token token = tokens.peek();
        Token next = tokens.peek(1);
        if (token.is("not") && (next.is("in") || next.is("contains"))) {
            tokens.next();
            return tokens.next().is("in") ? Operator.NOT_IN : Operator.NOT_CONTAINS;
        }
        Optional<Operator> operator = Optional.ofNullable(OPERATORS.get(token.text()));
        if (operator.isPresent() && !token.is(Kind.TEXT) && !isTornOff(next)) {
            tokens.next();
            return operator.get();
        }
        if ((token.is("=") || token.is(":=")) && !isTornOff(next) && !next.is("!")) {
            tokens.next();
            tokens.fault(token.span(), Code.ASSIGNMENT, "'" + token.text() + "' does not compare", "write ==");
            whole = false;
            return Operator.EQUAL;
        }
        return operatorMeant(token);
    }

    private Operator operatorMeant(Token token) {
        String phrase = phrase();
        Optional<Operator> meant = Optional.ofNullable(MEANT.get(phrase.replaceAll("^is (?!not$)| to$", "")));
        if (meant.isPresent() && !token.is(Kind.TEXT)) {
            String written = Stream.of(phrase.split(" "))
                    .map(word -> tokens.next().text())
                    .collect(Collectors.joining(" "));
            Span span = tokens.since(token);
            Operator operator = isExact() ? operator() : meant.get();
            String hint = "write " + operator;
            tokens.fault(span, Code.OPERATOR_UNKNOWN, "'" + written + "' is no operator", hint);
            whole = false;
            return operator;
        }
        if (token.is(Kind.SIGN) && ARITHMETIC.contains(token.text())) {
            throw arithmetic(token);
        }
        boolean value = !token.is(Kind.SIGN)
                && (!token.is(Kind.WORD) || ConditionParser.isType(token) || token.is("true") || token.is("false"));
        if (value) {
            String message = "an operator is missing between the field and its value";
            Span span = ConstantParser.parse(tokens).span();
            throw tokens.unreadable(span, Code.OPERATOR_MISSING, message, "such as ==");
        }
        throw tokens.unreadable(
                token.span(),
                Code.OPERATOR_UNKNOWN,
                "'" + token.text() + "' is no operator that a condition can use",
                phrase.equals("between")
                        ? "write two comparisons: field >= …, field <= …"
                        : "allowed are ==, !=, <, <=, >, >=, in, not in, contains, not contains");
    }

    /** Whether this can only be the rest of an operator. */
    private static boolean isTornOff(Token token) {
        return token.is("=") || token.is("==");
    }

    private boolean isExact() {
        return tokens.peek().is("in") || tokens.peek().is("contains");
    }

    /** What stands here for an operator: a sign, two that were torn apart, or words. */
    private String phrase() {
        StringBuilder phrase = new StringBuilder(tokens.peek().text().toLowerCase(Locale.ROOT));
        boolean words = isOneOf(PHRASE, tokens.peek());
        boolean turned = tokens.peek().is("=") && tokens.peek(1).is("!");
        boolean torn = !words && (turned || isTornOff(tokens.peek(1)));
        for (int next = 1; words ? isOneOf(PHRASE, tokens.peek(next)) : torn && next == 1; next++) {
            phrase.append(' ').append(tokens.peek(next).text().toLowerCase(Locale.ROOT));
        }
        return phrase.toString();
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
        if (open.is(Kind.WORD) && tokens.peek(1).is("(")) {
            String message = "'" + open.text() + "' is not expected before a list";
            throw tokens.unreadable(open.span(), Code.TEXT_UNEXPECTED, message, "leave it out");
        }
        if (!tokens.accept("(")) {
            String hint = "write in ( One, Other )";
            tokens.fault(tokens.before(), Code.BRACKET_MISSING, "'(' is missing before the list", hint);
            whole = false;
            return listNotOpened();
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

    /** The list goes on as long as types and numbers follow; a bracket with more of the fact behind closes it. */
    private List<Constant> listNotOpened() {
        List<Constant> values = new ArrayList<>(List.of(value()));
        while (tokens.peek().is(",") && isValue(tokens.peek(1))) {
            tokens.next();
            values.add(value());
        }
        Token behind = tokens.peek(1);
        boolean closed = behind.is(",") || behind.is(")") || behind.is("||") || behind.is("&&");
        if (closed) {
            tokens.accept(")");
        }
        return List.copyOf(values);
    }

    private static boolean isValue(Token token) {
        return token.is(Kind.TEXT) || token.is(Kind.NUMBER) || ConditionParser.isType(token);
    }

    /** One constant; a comma within a number, as some countries write it, makes two of it in a list only. */
    private Constant single() {
        Constant constant = value();
        Token comma = tokens.peek();
        Token rest = tokens.peek(1);
        boolean within = constant.kind() == Constant.Kind.NUMBER
                && comma.is(",")
                && rest.is(Kind.NUMBER)
                && comma.span().start() == constant.span().end()
                && rest.span().start() == comma.span().end();
        if (!within) {
            return constant;
        }
        tokens.next();
        tokens.next();
        String number = constant.text() + "," + rest.text();
        return new Constant(Constant.Kind.NUMBER, number, constant.span().to(rest.span()));
    }

    private Constant value() {
        Token first = tokens.peek();
        if (first.is("(")) {
            String message = "a field is compared with one constant";
            throw tokens.unreadable(
                    first.span(), Code.TEXT_UNEXPECTED, message, "for one of several write in ( One, Other )");
        }
        return compared(ConstantParser.parse(tokens));
    }

    private Constant compared(Constant constant) {
        Token next = tokens.peek();
        if (next.is(Kind.SIGN) && ARITHMETIC.contains(next.text())) {
            throw arithmetic(next);
        }
        return constant;
    }
}
