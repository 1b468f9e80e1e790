package org.recoveryrules.drools;

import static org.recoveryrules.drools.Attack.RULE;
import static org.recoveryrules.drools.Attack.with;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.recoveryrules.drools.files.Code;

/**
 * Attacks by what is written. They stand in files, one a line, after the code that tells them; {@code {U+0001}} is a
 * character, {@code {ab * 1000}} a text that comes so often.
 */
final class HostileTexts {
    private static final Path FOLDER = Path.of("src/test/resources/org/recoveryrules/drools/hostile");
    private static final Pattern CHARACTER = Pattern.compile("\\{U\\+([0-9A-F]{4,5})}");
    private static final Pattern REPEATED = Pattern.compile("\\{([^{}]+) \\* (\\d+)}");
    private static final String RULES = "test/test.drl";
    private static final String SETTINGS = "name = a\nversion = 1\ncurrency = USD\n";

    private HostileTexts() {}

    static Stream<Named<Attack>> all() {
        return Stream.of(
                        texts("conditions.txt", RULES, 10, text -> rule(text, "findings.review();")),
                        texts("consequences.txt", RULES, 12, text -> rule("ServiceFailure( accepted )", text)),
                        // What stands between the name of a rule and its condition, and in place of the name.
                        texts(
                                "headers.txt",
                                RULES,
                                6,
                                text -> Policies.files("rule " + text + "\nwhen\nthen\nfindings.review();\nend\n")),
                        texts("frames.txt", RULES, 6, text -> Policies.files(text + "\n" + RULE)),
                        texts(
                                "characters.txt",
                                RULES,
                                1,
                                text -> with(
                                        RULES,
                                        text + "\n" + Policies.files(RULE).get(RULES))),
                        texts(
                                "settings.txt",
                                "policy.properties",
                                4,
                                text -> with("policy.properties", SETTINGS + text + "\n")),
                        texts("paths.txt", "", 0, path -> with(path, RULE)),
                        tables())
                .flatMap(attacks -> attacks);
    }

    private static Map<String, String> rule(String when, String then) {
        return Policies.files(Policies.rule("test.rule", when, then));
    }

    /** The attacks of a file, each told on the line on which it ends; where no file is named it is one itself. */
    private static Stream<Named<Attack>> texts(
            String list, String file, int line, Function<String, Map<String, String>> policy) {
        try {
            return Files.readAllLines(FOLDER.resolve(list)).stream().map(attack -> {
                String[] codeAndText = attack.split(" \\| ", 2);
                Code code = Code.valueOf(codeAndText[0].toUpperCase(Locale.ROOT).replace('-', '_'));
                String text = written(codeAndText[1]);
                int lines = (int)
                        text.chars().filter(character -> character == '\n').count();
                return Attack.named(
                        codeAndText[1], policy.apply(text), code, file.isEmpty() ? text : file, line + lines);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(String attack) {
        String repeated = REPEATED.matcher(attack)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
        return CHARACTER
                .matcher(repeated)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    /** What stands in the cells of a decision table. */
    private static Stream<Named<Attack>> tables() {
        String api = "Import;org.recoveryrules.api.*;";
        String when = "severity == $param";
        String then = "ask( $param )";
        String major = "Severity.MAJOR";
        String cause = "Question.CAUSE";
        return Stream.of(
                table("a call as a value", api, when, then, "Hit.now()", cause, Code.CALL_NOT_ALLOWED, 10),
                table(
                        "out of a fact",
                        api,
                        when,
                        then,
                        "Severity.MAJOR ) eval( Hit.now()",
                        cause,
                        Code.CONSTRUCT_NOT_ALLOWED,
                        10),
                table(
                        "out of a call",
                        api,
                        when,
                        then,
                        major,
                        "\"Question.CAUSE ); Hit.now(\"",
                        Code.STATEMENT_SECOND,
                        10),
                table("a call as an argument", api, when, then, major, "Hit.now()", Code.CALL_NOT_ALLOWED, 10),
                table(
                        "a call as a condition",
                        api,
                        "Hit.now() == $param",
                        then,
                        "true",
                        cause,
                        Code.CALL_NOT_ALLOWED,
                        8),
                table("no verb", api, when, "getClass()", major, "x", Code.VERB_UNKNOWN, 8),
                table(
                        "an import",
                        "Import;org.recoveryrules.drools.Hit;",
                        when,
                        then,
                        major,
                        cause,
                        Code.IMPORT_NOT_ALLOWED,
                        2),
                table(
                        "a function",
                        api + "\nFunctions;\"function boolean hit() { return Hit.now(); }\";",
                        when,
                        then,
                        major,
                        cause,
                        Code.CONSTRUCT_NOT_ALLOWED,
                        3),
                table(
                        "a query",
                        api + "\nQueries;query hit() eval( Hit.now() ) end;",
                        when,
                        then,
                        major,
                        cause,
                        Code.CONSTRUCT_NOT_ALLOWED,
                        3));
    }

    private static Named<Attack> table(
            String name, String imports, String when, String then, String value, String argument, Code code, int line) {
        String text = """
                RuleSet;test;
                %s
                Variables;org.recoveryrules.drools.rules.Findings findings;

                RuleTable Hostile;;;;
                NAME;CONDITION;ACTION;METADATA;METADATA
                ;ServiceFailure;findings;;
                ;%s;%s;"because( ""$param"" )";"source( ""$param"" )"
                Rule;When;Then;Because;Source
                test.row;%s;%s;so it is;a test
                """.formatted(imports, when, then, value, argument);
        return Attack.named("a table with " + name, with("test/table.csv", text), code, "test/table.csv", line);
    }
}
