package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Severity;
import org.recoveryrules.drools.json.ContextJson;
import org.recoveryrules.drools.json.Contexts;

class CaseJsonTest {
    private static final Path STANDARD = Path.of("src/main/resources/org/recoveryrules/policy/standard");
    private static final String PATH = "paradox/barriers.cases.json";
    private static final Set<String> RULES = Set.of("paradox.severe-failure", "paradox.prior-failure");
    private static final String CORE = """
            "failure": {"severity": "MINOR", "avoidability": "UNAVOIDABLE", "foreseeability": "UNFORESEEABLE"},
            "history": {"priorFailures": 0}, "customer": {"lifetimeValue": "5000"}""";

    @Test
    void every_column_says_the_same_as_in_a_table() throws IOException {
        String header =
                "case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,recurrence,type,resourceLost,"
                        + "causedBy,price,loss,accepted,lastRecovery,similar,expectation,mood,vulnerabilities,reach,champion,"
                        + "status,compensatedClaims,entitlements,requested,aware,delay,apologies,explanation,risks,rules,verdict,"
                        + "barriers,questions,doubleDeviation,approach,remedies,authority,humanReview,steps,followUps,total,"
                        + "gestureTotal";
        String table = header + "\n" + """
                all of it,MAJOR,AVOIDABLE,FORESEEABLE,2,1000.5,RECURRING,PROCESS,GOODS,PROVIDER,120,0.50,false,POOR,true,\
                HIGH,ANGRY,HEALTH RESILIENCE,PUBLIC,true,UNVERIFIED,3,CREDIT 100 EU261; GIFT 20 a gift,CREDIT 20,false,\
                PT36H,1,THIRD_PARTY_VERIFIED,COMPLEX_SCHEDULING NEW_OFFERING,paradox.severe-failure paradox.prior-failure,\
                DOES_NOT_APPLY,SEVERITY PRIOR_FAILURE,CAUSE FAIR_SOLUTION,true,HERO,\
                REFUND RESTORATION 120 by AGENT; CREDIT GESTURE 5..10; APOLOGY; -GIFT; -,SUPERVISOR,true,SOLVE FOLLOW_UP,\
                P3D P2W,..500,5..
                nothing of it,MAJOR,AVOIDABLE,FORESEEABLE,2,1000.5,,,,,,,,,,,,,,,,,,,,,,,,-,APPLIES,-,-,false,FIX,-,AGENT,\
                false,-,-,0,-
                """;

        assertThat(header.split(","))
                .containsExactlyInAnyOrder(
                        Stream.of(List.of(CaseHeader.SENTENCE), ContextColumns.READERS.keySet(), ExpectedColumns.NAMES)
                                .flatMap(Collection::stream)
                                .toArray(String[]::new));
        assertThat(assertSame(table.getBytes(StandardCharsets.UTF_8), RULES)).hasSize(2);
    }

    @TestFactory
    Stream<DynamicTest> the_tables_of_the_standard_policy_say_the_same_in_json() throws IOException {
        try (Stream<Path> files = Files.walk(STANDARD)) {
            return files.filter(file -> CaseTable.isCases(file.toString())).sorted().toList().stream()
                    .map(file -> dynamicTest(
                            STANDARD.relativize(file).toString(),
                            () -> assertThat(assertSame(Files.readAllBytes(file), rules(file)))
                                    .isNotEmpty()));
        }
    }

    @Test
    void what_a_table_says_with_a_base_says_json() throws IOException {
        String table = """
                case,base,severity,avoidability,foreseeability,priorFailures,lifetimeValue,lastRecovery,price,rules
                first,,MINOR,UNAVOIDABLE,UNFORESEEABLE,1,1000,POOR,80,-
                graver,first,MAJOR,,,,,,,paradox.severe-failure
                and the default,graver,,,,,,-,-,-
                """;

        assertThat(assertSame(table.getBytes(StandardCharsets.UTF_8), RULES))
                .extracting(tested -> tested.context().failure().severity())
                .containsExactly(Severity.MINOR, Severity.MAJOR, Severity.MAJOR);
    }

    @Test
    void any_context_that_is_written_can_be_the_context_of_a_case() throws IOException {
        SplittableRandom random = new SplittableRandom(41);
        for (CurrencyUnit currency : List.of(CurrencyUnit.USD, CurrencyUnit.JPY, CurrencyUnit.of("BHD"))) {
            List<FailureContext> contexts = Stream.generate(() -> Contexts.random(random, currency))
                    .limit(300)
                    .toList();
            List<String> cases = new ArrayList<>();
            for (FailureContext context : contexts) {
                ByteArrayOutputStream json = new ByteArrayOutputStream();
                ContextJson.write(context, json);
                cases.add("{\"case\": \"case %d\", \"context\": %s, \"expected\": {\"verdict\": \"APPLIES\"}}"
                        .formatted(cases.size(), json.toString(StandardCharsets.UTF_8)));
            }

            CaseTable table = CaseTable.read(
                    PATH, ("[" + String.join(",\n", cases) + "]").getBytes(StandardCharsets.UTF_8), RULES, currency);

            assertThat(table.diagnostics()).isEmpty();
            assertThat(table.cases()).extracting(Case::context).isEqualTo(contexts);
        }
    }

    @Test
    void a_base_is_changed_component_by_component_whatever_comes_first_in_the_object() {
        List<Case> cases = sound("""
                [{"case": "first", "context": {"priorFailures": 1, "lastRecovery": "POOR", "similar": true,
                    "severity": "MINOR", "avoidability": "UNAVOIDABLE", "foreseeability": "UNFORESEEABLE",
                    "lifetimeValue": 5000}, "expected": {"rules": []}},
                 {"expected": {"rules": []}, "context": {"history": {"lastRecovery": null}},
                    "base": " first ", "case": "its default"},
                 {"case": "the same", "base": "its default", "expected": {"rules": []}}]""");

        assertThat(cases)
                .extracting(tested -> tested.context().history().lastRecovery())
                .containsExactly(LastRecovery.POOR, LastRecovery.UNKNOWN, LastRecovery.UNKNOWN);
        assertThat(cases).allMatch(tested -> tested.context().history().similar());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"12.5\"", "12.5", "12.50", "{\"amount\": \"12.50\", \"currency\": \"USD\"}"})
    void an_amount_is_in_the_currency_of_the_policy_with_and_without_its_code(String amount) {
        List<Case> cases = sound(
                "[{\"case\": \"it\", \"context\": {%s, \"claim\": {\"requested\": {\"kind\": \"CREDIT\", \"amount\": %s}}}, \"expected\": {\"rules\": []}}]"
                        .formatted(CORE, amount));

        assertThat(cases.get(0).context().claim().requested().orElseThrow().amount())
                .contains(Money.of(CurrencyUnit.USD, 12.5));
    }

    @Test
    void the_place_of_a_case_is_its_sentence() {
        assertThat(sound("""
                [
                  {
                    "context": {%s},
                    "case": "little harm",
                    "expected": {"rules": []}
                  }
                ]""".formatted(CORE.replace("\n", " "))))
                .extracting(Case::place)
                .hasToString("[" + PATH + ":4:13]");
    }

    @Test
    void a_byte_order_mark_and_a_sentence_on_two_lines_do_no_harm() {
        List<Case> cases = sound(
                "\uFEFF[{\"case\": \" little\\n harm \", \"context\": {" + CORE + "}, \"expected\": {\"rules\": []}}]");

        assertThat(cases).extracting(Case::sentence).containsExactly("little harm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``       | paradox/barriers.cases.json: error[cases-malformed]: this file must be JSON, but is empty
            {}       | paradox/barriers.cases.json:1:1: error[case-value-invalid]: this file must be a list of cases, but was an object
            [] []    | paradox/barriers.cases.json:1:4: error[cases-malformed]: this file must be one value, but more follows it
            [        | paradox/barriers.cases.json:1:2: error[cases-malformed]: this file cannot be read as JSON: Unexpected end-of-input: expected close marker for Array (start marker at [line: 1, column: 1])
            []       | paradox/barriers.cases.json: warning[cases-empty]: there is no case in this file
            ["a      | paradox/barriers.cases.json:1:4: error[cases-malformed]: this file cannot be read as JSON: Unexpected end-of-input: was expecting closing quote for a string value
            [1]      | paradox/barriers.cases.json:1:2: error[case-value-invalid]: a case must be an object of case, context and expected, but was 1
            """)
    void a_file_that_has_no_case_is_told_as_a_whole(String json, String diagnostic) {
        CaseTable table = read(json);

        assertThat(table.cases()).isEmpty();
        assertThat(table.diagnostics()).extracting(Diagnostic::toString).containsExactly(diagnostic);
    }

    @Test
    void nesting_without_end_is_refused() {
        assertThat(read("[".repeat(400_000)).diagnostics())
                .singleElement()
                .extracting(Diagnostic::code)
                .isEqualTo("cases-malformed");
    }

    @Test
    void nothing_but_faults_is_told_up_to_a_thousand_times() {
        assertThat(read("[" + "0,".repeat(400_000) + "0]").diagnostics()).hasSize(1_000);
    }

    private static List<Case> assertSame(byte[] table, Set<String> rules) throws IOException {
        CaseTable inTable = CaseTable.read("a.cases.csv", table, rules, CurrencyUnit.USD);
        CaseTable inJson = CaseTable.read(PATH, TableInJson.of(table), rules, CurrencyUnit.USD);

        assertThat(inTable.diagnostics()).isEmpty();
        assertThat(inJson.diagnostics()).isEmpty();
        assertThat(inJson.cases())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("place")
                .isEqualTo(inTable.cases());
        assertThat(inJson.cases()).extracting(Case::expected).isEqualTo(expected(inTable));
        return inJson.cases();
    }

    private static List<List<Expected>> expected(CaseTable table) {
        return table.cases().stream().map(Case::expected).toList();
    }

    private static Set<String> rules(Path cases) throws IOException {
        Set<String> rules = new TreeSet<>();
        String file = Files.readString(Path.of(CaseTable.stem(cases.toString()) + ".drl"));
        Pattern.compile("(?m)^rule \"([^\"]+)\"").matcher(file).results().forEach(rule -> rules.add(rule.group(1)));
        return rules;
    }

    private static List<Case> sound(String json) {
        CaseTable table = read(json);
        assertThat(table.diagnostics()).isEmpty();
        return table.cases();
    }

    private static CaseTable read(String json) {
        return CaseTable.read(PATH, json.getBytes(StandardCharsets.UTF_8), RULES, CurrencyUnit.USD);
    }
}
