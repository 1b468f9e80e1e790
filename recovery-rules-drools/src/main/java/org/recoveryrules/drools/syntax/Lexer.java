package org.recoveryrules.drools.syntax;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.PolicySize;
import org.recoveryrules.drools.files.SourceText;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.syntax.Token.Kind;

/** Cuts a rule file into tokens. What is wrong with its characters is told here, and once: the parser goes on without. */
final class Lexer {
    private static final Pattern SPACE = Pattern.compile("[ \t\r\n\f]+");
    private static final Pattern COMMENT = Pattern.compile("//[^\r\n]*|/\\*(?s:.*?)\\*/");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{M}\\p{Nd}_$]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)*+[\\p{L}\\p{Nd}_]*");
    private static final Pattern SIGN =
            Pattern.compile("===|!==|&&|\\|\\||==|!=|<=|>=|=>|=<|<>|:=|->|[-(),.;:!<>=@{}\\[\\]+*/%?&|^~]");
    /** A line that is no prose. */
    private static final Pattern RESUMES = Pattern.compile(
            "(?m)^[ \t]*(package [\\w.]+;?|import [\\w.*]+;?|global .*;|rule \".*|when|then|end|findings\\..*"
                    + "|@(because|source).*)[ \t]*$");
    /** With so much that cannot be read a file is no rule file. */
    private static final int UNREADABLE = 1_000;

    private static final String STRAIGHT = "\"'";
    private static final String CURLY = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b\u2033";

    /** Signs that look like what people mean by them. */
    private static final Map<String, String> MEANT = Map.of(
            "\u2265", "write >=",
            "\u2264", "write <=",
            "\u2260", "write !=",
            "\u2012", "write -",
            "\u2013", "write -",
            "\u2014", "write -",
            "\u2212", "write -",
            "#", "a comment begins with //");

    private final String text;
    private final FaultsInText faults;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Span> unreadable = new ArrayList<>();
    private int at;
    /** Whether a comment was never closed: the next one ends what is read, so that the rest is not searched once a line. */
    private boolean commentOpen;

    Lexer(FaultsInText faults) {
        this.text = faults.source().text();
        this.faults = faults;
    }

    /** All tokens, the last of them {@link Kind#END}. */
    List<Token> tokens() {
        while (at < text.length() && unreadable.size() < UNREADABLE) {
            if (!(skip(SPACE) || skipComment() || take(WORD, Kind.WORD) || take(NUMBER, Kind.NUMBER))) {
                takeOther();
            }
        }
        add(Kind.END, "", text.length(), text.length());
        return tokens;
    }

    /** Whether something within a stretch could not be read, so that what the parser misses there is no news. */
    boolean isUnreadable(Span span) {
        return unreadable.stream().anyMatch(part -> part.start() <= span.end() && part.end() >= span.start());
    }

    private boolean take(Pattern pattern, Kind kind) {
        int start = at;
        if (!skip(pattern)) {
            return false;
        }
        add(kind, text.substring(start, at), start, at);
        return true;
    }

    private boolean skipComment() {
        int start = at;
        boolean found = skip(COMMENT);
        requireVisible(start, at);
        return found;
    }

    /** That nothing in a comment or a text looks other than it is. */
    private void requireVisible(int start, int end) {
        for (int i = start; i < end; i++) {
            if (SourceText.isHidden(text.charAt(i))) {
                String shown = "U+%04X".formatted((int) text.charAt(i));
                String name = Character.getName(text.charAt(i)).toLowerCase(Locale.ROOT);
                String message = shown + " (" + name + ") is a character that nobody sees";
                faults.add(new Span(i, i + 1), Code.CHARACTER_UNKNOWN, message, "leave it out");
            }
        }
    }

    private boolean skip(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        boolean found = matcher.lookingAt();
        if (found) {
            at = matcher.end();
        }
        return found;
    }

    private void takeOther() {
        char next = text.charAt(at);
        if (STRAIGHT.indexOf(next) >= 0 || CURLY.indexOf(next) >= 0) {
            takeText();
        } else if (text.startsWith("/*", at)) {
            takeOpenComment();
        } else if (!take(SIGN, Kind.SIGN)) {
            takeUnknown();
        }
    }

    /** A comment that is never closed: it is taken to end before the next line that can only be part of a rule file. */
    private void takeOpenComment() {
        faults.add(new Span(at, at + 2), Code.COMMENT_OPEN, "this comment is never closed", "close it with */");
        Matcher resumes = RESUMES.matcher(text).region(at, text.length());
        int end = !commentOpen && resumes.find() ? resumes.start() : text.length();
        commentOpen = true;
        unreadable.add(new Span(at, end));
        at = end;
    }

    private void takeUnknown() {
        int start = at;
        int character = text.codePointAt(at);
        at += Character.charCount(character);
        String name = Character.getName(character);
        String shown =
                isInvisible(character) ? "U+%04X".formatted(character) : "'" + Character.toString(character) + "'";
        String message = shown + " (" + (name == null ? "no character" : name.toLowerCase(Locale.ROOT))
                + ") has no place in a rule file outside of a text or a comment";
        String hint = MEANT.getOrDefault(Character.toString(character), ordinary(character));
        faults.add(new Span(start, at), Code.CHARACTER_UNKNOWN, message, hint);
        unreadable.add(new Span(start, at));
        if (character == '#') {
            at = endOfLine();
        }
        while (at < text.length() && text.codePointAt(at) == character) {
            at += Character.charCount(character);
        }
    }

    /** What is written for a character of another width or kind of space. */
    private static String ordinary(int character) {
        if (Character.isSpaceChar(character)) {
            return "write an ordinary space";
        }
        String simple = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
        return SIGN.matcher(simple).matches() ? "write " + simple : "leave it out";
    }

    private static boolean isInvisible(int character) {
        return Character.isISOControl(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private void takeText() {
        int start = at;
        char open = text.charAt(at);
        int close = close(open);
        if (close < 0) {
            takeUnclosed();
            return;
        }
        at = close + 1;
        Span span = new Span(start, at);
        if (open == '\'') {
            faults.add(span, Code.QUOTE_SINGLE, "a text stands in double quotes", "write " + quoted(start + 1, close));
        } else if (open != '"' || text.charAt(close) != '"') {
            char curly = open == '"' ? text.charAt(close) : open;
            String message = "'" + curly + "' is a quote of a word processor; a text stands in straight quotes";
            faults.add(span, Code.QUOTE_CURLY, message, "write " + quoted(start + 1, close));
        }
        requireVisible(start, at);
        add(Kind.TEXT, unescaped(start + 1, close), start, at);
    }

    /** Where the text that begins here is closed on its line; -1 if it is not. */
    private int close(char open) {
        for (int i = at + 1; i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i++) {
            char next = text.charAt(i);
            if (next == '\\') {
                i++;
            } else if (next == open || (open != '\'' && next == '"') || (closesCurly(open, next))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a curly quote closes what another one, or a straight one followed by no other, has opened. */
    private boolean closesCurly(char open, char next) {
        if (open == '"') {
            return CURLY.indexOf(next) >= 0 && "\u201d\u00bb\u201c".indexOf(next) >= 0 && !straightFollows();
        }
        return open != '\'' && CURLY.indexOf(next) >= 0 && isApostrophe(next) == isApostrophe(open);
    }

    /** Whether the line has another straight quote after the one here. */
    private boolean straightFollows() {
        int straight = text.indexOf('"', at + 1);
        return straight >= 0 && straight < endOfLine();
    }

    private static boolean isApostrophe(char quote) {
        return "\u2018\u2019\u201a\u201b".indexOf(quote) >= 0;
    }

    private int endOfLine() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** A quote without a partner: the text ends before what closes the statement, so that nothing else seems missing. */
    private void takeUnclosed() {
        int start = at;
        int end = endOfLine();
        int textEnd = end;
        while (textEnd > start + 1 && " \t);".indexOf(text.charAt(textEnd - 1)) >= 0) {
            textEnd--;
        }
        faults.add(
                new Span(start, start + 1),
                Code.QUOTE_MISSING,
                "this quote has no partner on its line",
                "a text begins and ends with \" on one line");
        unreadable.add(new Span(start, end));
        at = textEnd;
        add(Kind.TEXT, text.substring(start + 1, textEnd), start, textEnd);
    }

    private String quoted(int start, int end) {
        return "\"" + text.substring(start, end) + "\"";
    }

    private String unescaped(int start, int end) {
        StringBuilder value = new StringBuilder();
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != '\\') {
                value.append(text.charAt(i));
            } else {
                i++;
                char escaped = text.charAt(i);
                if (escaped != '"' && escaped != '\\') {
                    faults.add(
                            new Span(i - 1, i + 1),
                            Code.TEXT_ESCAPE,
                            "'\\" + escaped + "' cannot stand in a text",
                            "a backslash stands before a quote or a backslash only");
                }
                value.append(escaped);
            }
        }
        return value.toString();
    }

    private void add(Kind kind, String value, int start, int end) {
        if (value.length() > PolicySize.WORD_LENGTH) {
            String message = "this has " + value.length() + " characters, more than " + PolicySize.WORD_LENGTH;
            faults.add(new Span(start, end), Code.TEXT_TOO_LONG, message, "write less");
        }
        Span span = new Span(start, end);
        tokens.add(new Token(kind, value, span, beginsLine(span)));
    }

    /** Whether no other token ends on the line of this one: comments are no news. */
    private boolean beginsLine(Span span) {
        return tokens.isEmpty()
                || faults.source().line(tokens.get(tokens.size() - 1).span().end())
                        < faults.source().line(span.start());
    }
}
