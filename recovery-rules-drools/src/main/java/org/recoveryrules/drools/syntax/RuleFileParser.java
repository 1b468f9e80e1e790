package org.recoveryrules.drools.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.Nearest;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.syntax.RuleFile.Global;
import org.recoveryrules.drools.syntax.Token.Kind;

/**
 * Reads a rule file of the declarative profile. Whatever is not of it is a fault; after a fault reading goes on with the
 * next part that stands on its own, so that all faults are told and none is a consequence of another.
 */
public final class RuleFileParser {
    private static final Set<String> KEYWORDS = Set.of("package", "import", "global", "rule");
    private static final String FINDINGS = "org.recoveryrules.drools.rules.Findings";
    private static final Set<String> CONSTRUCTS =
            Set.of("function", "query", "declare", "unit", "expander", "template", "entry", "window", "trait", "enum");

    private final FaultsInText faults;
    private final Lexer lexer;
    private final List<Token> all;
    private final List<Name> packages = new ArrayList<>();
    private final List<Name> imports = new ArrayList<>();
    private final List<Global> globals = new ArrayList<>();
    private final List<RuleNode> rules = new ArrayList<>();

    /** Whether annotations stand above the rule that comes next. */
    private boolean annotated;
    /** Whether what stands above and between the rules could be understood. */
    private boolean whole = true;

    private RuleFileParser(FaultsInText faults) {
        this.faults = faults;
        this.lexer = new Lexer(faults);
        this.all = lexer.tokens();
    }

    /**
     * Reads a rule file.
     *
     * @param faults its text, and where what is wrong with it is told
     * @return as much of it as could be understood
     */
    public static RuleFile parse(FaultsInText faults) {
        RuleFileParser parser = new RuleFileParser(new FaultsInText(faults.source(), new Faults()));
        parser.parse(faults.faults());
        return new RuleFile(
                faults.source(),
                parser.packages.stream().findFirst(),
                parser.imports,
                parser.globals,
                parser.rules,
                parser.whole);
    }

    private void parse(Faults told) {
        int end = all.size() - 1;
        List<Integer> starts = ruleStarts(end);
        boolean statements = all.subList(0, end).stream().anyMatch(RuleFileParser::beginsStatement);
        if (end > 0 && starts.isEmpty() && !statements) {
            String hint = "a rule file begins like: package com.example.policy.paradox;";
            told.add(file(), Code.FILE_NOT_RULES, "this file holds nothing of a rule file", hint);
            return;
        }
        int from = 0;
        for (int i = 0; i < starts.size(); i++) {
            int next = i + 1 < starts.size() ? starts.get(i + 1) : end;
            annotated = false;
            parseStatements(new Tokens(all, from, starts.get(i), lexer, faults));
            RuleParser rule = new RuleParser(new Tokens(all, starts.get(i), next, lexer, faults), faults.source());
            rules.add(annotated ? rule.parse().withHeaderElsewhere() : rule.parse());
            from = rule.end();
        }
        parseStatements(new Tokens(all, from, end, lexer, faults));
        told.addAll(faults.faults().all());
        if (starts.isEmpty() && faults.faults().errors().isEmpty()) {
            told.add(file(), Code.FILE_EMPTY, "this file holds no rule", "write one, or remove it");
        }
    }

    private Place file() {
        return Place.of(faults.source().file());
    }

    private static boolean beginsStatement(Token token) {
        return token.is(Kind.WORD)
                && token.beginsLine()
                && (KEYWORDS.contains(token.text()) || CONSTRUCTS.contains(token.text()));
    }

    /** Where rules begin: at their keyword, or at a word that can only be meant as one. */
    private List<Integer> ruleStarts(int end) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            boolean begins = all.get(i).beginsLine()
                    || i == 0
                    || all.get(i - 1).is("end")
                    || all.get(i - 1).is(";");
            boolean named = all.get(i + 1).is(Kind.TEXT);
            if (begins && (all.get(i).is("rule") || (named && isMeant(all.get(i), "rule")))) {
                starts.add(i);
            }
        }
        return starts;
    }

    static boolean isMeant(Token token, String keyword) {
        return token.is(Kind.WORD)
                && Nearest.distance(token.text().toLowerCase(Locale.ROOT), keyword) <= keyword.length() / 2;
    }

    private void parseStatements(Tokens tokens) {
        while (!tokens.atEnd()) {
            tokens.begin();
            try {
                parseStatement(tokens);
            } catch (Tokens.Unreadable e) {
                whole = false;
                if (!beginsStatement(tokens.peek())) {
                    tokens.skipLine();
                }
            }
        }
    }

    private void parseStatement(Tokens tokens) {
        Token first = tokens.peek();
        String keyword = keyword(tokens);
        if (keyword.equals("package")) {
            tokens.next();
            parsePackage(tokens, first);
        } else if (keyword.equals("import")) {
            tokens.next();
            parseImport(tokens, first);
        } else if (keyword.equals("global")) {
            tokens.next();
            Name type = qualifiedName(tokens, FINDINGS);
            Global global = new Global(type, qualifiedName(tokens, "findings"));
            requireEnd(tokens, "global " + FINDINGS + " findings;");
            globals.add(global);
        } else if (!tokens.accept(";")) {
            parseOther(tokens, first);
        }
    }

    private void parsePackage(Tokens tokens, Token first) {
        Name name = qualifiedName(tokens, "com.example.policy.paradox");
        requireEnd(tokens, "package com.example.policy.paradox;");
        if (!packages.isEmpty()) {
            Span span = first.span().to(name.span());
            tokens.fault(span, Code.TEXT_UNEXPECTED, "a file has one package", "leave this out");
        }
        packages.add(name);
    }

    /** That a statement ends here, by a semicolon, its line, or the next one. */
    private static void requireEnd(Tokens tokens, String example) {
        Token next = tokens.peek();
        if (tokens.accept(";") || tokens.atEnd() || next.beginsLine() || KEYWORDS.contains(next.text())) {
            return;
        }
        Span rest = tokens.restOfLine();
        throw tokens.unreadable(rest, Code.TEXT_UNEXPECTED, "this is no part of a name", "such as " + example);
    }

    /** The first word; where it is none but what follows is a name with points, the keyword that is meant. */
    private static String keyword(Tokens tokens) {
        Token first = tokens.peek();
        boolean named = tokens.peek(1).is(Kind.WORD) && tokens.peek(2).is(".");
        if (KEYWORDS.contains(first.text()) || !named || !first.beginsLine()) {
            return first.text();
        }
        return Nearest.to(first.text(), KEYWORDS)
                .map(meant -> {
                    keywordUnknown(tokens, first, meant);
                    return meant;
                })
                .orElse(first.text());
    }

    private static void keywordUnknown(Tokens tokens, Token written, String meant) {
        String message = "'" + written.text() + "' is no keyword";
        tokens.fault(written.span(), Code.KEYWORD_UNKNOWN, message, "did you mean '" + meant + "'?");
    }

    private void parseImport(Tokens tokens, Token first) {
        Token kind = tokens.peek();
        if (kind.is("static") || kind.is("function") || kind.is("accumulate") || kind.is("acc")) {
            tokens.skipLine();
            tokens.fault(
                    tokens.since(first),
                    Code.IMPORT_NOT_ALLOWED,
                    "'import " + kind.text() + "' is not allowed",
                    "a rule file imports org.recoveryrules.api.*, and Amount where it names it");
            return;
        }
        Name imported = qualifiedName(tokens, "org.recoveryrules.api.*");
        requireEnd(tokens, "import org.recoveryrules.api.*;");
        imports.add(imported);
    }

    /** A name with points, up to a star. */
    private static Name qualifiedName(Tokens tokens, String example) {
        Token first = tokens.peek();
        if (!first.is(Kind.WORD) || beginsStatement(first)) {
            throw tokens.unreadable(
                    tokens.before(), Code.TEXT_UNEXPECTED, "a name is missing here", "such as " + example);
        }
        StringBuilder name = new StringBuilder(tokens.next().text());
        while (tokens.peek().is(".")
                && (tokens.peek(1).is(Kind.WORD) || tokens.peek(1).is("*"))) {
            tokens.next();
            name.append('.').append(tokens.next().text());
        }
        return new Name(name.toString(), tokens.since(first));
    }

    private void parseOther(Tokens tokens, Token first) {
        Optional<String> meant = first.is(Kind.WORD) ? Nearest.to(first.text(), KEYWORDS) : Optional.empty();
        if (CONSTRUCTS.contains(first.text())) {
            skipConstruct(tokens);
            tokens.fault(
                    first.span(),
                    Code.CONSTRUCT_NOT_ALLOWED,
                    "'" + first.text() + "' is not allowed: a rule file holds a package, imports, one global and rules",
                    "say it with rules");
        } else if (RuleParser.isAttribute(first)) {
            tokens.skipLine();
            tokens.fault(
                    tokens.since(first),
                    Code.ATTRIBUTE_NOT_ALLOWED,
                    "attributes are not allowed: every rule that matches speaks, in no order",
                    "leave it out");
        } else if (meant.isPresent() && first.beginsLine()) {
            whole = false;
            tokens.skipLine();
            keywordUnknown(tokens, first, meant.get());
        } else {
            while (!tokens.atEnd() && !beginsStatement(tokens.peek())) {
                tokens.next();
            }
            whole = false;
            if (first.is("@")) {
                annotated = true;
                String message = "annotations stand below the name of their rule";
                tokens.fault(
                        first.span(), Code.TEXT_UNEXPECTED, message, "move them below: rule \"…\" @because( \"…\" )");
                return;
            }
            String message = first.is("end") ? "this 'end' ends nothing" : "this is no part of a rule";
            tokens.fault(first.span(), Code.TEXT_UNEXPECTED, message, "leave it out, or make it a comment: // …");
        }
    }

    private static void skipConstruct(Tokens tokens) {
        tokens.next();
        while (!tokens.atEnd() && !beginsStatement(tokens.peek())) {
            if (tokens.peek().is("{")) {
                tokens.skipBrackets();
                return;
            }
            if (tokens.next().is("end")) {
                return;
            }
        }
    }
}
