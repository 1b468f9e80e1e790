package org.recoveryrules.drools.check;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.check.FactField.Kind;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;
import org.recoveryrules.drools.syntax.Operator;

/** The page on the declarative profile says what the check does. */
class ProfilePageTest {
    private static final Path PAGE = Path.of("docs/profile.md");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final Map<Kind, String> KINDS = new EnumMap<>(Map.of(
            Kind.CONSTANT, "constant",
            Kind.ORDERED_CONSTANT, "constant in order",
            Kind.BOOLEAN, "true or false",
            Kind.NUMBER, "whole number",
            Kind.AMOUNT, "sum",
            Kind.SET, "set of constants"));

    @Test
    void lists_every_field_with_its_kind_and_its_constants() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String type : FactField.factTypes()) {
            FactField.of(type).forEach((name, field) -> {
                if (field.kind() != Kind.OTHER) {
                    rows.add("| `%s` | `%s` | %s | %s |"
                            .formatted(type, name, KINDS.get(field.kind()), constants(field))
                            .replace("|  |", "| |"));
                }
            });
        }
        assertThat(table("fact")).isEqualTo(rows);
    }

    private static String constants(FactField field) {
        return field.constants().isEmpty()
                ? ""
                : field.constants().stream()
                        .map(Enum::name)
                        .collect(Collectors.joining(" ", "`" + field.typeName() + "`: `", "`"));
    }

    @Test
    void lists_for_every_kind_the_operators_that_it_takes() throws IOException {
        Map<String, Set<String>> listed = new TreeMap<>();
        table("kind").forEach(row -> listed.put(cell(row, 0), new TreeSet<>(codes(cell(row, 1)))));
        Map<String, Set<String>> taken = new TreeMap<>();
        for (String type : FactField.factTypes()) {
            FactField.of(type).forEach((name, field) -> {
                if (field.kind() != Kind.OTHER) {
                    assertThat(taken(type, name, field)).isNotEmpty();
                    Set<String> operators = taken(type, name, field);
                    assertThat(taken.merge(KINDS.get(field.kind()), operators, (one, other) -> other))
                            .isEqualTo(operators);
                }
            });
        }
        assertThat(listed).isEqualTo(taken);
        for (String row : table("kind")) {
            assertThat(codesOf(when(codes(cell(row, 2)).get(0)))).as(row).isEmpty();
        }
    }

    private static Set<String> taken(String type, String name, FactField field) {
        String constant = switch (field.kind()) {
            case BOOLEAN -> "true";
            case NUMBER, AMOUNT -> "7";
            default -> field.typeName() + "." + field.constants().get(1);
        };
        return Arrays.stream(Operator.values())
                .filter(operator -> {
                    boolean list = operator == Operator.IN || operator == Operator.NOT_IN;
                    String value = list ? "( " + constant + " )" : constant;
                    return codesOf(when(type + "( " + name + " " + operator + " " + value + " )"))
                            .isEmpty();
                })
                .map(Operator::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void lists_every_form_of_a_condition() throws IOException {
        for (String row : table("form")) {
            String form = codes(cell(row, 0)).get(0);
            String condition = form.contains("( ") && !form.startsWith("!") ? form : "Handling( " + form + " )";
            assertThat(codesOf(when(condition))).as(row).isEmpty();
        }
        assertThat(table("form")).hasSize(10);
    }

    @Test
    void lists_every_verb_by_calls_that_the_check_takes() throws IOException {
        List<String> calls = table("verb").stream()
                .flatMap(row -> codes(cell(row, 0)).stream())
                .toList();
        for (String call : calls) {
            assertThat(codesOf(then("findings." + call + ";"))).as(call).isEmpty();
        }
        assertThat(calls)
                .extracting(call -> call.substring(0, call.indexOf('(')))
                .containsOnly(names(Findings.class).toArray(String[]::new));
        assertThat(calls).hasSize(Findings.class.getMethods().length);
    }

    @Test
    void lists_every_form_of_an_amount() throws IOException {
        List<String> amounts = table("amount").stream()
                .flatMap(row -> codes(cell(row, 0)).stream())
                .toList();
        for (String amount : amounts) {
            String written = amount.startsWith(".") ? "Amount.percentOfLoss( 10 )" + amount : amount;
            assertThat(codesOf(then("findings.cap( " + written + " );")))
                    .as(amount)
                    .isEmpty();
        }
        assertThat(amounts)
                .extracting(amount -> amount.replaceAll("^(Amount)?\\.|\\(.*", ""))
                .containsExactlyInAnyOrder(Stream.of(Amount.class.getMethods())
                        .filter(method -> method.getReturnType() == Amount.class)
                        .map(Method::getName)
                        .filter(name -> !name.equals("parse"))
                        .toArray(String[]::new));
    }

    @Test
    void lists_what_is_refused_with_the_code_that_tells() throws IOException {
        for (String row : table("refused")) {
            String code = codes(cell(row, 1)).get(0);
            for (String refused : codes(cell(row, 0))) {
                assertThat(Stream.of(when(refused), then(refused), beside(refused), header(refused))
                                .flatMap(ProfilePageTest::errors))
                        .as(refused)
                        .contains(code);
            }
        }
        assertThat(table("refused")).hasSizeGreaterThan(15);
    }

    @Test
    void lists_the_files_that_a_policy_may_hold() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String row : table("file")) {
            String path = codes(cell(row, 0)).get(0);
            if (!path.endsWith(".xlsx")) {
                files.put(path, path.endsWith(".drl") ? paradox() : "");
            }
        }
        files.put("policy.properties", Policies.files().get("policy.properties"));

        assertThat(codesOf(files)).isEmpty();
        for (String path :
                List.of("paradox/barriers.txt", "barriers.csv", "readme.html", "paradox/deep/barriers.drl")) {
            Map<String, String> more = new TreeMap<>(files);
            more.put(path, paradox());
            assertThat(codesOf(more)).as(path).isNotEmpty();
        }
    }

    @Test
    void lists_the_bounds_and_each_is_one() throws IOException {
        Map<String, IntFunction<Map<String, String>>> policies = new TreeMap<>(Map.ofEntries(
                entry("files and folders in a policy, hidden ones too", ProfilePageTest::ofFiles),
                entry("bytes in all files of a policy", ProfilePageTest::ofBytesInAll),
                entry(
                        "bytes in a file; [a decision table](decision-tables.md) may have more",
                        ProfilePageTest::ofBytes),
                entry("folders within each other", n -> with("a/".repeat(n) + "notes.md", "")),
                entry("characters in the path of a file", n -> with("a".repeat(n - 3) + ".md", "")),
                entry("decision tables in a policy", ProfilePageTest::ofTables),
                entry("rules in a policy", ProfilePageTest::ofRules),
                entry(
                        "facts and constants in all conditions of a policy, those of a condition for each way in which"
                                + " it can hold",
                        ProfilePageTest::ofParts),
                entry("cases in a policy", ProfilePageTest::ofCases),
                entry(
                        "characters in a text, a word or a number",
                        n -> then("findings.step( StepKind.SOLVE, \"" + "x".repeat(n) + "\" );")),
                entry(
                        "brackets within each other",
                        n -> when("Claim( " + "( ".repeat(n) + "requestMade" + " )".repeat(n) + " )")),
                entry(
                        "facts and constants in a condition",
                        n -> when("Claim( compensatedClaims in ( " + series(n - 1, ", ", "%d") + " ) )")),
                entry(
                        "ways in which a condition can hold, by its `or` between facts",
                        n -> when("( " + series(n, " or ", "Claim( )") + " )")),
                entry(
                        "digits of a whole number in a condition",
                        n -> when("Claim( compensatedClaims > " + "9".repeat(n) + " )")),
                entry("digits of a sum", n -> when("ServiceFailure( lossAmount > " + "9".repeat(n) + " )"))));
        Map<String, Integer> listed = new TreeMap<>();
        table("at most")
                .forEach(row ->
                        listed.put(cell(row, 1), Integer.valueOf(cell(row, 0).replace(",", ""))));

        policies.forEach((what, policy) -> {
            int most = listed.get(what);
            assertThat(codesOf(policy.apply(most))).as("%s: %d", what, most).isEmpty();
            assertThat(codesOf(policy.apply(most + 1)))
                    .as("%s: %d", what, most + 1)
                    .isNotEmpty();
        });
        int toldOfAll =
                listed.remove("errors of all files, and as many warnings, that are told; of each file the first is");
        assertThat(check(ofFaultyFiles(12)).errors()).hasSize(toldOfAll);
        int told = listed.remove("errors of a file, and as many warnings, that are told");
        assertThat(check(Policies.files("import a;\n".repeat(told + 1))).errors())
                .hasSize(told);
        assertThat(listed).containsOnlyKeys(policies.keySet());
    }

    private static Map<String, String> with(String path, String text) {
        Map<String, String> files = when("Claim( requestMade )");
        files.put(path, text);
        return files;
    }

    private static Map<String, String> ofFiles(int count) {
        Map<String, String> files = when("Claim( requestMade )");
        for (int i = files.size(); i < count; i++) {
            files.put("notes-" + i + ".md", "");
        }
        return files;
    }

    /** Each with more errors than are told. */
    private static Map<String, String> ofFaultyFiles(int count) {
        Map<String, String> files = when("Claim( requestMade )");
        String faulty = Policies.files("import a;\n".repeat(1_100)).get("test/test.drl");
        IntStream.range(0, count).forEach(i -> files.put("test/faulty-" + i + ".drl", faulty));
        return files;
    }

    private static Map<String, String> ofBytesInAll(int bytes) {
        Map<String, String> files = when("Claim( requestMade )");
        int left = bytes - files.values().stream().mapToInt(String::length).sum();
        for (int most = 1_000_000; left > 0; left -= most) {
            files.put("notes-" + left + ".md", " ".repeat(Math.min(left, most)));
        }
        return files;
    }

    private static Map<String, String> ofTables(int count) {
        Map<String, String> files = when("Claim( requestMade )");
        for (int i = 0; i < count; i++) {
            files.put("test/table-" + i + ".csv", """
                    RuleSet;test;
                    Import;org.recoveryrules.api.*;
                    Variables;org.recoveryrules.drools.rules.Findings findings;

                    RuleTable Questions;;;;
                    NAME;CONDITION;ACTION;METADATA;METADATA
                    ;Claim;findings;;
                    ;compensatedClaims == $param;ask( Question.$param );"because( ""$param"" )";"source( ""$param"" )"
                    Rule;Claims;Question;Because;Source
                    test.row-%d;%d;CAUSE;so it is;a test
                    """.formatted(i, i));
        }
        return files;
    }

    /** One rule of four ways, each with two facts and two constants, and as many others as it takes. */
    private static Map<String, String> ofParts(int parts) {
        String ways = "( Claim( compensatedClaims == 1 ) or Claim( compensatedClaims == 2 ) )"
                + " ( Handling( apologies == 1 ) or Handling( apologies == 2 ) )";
        StringBuilder rules = new StringBuilder(Policies.rule("test.ways", ways, "findings.review();"));
        int left = parts - 16;
        for (int most = 200; left > 0; left -= most) {
            String condition = left == 1
                    ? "Claim( )"
                    : "Claim( compensatedClaims in ( " + series(Math.min(left, most) - 1, ", ", left + "%d") + " ) )";
            rules.append(Policies.rule("test.rule-" + left, condition, "findings.review();"));
        }
        return Policies.files(rules.toString());
    }

    private static Map<String, String> ofCases(int cases) {
        return with(
                "test/test.cases.csv",
                "case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,rules\n"
                        + series(cases, "\n", "%d,MINOR,UNKNOWN,UNKNOWN,0,9,-"));
    }

    private static Map<String, String> ofBytes(int bytes) {
        Map<String, String> files = when("Claim( requestMade )");
        files.computeIfPresent("test/test.drl", (path, text) -> text + "/".repeat(bytes - text.length()));
        return files;
    }

    private static Map<String, String> ofRules(int rules) {
        Map<String, String> files = new TreeMap<>();
        String head = Policies.files().get("test/test.drl");
        for (int i = 0; i < rules; i += 2_000) {
            files.put(
                    "test/test-" + i + ".drl",
                    head
                            + IntStream.range(i, Math.min(i + 2_000, rules))
                                    .mapToObj(rule -> Policies.rule(
                                            "test.rule-" + rule,
                                            "Claim( compensatedClaims == " + rule + " )",
                                            "findings.review();"))
                                    .collect(Collectors.joining()));
        }
        files.put("policy.properties", Policies.files().get("policy.properties"));
        return files;
    }

    private static String series(int count, String separator, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(separator));
    }

    private static String paradox() {
        return Policies.files(Policies.rule("paradox.rule", "Claim( requestMade )", "findings.review();"))
                .get("test/test.drl")
                .replace("package test;", "package com.example.paradox;");
    }

    private static Map<String, String> when(String condition) {
        return Policies.files(Policies.rule("test.rule", condition, "findings.review();"));
    }

    private static Map<String, String> then(String consequence) {
        Map<String, String> files = Policies.files(Policies.rule("test.rule", "Claim( requestMade )", consequence));
        files.merge("policy.properties", "amount.gesture.minor = of( \"5\" )\n", String::concat);
        return files;
    }

    private static Map<String, String> beside(String statement) {
        return Policies.files(
                statement + "\n" + Policies.rule("test.rule", "Claim( requestMade )", "findings.review();"));
    }

    private static Map<String, String> header(String attribute) {
        return Policies.files(Policies.rule("test.rule", "Claim( requestMade )", "findings.review();")
                .replace("when", attribute + "\nwhen"));
    }

    private static List<String> codesOf(Map<String, String> files) {
        return errors(files).toList();
    }

    private static Stream<String> errors(Map<String, String> files) {
        try {
            return check(files).errors().stream().map(Diagnostic::code);
        } catch (InvalidPolicyException e) {
            return e.diagnostics().stream().map(Diagnostic::code);
        }
    }

    private static CheckedPolicy check(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return Policies.checked(files);
    }

    private static Set<String> names(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rows of the tables whose first column has this name. */
    private static List<String> table(String firstColumn) throws IOException {
        List<String> rows = new ArrayList<>();
        boolean within = false;
        for (String line : Files.readAllLines(PAGE)) {
            within = line.startsWith("| " + firstColumn + " |") || (within && line.startsWith("|"));
            if (within && !line.startsWith("|---") && !line.startsWith("| " + firstColumn + " |")) {
                rows.add(line);
            }
        }
        assertThat(rows).as(firstColumn).isNotEmpty();
        return rows;
    }

    private static String cell(String row, int column) {
        return row.split("(?<!\\\\)\\|", -1)[column + 1].strip();
    }

    private static List<String> codes(String cell) {
        Matcher code = CODE.matcher(cell.replace("\\|", "|"));
        return code.results().map(found -> found.group(1)).toList();
    }
}
