package org.recoveryrules.drools.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.Nearest;
import org.recoveryrules.drools.files.SourceText;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.syntax.RuleNode.Annotation;
import org.recoveryrules.drools.syntax.Token.Kind;

/** Reads one rule, from its keyword to its end or to where the next one begins. */
final class RuleParser {
    private static final Set<String> KEYWORDS = Set.of("when", "then", "end");
    private static final Set<String> ANNOTATIONS = Set.of("because", "source");
    /** The first words of the attributes that DRL knows. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "salience",
            "no",
            "lock",
            "enabled",
            "agenda",
            "activation",
            "ruleflow",
            "auto",
            "dialect",
            "duration",
            "timer",
            "calendars",
            "date",
            "refract",
            "direct",
            "attributes");

    private final Tokens tokens;
    private final SourceText source;
    private final int length;
    private int end;
    private boolean whole = true;

    RuleParser(Tokens tokens, SourceText source) {
        this.tokens = tokens;
        this.source = source;
        int count = 0;
        while (!tokens.peek(count).is(Kind.END)) {
            count++;
        }
        this.length = count;
    }

    static boolean isAttribute(Token token) {
        return token.is(Kind.WORD) && ATTRIBUTES.contains(token.text());
    }

    /** Where reading ended. */
    int end() {
        return end;
    }

    RuleNode parse() {
        int start = tokens.position();
        OptionalInt when = find("when", 1, length);
        OptionalInt then = find("then", when.orElse(0) + 1, length);
        OptionalInt close = find("end", then.orElse(when.orElse(0)) + 1, length);
        int last = close.orElse(length);
        Token first = tokens.next();
        requireKeyword(first, "rule");
        Name name = name();
        List<Annotation> annotations = new ArrayList<>();
        boolean named = whole;
        parseHeader(start + when.orElse(then.orElse(last)), when.isPresent(), annotations);
        boolean headerWhole = (whole || !named) && tokens.isReadableSince(first);
        if (when.isPresent()) {
            requireKeyword(tokens.next(), "when");
            skipColon();
        } else {
            missing(tokens.peek().span(), Code.WHEN_MISSING, "'when' is missing before the condition of this rule");
        }
        List<Condition> conditions =
                parseConditions(then.isPresent() ? start + then.getAsInt() : consequenceIn(start, last));
        if (then.isPresent()) {
            requireKeyword(tokens.next(), "then");
        } else {
            missing(tokens.peek().span(), Code.THEN_MISSING, "'then' is missing before the consequence of this rule");
        }
        Token before = tokens.previous();
        skipColon();
        ConsequenceParser consequence = new ConsequenceParser(tokens.part(tokens.position(), start + last), before);
        Optional<Call> call = consequence.parse();
        whole &= consequence.isWhole() && call.isPresent();
        tokens.moveTo(start + last);
        if (close.isPresent()) {
            requireKeyword(tokens.next(), "end");
        } else {
            tokens.begin();
            missing(tokens.before(), Code.END_MISSING, "'end' is missing after this rule");
        }
        end = tokens.position();
        return new RuleNode(name, annotations, conditions, call, headerWhole, whole, tokens.since(first));
    }

    private void missing(Span span, Code code, String message) {
        tokens.fault(span, code, message, "a rule reads: rule \"…\" … when … then … end");
        whole = false;
    }

    private void skipColon() {
        tokens.begin();
        Token colon = tokens.peek();
        if (tokens.accept(":")) {
            tokens.fault(colon.span(), Code.TEXT_UNEXPECTED, "no ':' stands behind a keyword", "leave it out");
        }
    }

    private void requireKeyword(Token token, String keyword) {
        if (!token.is(keyword)) {
            String message = "'" + token.text() + "' is no keyword";
            tokens.fault(token.span(), Code.KEYWORD_UNKNOWN, message, "did you mean '" + keyword + "'?");
        }
    }

    /** Where a keyword stands from a place on; if nowhere, where a line has nothing but a word that is meant as it. */
    private OptionalInt find(String keyword, int from, int to) {
        OptionalInt exact = IntStream.range(from, to)
                .filter(i -> tokens.peek(i).is(keyword) && !tokens.peek(i - 1).is("."))
                .findFirst();
        return exact.isPresent()
                ? exact
                : IntStream.range(from, to)
                        .filter(i -> isAlone(i) && isMeant(tokens.peek(i), keyword))
                        .filter(i -> !KEYWORDS.contains(tokens.peek(i).text()))
                        .findFirst();
    }

    private static boolean isMeant(Token token, String keyword) {
        boolean near = token.is(Kind.WORD)
                && Nearest.to(token.text(), KEYWORDS).filter(keyword::equals).isPresent();
        return near || (keyword.equals("when") && token.is("if"));
    }

    private boolean isAlone(int i) {
        return tokens.peek(i).beginsLine()
                && (tokens.peek(i + 1).beginsLine() || tokens.peek(i + 1).is(Kind.END));
    }

    /** Where the consequence begins without its keyword: at the call on findings, or at the end. */
    private int consequenceIn(int start, int last) {
        int offset = tokens.position() - start;
        return start
                + IntStream.range(offset, last)
                        .filter(i -> tokens.peek(i - offset).is("findings"))
                        .findFirst()
                        .orElse(last);
    }

    private Name name() {
        tokens.begin();
        Token name = tokens.peek();
        if (name.is(Kind.TEXT)) {
            tokens.next();
            return new Name(name.text(), name.span());
        }
        if (name.is(Kind.WORD) && !name.beginsLine()) {
            Token first = tokens.next();
            while (!tokens.peek().beginsLine() && !tokens.peek().is("@") && !tokens.atEnd()) {
                tokens.next();
            }
            Span span = tokens.since(first);
            String hint = "write rule \"" + source.text(span) + "\"";
            tokens.fault(span, Code.RULE_NAME_MALFORMED, "the name of a rule stands in quotes", hint);
            whole = false;
            return new Name(source.text(span), span);
        }
        Span keyword = tokens.previous().span();
        tokens.fault(keyword, Code.RULE_UNNAMED, "a rule needs a name", "such as rule \"topic.what-it-says\"");
        whole = false;
        return new Name("", keyword);
    }

    private void parseHeader(int to, boolean toTheEnd, List<Annotation> annotations) {
        while (tokens.position() < to) {
            tokens.begin();
            Token first = tokens.peek();
            try {
                if (first.is("@")) {
                    annotations.add(annotation());
                } else if (isAttribute(first)) {
                    skipLine(to);
                    throw tokens.unreadable(
                            tokens.since(first),
                            Code.ATTRIBUTE_NOT_ALLOWED,
                            "attributes are not allowed: every rule that matches speaks, in no order",
                            "leave it out");
                } else if (first.is("extends")) {
                    skipLine(to);
                    throw tokens.unreadable(
                            tokens.since(first),
                            Code.CONSTRUCT_NOT_ALLOWED,
                            "'extends' is not allowed: a rule stands alone",
                            "repeat the condition");
                } else if (!toTheEnd && !first.is(",") && !isAnnotationName(first)) {
                    return;
                } else {
                    unexpectedInHeader(first, to);
                }
            } catch (Tokens.Unreadable e) {
                whole = false;
            }
        }
    }

    private void unexpectedInHeader(Token first, int to) {
        boolean annotation = isAnnotationName(first);
        skipLine(to);
        throw tokens.unreadable(
                first.span(),
                Code.TEXT_UNEXPECTED,
                "between the name of a rule and 'when' stand @because and @source",
                annotation ? "write @" + first.text() : "leave it out, or make it a comment: // …");
    }

    private boolean isAnnotationName(Token token) {
        return token.is(Kind.WORD)
                && tokens.peek(1).is("(")
                && Nearest.to(token.text(), ANNOTATIONS).isPresent();
    }

    private void skipLine(int to) {
        do {
            tokens.next();
        } while (tokens.position() < to
                && !tokens.peek().beginsLine()
                && !tokens.peek().is("@"));
    }

    private Annotation annotation() {
        Token sign = tokens.next();
        Token name = tokens.next();
        if (!name.is(Kind.WORD)) {
            skipRest();
            throw tokens.unreadable(
                    sign.span(), Code.ANNOTATION_MALFORMED, "a name is missing after '@'", written("because"));
        }
        boolean opened = tokens.accept("(");
        Token text = tokens.peek();
        if (!opened) {
            missingBracket("(", name);
        }
        if (!text.is(Kind.TEXT) && opened) {
            throw malformed(name);
        } else if (!text.is(Kind.TEXT)) {
            skipRest();
            throw new Tokens.Unreadable();
        }
        tokens.next();
        Annotation annotation = new Annotation(new Name(name.text(), name.span()), new Name(text.text(), text.span()));
        if (!tokens.accept(")") && opened) {
            if (!tokens.peek().beginsLine() && !tokens.atEnd()) {
                throw malformed(name);
            }
            missingBracket(")", name);
        }
        return annotation;
    }

    private void skipRest() {
        while (!tokens.atEnd() && !tokens.peek().beginsLine()) {
            tokens.next();
        }
    }

    private void missingBracket(String bracket, Token annotation) {
        String message = "'" + bracket + "' is missing after " + (bracket.equals("(") ? "" : "the text of ") + "'@"
                + annotation.text() + "'";
        tokens.fault(tokens.before(), Code.BRACKET_MISSING, message, written(annotation.text()));
        whole = false;
    }

    private Tokens.Unreadable malformed(Token name) {
        Token first = tokens.peek();
        while (!tokens.atEnd() && !tokens.peek().beginsLine() && !tokens.peek().is(")")) {
            tokens.next();
        }
        Span span = tokens.previous().span().start() < first.span().start() ? first.span() : tokens.since(first);
        tokens.accept(")");
        return tokens.unreadable(
                span,
                Code.ANNOTATION_MALFORMED,
                "'@" + name.text() + "' takes one text in quotes",
                written(name.text()));
    }

    private static String written(String annotation) {
        return "write @" + annotation + "( \"…\" )";
    }

    private List<Condition> parseConditions(int to) {
        ConditionParser parser = new ConditionParser(tokens.part(tokens.position(), to));
        List<Condition> conditions = parser.parse();
        whole &= parser.isWhole();
        tokens.moveTo(to);
        return conditions;
    }
}
