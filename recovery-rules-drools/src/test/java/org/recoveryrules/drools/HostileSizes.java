package org.recoveryrules.drools;

import static org.recoveryrules.drools.Attack.RULE;
import static org.recoveryrules.drools.Attack.with;
import static org.recoveryrules.drools.files.Code.*;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.recoveryrules.drools.files.Code;

/** Attacks by how much there is of something, or how deep it is nested. */
final class HostileSizes {
    private HostileSizes() {}

    /** Each is large, and made when it is needed. */
    static Stream<Supplier<Named<Attack>>> all() {
        int many = 100_000;
        return Stream.of(
                () -> when(
                        "round brackets in a fact", "Claim( " + "( ".repeat(many) + "requestMade", CONDITION_TOO_DEEP),
                () -> when("negations", "Claim( " + "!".repeat(many) + "requestMade )", CONDITION_TOO_DEEP),
                () -> when("round brackets", "( ".repeat(many) + "Claim( )", CONDITION_TOO_DEEP),
                () -> when(
                        "brackets that are closed",
                        "( ".repeat(many) + "Claim( )" + " )".repeat(many),
                        CONDITION_TOO_DEEP),
                () -> when("not after not", "not ".repeat(many) + "Claim( )", TEXT_UNEXPECTED),
                () -> when("a long path", "Claim( a" + ".a".repeat(many) + " == 1 )", FIELD_PATH),
                () -> when("a long type", "Claim" + ".a".repeat(many) + "( )", FACT_UNKNOWN),
                () -> when("a long word", "Claim( " + "a".repeat(many) + " )", TEXT_TOO_LONG),
                () -> when("a long number", "Claim( compensatedClaims == " + "9".repeat(many) + " )", NUMBER_TOO_LARGE),
                () -> when(
                        "a long fraction",
                        "Customer( lifetimeValueAmount > 0." + "0".repeat(many) + "1B )",
                        NUMBER_TOO_LARGE),
                () -> when(
                        "a long list",
                        "Claim( compensatedClaims in ( " + series(many, ", ", "%d") + " ) )",
                        CONDITION_TOO_LARGE),
                () -> when(
                        "a long or",
                        "Claim( " + series(20_000, " || ", "compensatedClaims == %d") + " )",
                        CONDITION_TOO_LARGE),
                () -> when(
                        "a long and",
                        "Claim( " + series(20_000, " && ", "compensatedClaims != %d") + " )",
                        CONDITION_TOO_LARGE),
                () -> when("many facts", "Claim( ) ".repeat(many), CONDITION_TOO_LARGE),
                () -> when(
                        "many facts in a group",
                        "( Claim( )" + " or Area( )".repeat(many - 50_000) + " )",
                        CONDITION_TOO_LARGE),
                () -> when(
                        "groups that multiply",
                        "( Claim( requestMade ) or Area( breakProne ) ) ".repeat(30),
                        CONDITION_TOO_LARGE),
                () -> when("commas", "Claim( " + ", ".repeat(many) + " )", CONSTRAINT_MISSING),
                () -> then(
                        "amounts in amounts",
                        "findings.cap( " + "Amount.of( ".repeat(80_000) + " );",
                        ARGUMENT_NOT_CONSTANT),
                () -> then(
                        "many bounds",
                        "findings.cap( Amount.of( \"1\" )" + ".atLeast( \"1\" )".repeat(10_000) + " ).x;",
                        TEXT_UNEXPECTED),
                () -> then(
                        "many arguments",
                        "findings.offer( " + "RemedyKind.CREDIT, ".repeat(40_000) + "RemedyKind.CREDIT );",
                        OFFER_WORDS),
                () -> then("a long call", "findings" + ".a".repeat(many) + "();", BRACKET_MISSING),
                () -> then(
                        "a long text", "findings.step( StepKind.SOLVE, \"" + "x".repeat(many) + "\" );", TEXT_TOO_LONG),
                () -> then("a long sum", "findings.cap( Amount.of( \"" + "9".repeat(many) + "\" ) );", AMOUNT_INVALID),
                () -> then(
                        "a long percentage",
                        "findings.cap( Amount.percentOfPrice( " + "9".repeat(many) + " ) );",
                        TEXT_TOO_LONG),
                () -> then("brackets", "findings.review" + "( ".repeat(many) + ";", VALUE_MISSING),
                () -> then("many statements", "findings.review(); ".repeat(50_000), STATEMENT_SECOND),
                () -> hostile("zeros in every other byte", rules("\u0000a".repeat(100)), ENCODING, 0),
                () -> hostile(
                        "a large table of cases",
                        with("test/test.cases.csv", "case,rules\n" + "a,-\n".repeat(400_000)),
                        FILE_TOO_LARGE,
                        "test/test.cases.csv",
                        0),
                () -> hostile(
                        "an open quote in a table of cases",
                        with("test/test.cases.csv", "case,rules\n\"" + "a,\n".repeat(300_000)),
                        CASE_QUOTE_MISSING,
                        "test/test.cases.csv",
                        2),
                () -> hostile(
                        "a long line in a table of cases",
                        with("test/test.cases.csv", "case,rules\n" + ",".repeat(900_000)),
                        CASE_COLUMN_MISSING,
                        "test/test.cases.csv",
                        1),
                () -> hostile(
                        "brackets in cases in JSON",
                        with("test/test.cases.json", "[".repeat(900_000)),
                        CASES_MALFORMED,
                        "test/test.cases.json",
                        1),
                () -> hostile(
                        "numbers for cases in JSON",
                        with("test/test.cases.json", "[\"\ud834\udd1e\"" + ",0".repeat(400_000) + "]"),
                        CASE_VALUE_INVALID,
                        "test/test.cases.json",
                        1),
                () -> hostile(
                        "many cases on one line in JSON",
                        with("test/test.cases.json", "[" + "{\"case\":\"\ud834\udd1e\"},".repeat(50_000) + "0]"),
                        CASE_CONTEXT_INVALID,
                        "test/test.cases.json",
                        1),
                () -> hostile(
                        "many names in a case in JSON",
                        with("test/test.cases.json", "[{" + "\"a\":1,".repeat(120_000) + "\"case\":1}]"),
                        CASE_KEY_UNKNOWN,
                        "test/test.cases.json",
                        1),
                () -> hostile(
                        "many rules in a case in JSON",
                        with(
                                "test/test.cases.json",
                                "[{\"case\":\"a\",\"context\":{},\"expected\":{\"rules\":[" + "\"a\",".repeat(200_000)
                                        + "\"b\"]}}]"),
                        CASE_RULE_UNKNOWN,
                        "test/test.cases.json",
                        1),
                () -> hostile(
                        "a large exponent in a case in JSON",
                        with(
                                "test/test.cases.json",
                                "[{\"case\":\"a\",\"context\":{\"price\":1e999999999},\"expected\":{\"total\":1e99999999999}}]"),
                        CASE_VALUE_INVALID,
                        "test/test.cases.json",
                        1),
                () -> hostile(
                        "a long name",
                        rules("rule \"test." + "a-".repeat(many) + "a\"\nwhen then end"),
                        TEXT_TOO_LONG,
                        6),
                () -> hostile("many rules", rules(RULE.repeat(many)), FILE_TOO_LARGE, 0),
                () -> hostile("many rules in many files", manyFiles(), RULES_TOO_MANY, "", 0),
                () -> hostile("a long line", rules(" ".repeat(10_000_000) + "x"), FILE_TOO_LARGE, 0),
                () -> hostile("a long line of words", rules("x ".repeat(400_000)), TEXT_UNEXPECTED, 6),
                () -> hostile("a long line of signs", rules("\u20ac\u00a3".repeat(180_000)), CHARACTER_UNKNOWN, 6),
                () -> hostile("a long line of rules", rules("rule ".repeat(150_000)), RULE_NAME_MALFORMED, 6),
                () -> hostile("a long line of quotes", rules("'".repeat(900_000)), QUOTE_SINGLE, 6),
                () -> hostile(
                        "many lines of brackets",
                        rules("rule \"test.a\" when\n" + "(\n".repeat(400_000)),
                        CONDITION_TOO_DEEP,
                        27),
                () -> hostile("many open comments", rules("/*".repeat(400_000)), COMMENT_OPEN, 6),
                () -> hostile(
                        "many annotations",
                        rules("rule \"test.a\" " + "@a( \"b\" ) ".repeat(90_000) + "when then end"),
                        ANNOTATION_UNKNOWN,
                        6),
                () -> hostile("many imports", rules("import a;\n".repeat(90_000) + RULE), IMPORT_NOT_ALLOWED, 6),
                () -> hostile(
                        "many imports and no package",
                        with(
                                "test/test.drl",
                                "// Rules.\n" + "import org.recoveryrules.api.*;\n".repeat(30_000) + RULE),
                        PACKAGE_MISSING,
                        "test/test.drl",
                        2),
                () -> hostile("many globals", rules("global a b;\n".repeat(80_000) + RULE), GLOBAL_NOT_ALLOWED, 6),
                () -> when(
                        "a long number of points",
                        "Claim( compensatedClaims == 1" + ".1".repeat(400_000) + " )",
                        TEXT_TOO_LONG),
                () -> when(
                        "nots before in",
                        "Claim( compensatedClaims " + "not ".repeat(200_000) + "in ( 1 ) )",
                        OPERATOR_UNKNOWN),
                () -> then(
                        "a long percentage of points",
                        "findings.cap( Amount.percentOfPrice( 1" + ".1".repeat(400_000) + " ) );",
                        TEXT_TOO_LONG),
                () -> hostile("a comment of stars", rules("/" + "*".repeat(900_000)), COMMENT_OPEN, 6),
                () -> hostile("open quotes", rules("\"a\n".repeat(300_000)), QUOTE_MISSING, 6),
                () -> hostile(
                        "prose",
                        rules("\u20ac".repeat(1_100) + "\n" + " \n".repeat(400_000) + "x"),
                        CHARACTER_UNKNOWN,
                        6),
                () -> hostile("fields that are none", rules(fieldsThatAreNone()), FIELD_UNKNOWN, 10),
                () -> hostile("amounts that are none", amountsThatAreNone(), AMOUNT_UNKNOWN, 12),
                () -> hostile("many conditions", manyConditions(), CONDITIONS_TOO_LARGE, "", 0),
                () -> hostile("many ways", manyWays(), CONDITIONS_TOO_LARGE, "", 0),
                () -> hostile("conditions that are long to try", longToTry(), CONDITION_NEVER, 10),
                () -> hostile("errors in many files", errorsInManyFiles(), FILE_EMPTY, "test/test-1999.drl", 0),
                () -> hostile("many files", manyNotes(2_001, 1), POLICY_TOO_LARGE, "", 0),
                () -> hostile("many bytes", manyNotes(21, 990_000), POLICY_TOO_LARGE, "", 0),
                () -> hostile("a large note", with("notes.md", "x".repeat(1_000_001)), FILE_TOO_LARGE, "notes.md", 0),
                () -> hostile(
                        "many cases",
                        with("test/test.cases.csv", cases("rules", "-\n", 20_001)),
                        CASES_TOO_MANY,
                        "",
                        0),
                () -> cell("spaces in a sum", "price", "1" + " ".repeat(900_000) + "x"),
                () -> cell("digits of a sum", "price", "1".repeat(900_000)),
                () -> cell("decimals of a sum", "price", "0." + "1".repeat(900_000)),
                () -> cell("thousands", "price", "1" + ",111".repeat(200_000)),
                () -> cell("digits of bounds", "total", "1".repeat(400_000) + ".." + "2".repeat(400_000)),
                () -> cell("digits of a duration", "delay", "1".repeat(900_000)),
                () -> cell("spaces in a duration", "delay", "1" + " ".repeat(900_000) + "h"),
                () -> cell("digits of a period", "followUps", "1".repeat(900_000)),
                () -> cell("words that are none", "vulnerabilities", "HEALT ".repeat(140_000)),
                () -> cell("remedies that are none", "remedies", "GIFT x x x ; ".repeat(65_000)),
                () -> cell("entitlements that are none", "entitlements", "CREDIT x x;".repeat(80_000)),
                () -> hostile(
                        "rules that are none",
                        beside(
                                rulesOfLongNames(),
                                "test/test.cases.csv",
                                cases("rules", "test." + "b".repeat(85) + "%1$d\n", 5_000)),
                        CASE_RULE_UNKNOWN,
                        "test/test.cases.csv",
                        2),
                () -> hostile(
                        "columns that are none",
                        with("test/test.cases.csv", "case" + series(60_000, "", ",severitz%d") + "\n"),
                        CASE_COLUMN_UNKNOWN,
                        "test/test.cases.csv",
                        1),
                () -> hostile(
                        "cases on cases that are none",
                        with("test/test.cases.csv", "case,base,rules\n" + series(60_000, "\n", "a%1$d,b%1$d,-")),
                        CASE_BASE_UNKNOWN,
                        "test/test.cases.csv",
                        2),
                () -> hostile(
                        "a duration of words in a case in JSON",
                        with(
                                "test/test.cases.json",
                                "[{\"case\":\"a\",\"context\":{\"failure\":{\"price\":\"" + "1".repeat(900_000)
                                        + "\"}}}]"),
                        CASE_VALUE_INVALID,
                        "test/test.cases.json",
                        1),
                () -> hostile(
                        "objects in objects in a case in JSON",
                        with("test/test.cases.json", "[{\"case\":\"a\",\"context\":" + "{\"a\":".repeat(150_000)),
                        CASES_MALFORMED,
                        "test/test.cases.json",
                        1),
                () -> table("merged cells", "...,".repeat(198) + "\n", 1_200, TABLE_TOO_LARGE, 1_001),
                () -> table("merged cells apart", "...,a,".repeat(98) + "\n", 1_000, TABLE_TOO_LARGE, 11),
                () -> table("separators", ",", 4_000_000, TABLE_TOO_LARGE, 1),
                () -> table("lines", "\n", 4_000_000, TABLE_TOO_LARGE, 10_001),
                () -> table("an open quote of lines", "a\n", 2_000_000, TABLE_TOO_LARGE, 10_001),
                () -> table("a giant cell", "a", 4_000_000, TABLE_TOO_LARGE, 1),
                () -> table("a giant file", "a", 5_000_000, TABLE_TOO_LARGE, 0),
                () -> table("titles", "RuleTable x\n", 9_990, TABLE_TOO_LARGE, 101),
                () -> hostile("many tables", manyTables(), POLICY_TOO_LARGE, "", 0),
                () -> hostile(
                        "a table that is cut off",
                        with("test/table.csv", "RuleSet,\"" + "a".repeat(3_000_000)),
                        TABLE_UNREADABLE,
                        "test/table.csv",
                        1),
                // A path of length, and one that would take long to be normalised.
                () -> hostile(
                        "a long topic",
                        with("a" + "-a".repeat(100_000) + "/test.drl", RULE),
                        PATH_INVALID,
                        "a" + "-a".repeat(249) + "-",
                        0),
                () -> hostile(
                        "a path of accents",
                        with("\u0327\u0301".repeat(500_000), RULE),
                        PATH_INVALID,
                        "\u0327\u0301".repeat(250),
                        0),
                () -> path("", ""),
                () -> path(" ", ""),
                () -> path("test\\test.drl", "test/test.drl"),
                () -> path("..\\test.drl", "../test.drl"),
                () -> path("\\etc\\test.drl", "/etc/test.drl"),
                () -> path("test/\u202elrd.exe", "test/\ufffdlrd.exe"),
                () -> path("test/a\u0000.drl", "test/a\ufffd.drl"),
                () -> path("test/a\nb.drl", "test/a\ufffdb.drl"));
    }

    private static Named<Attack> path(String path, String shown) {
        return hostile("path '" + path + "'", with(path, RULE), PATH_INVALID, shown, 0);
    }

    /** A cell of a case in which all else is sound. */
    private static Named<Attack> cell(String name, String column, String value) {
        String file = cases(column + ",rules", "\"" + value + "\",-\n", 1);
        return hostile(name, with("test/test.cases.csv", file), CASE_VALUE_INVALID, "test/test.cases.csv", 2);
    }

    private static String cases(String columns, String end, int count) {
        return "case,severity,avoidability,foreseeability,priorFailures,lifetimeValue," + columns + "\n"
                + series(count, "", "%1$d,MINOR,UNKNOWN,UNKNOWN,0,9," + end);
    }

    private static Named<Attack> table(String name, String part, int count, Code code, int line) {
        return hostile("a table of " + name, with("test/table.csv", part.repeat(count)), code, "test/table.csv", line);
    }

    private static Map<String, String> errorsInManyFiles() {
        Map<String, String> files = new TreeMap<>(Policies.files());
        IntStream.range(2, 2_000)
                .forEach(i -> files.put("test/test-" + i + ".drl", "package test;\n" + "import a;\n".repeat(950)));
        return files;
    }

    private static Map<String, String> manyTables() {
        Map<String, String> files = new TreeMap<>(Policies.files(RULE));
        IntStream.range(0, 101).forEach(i -> files.put("test/table-" + i + ".csv", ""));
        return files;
    }

    private static Map<String, String> manyNotes(int count, int bytes) {
        Map<String, String> files = new TreeMap<>(Policies.files(RULE));
        String note = " ".repeat(bytes);
        IntStream.range(0, count).forEach(i -> files.put("notes-" + i + ".md", note));
        return files;
    }

    private static Map<String, String> manyConditions() {
        Map<String, String> files = new TreeMap<>(Policies.files(RULE));
        for (int file = 0; file < 10; file++) {
            int first = file * 100;
            files.put(
                    "test/test-" + file + ".drl",
                    IntStream.range(first, first + 100)
                            .mapToObj(i -> Policies.rule(
                                    "test.rule-" + i,
                                    "Claim( " + series(100, ", ", "compensatedClaims != " + i + "%03d") + " )",
                                    "findings.review();"))
                            .collect(Collectors.joining()));
        }
        return files;
    }

    /** Few rules, and as many ways of many facts each as a condition can have. */
    private static Map<String, String> manyWays() {
        String both = "( Claim( requestMade ) or Area( breakProne ) ) ";
        String facts = series(60, " ", "Handling( apologies != %d )");
        return rules(IntStream.range(0, 20)
                .mapToObj(i -> Policies.rule("test.rule-" + i, both.repeat(6) + facts, "findings.review();"))
                .collect(Collectors.joining()));
    }

    /** Each can never hold, which takes all combinations of values to find out. */
    private static Map<String, String> longToTry() {
        String never = "ServiceFailure( priceAmount > 5 && lossAmount > 5 && priceAmount < 5 )"
                + " Claim( compensatedClaims > 1 ) Handling( apologies > 1, delayHours > 1 )"
                + " FailureHistory( priorFailures > 1 ) Customer( lifetimeValueAmount > 1 || lifetimeValueAmount > 2 )"
                + " ServiceFailure( priceAmount == 7 || lossAmount == 7 ) ServiceFailure( priceAmount == 8 )";
        return rules(IntStream.range(0, 1_000)
                .mapToObj(i -> Policies.rule("test.rule-" + i, never, "findings.review();"))
                .collect(Collectors.joining()));
    }

    private static String fieldsThatAreNone() {
        String fields = series(190, ", ", "z" + "a".repeat(90) + "%d == 1");
        return Policies.rule("test.rule", "Claim( " + fields + " )", "findings.review();")
                .repeat(40);
    }

    private static Map<String, String> amountsThatAreNone() {
        Map<String, String> files = new TreeMap<>(rules(IntStream.range(0, 4_000)
                .mapToObj(i ->
                        Policies.rule("test.rule-" + i, "Claim( )", "findings.cap( \"" + "b".repeat(85) + i + "\" );"))
                .collect(Collectors.joining())));
        String amounts = series(8_000, "\n", "amount." + "a".repeat(85) + "%d = of( \"1\" )");
        files.merge("policy.properties", amounts, String::concat);
        return files;
    }

    private static Map<String, String> rulesOfLongNames() {
        return rules(IntStream.range(0, 4_000)
                .mapToObj(i -> Policies.rule(
                        "test." + "a".repeat(20) + i, "Claim( compensatedClaims == " + i + " )", "findings.review();"))
                .collect(Collectors.joining()));
    }

    private static Map<String, String> beside(Map<String, String> others, String path, String text) {
        Map<String, String> files = new TreeMap<>(others);
        files.put(path, text);
        return files;
    }

    private static Named<Attack> when(String name, String condition, Code code) {
        return hostile(name, rules(Policies.rule("test.rule", condition, "findings.review();")), code, 10);
    }

    private static Named<Attack> then(String name, String consequence, Code code) {
        return hostile(name, rules(Policies.rule("test.rule", "ServiceFailure( accepted )", consequence)), code, 12);
    }

    private static Named<Attack> hostile(String name, Map<String, String> files, Code code, int line) {
        return hostile(name, files, code, "test/test.drl", line);
    }

    private static Named<Attack> hostile(String name, Map<String, String> files, Code code, String file, int line) {
        return Attack.named(name, files, code, file, line);
    }

    private static Map<String, String> rules(String text) {
        return Policies.files(text);
    }

    private static Map<String, String> manyFiles() {
        Map<String, String> files = new TreeMap<>(Policies.files(RULE));
        IntStream.range(0, 4).forEach(i -> files.put("test/test-" + i + ".drl", RULE.repeat(3_000)));
        return files;
    }

    private static String series(int count, String separator, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(separator));
    }
}
