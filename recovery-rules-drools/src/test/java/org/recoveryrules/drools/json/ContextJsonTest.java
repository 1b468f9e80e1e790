package org.recoveryrules.drools.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.AreaRisk;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Expectation;
import org.recoveryrules.api.Explanation;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FailureType;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Mood;
import org.recoveryrules.api.Reach;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.Vulnerability;

class ContextJsonTest {
    private static final String CORE = """
            {"severity": "MINOR", "avoidability": "UNAVOIDABLE", "foreseeability": "UNFORESEEABLE",
             "priorFailures": 0, "lifetimeValue": {"amount": "5000", "currency": "USD"}""";

    @Test
    void every_component_is_read_from_its_part() {
        String json = """
                {
                  "failure": {
                    "severity": "MINOR", "avoidability": "UNAVOIDABLE", "foreseeability": "UNFORESEEABLE",
                    "recurrence": "UNKNOWN", "type": "PROCESS", "resourceLost": "GOODS", "causedBy": "THIRD_PARTY",
                    "price": {"amount": "120.00", "currency": "USD"}, "loss": {"amount": "7.5", "currency": "USD"},
                    "accepted": false
                  },
                  "history": {"priorFailures": 2, "lastRecovery": "POOR", "similar": true},
                  "customer": {
                    "lifetimeValue": {"currency": "USD", "amount": "5000"},
                    "expectation": "HIGH", "mood": "ANGRY", "vulnerabilities": ["RESILIENCE", "HEALTH", "HEALTH"],
                    "reach": "PUBLIC", "champion": true
                  },
                  "claim": {
                    "status": "UNVERIFIED", "compensatedClaims": 3,
                    "entitlements": [
                      {"kind": "REFUND", "amount": {"amount": "250", "currency": "USD"}, "basis": "EU261 § 7"},
                      {"basis": "SLA", "kind": "CREDIT", "amount": {"amount": "10", "currency": "USD"}}
                    ],
                    "requested": {"kind": "UPGRADE", "amount": {"amount": "60", "currency": "USD"}}
                  },
                  "handling": {
                    "aware": false, "delay": "PT36H", "apologies": 1, "explanation": "THIRD_PARTY_VERIFIED"
                  },
                  "area": {"risks": ["HIGH_TURNOVER"]}
                }
                """;
        FailureContext expected = Contexts.core()
                .recurrence(Recurrence.UNKNOWN)
                .type(FailureType.PROCESS)
                .resourceLost(ResourceLost.GOODS)
                .causedBy(Cause.THIRD_PARTY)
                .price(usd("120"))
                .loss(usd("7.50"))
                .accepted(false)
                .priorFailures(2)
                .lastRecovery(LastRecovery.POOR)
                .similar(true)
                .expectation(Expectation.HIGH)
                .mood(Mood.ANGRY)
                .vulnerabilities(Vulnerability.HEALTH, Vulnerability.RESILIENCE)
                .reach(Reach.PUBLIC)
                .champion(true)
                .status(ClaimStatus.UNVERIFIED)
                .compensatedClaims(3)
                .entitlement(RemedyKind.REFUND, usd("250"), "EU261 § 7")
                .entitlement(RemedyKind.CREDIT, usd("10"), "SLA")
                .requested(RemedyKind.UPGRADE, usd("60"))
                .aware(false)
                .delay(Duration.ofHours(36))
                .apologies(1)
                .explanation(Explanation.THIRD_PARTY_VERIFIED)
                .risks(AreaRisk.HIGH_TURNOVER)
                .build();

        assertThat(read(json)).isEqualTo(expected);
    }

    @Test
    void the_five_core_inputs_are_enough_in_their_parts_and_without() {
        String inParts = """
                {"failure": {"severity": "MINOR", "avoidability": "UNAVOIDABLE", "foreseeability": "UNFORESEEABLE"},
                 "history": {"priorFailures": 0},
                 "customer": {"lifetimeValue": {"amount": "5000", "currency": "USD"}}}""";

        assertThat(read(inParts)).isEqualTo(Contexts.core().build());
        assertThat(read(CORE + "}")).isEqualTo(Contexts.core().build());
    }

    @Test
    void every_component_is_read_without_its_part_as_well() {
        String json = CORE + """
                , "mood": "UPSET", "status": "CONTRADICTED", "delay": "PT1H", "risks": ["NEW_OFFERING"],
                "requested": {"kind": "APOLOGY"}}""";

        assertThat(read(json))
                .isEqualTo(Contexts.core()
                        .mood(Mood.UPSET)
                        .status(ClaimStatus.CONTRADICTED)
                        .delay(Duration.ofHours(1))
                        .risks(AreaRisk.NEW_OFFERING)
                        .requested(RemedyKind.APOLOGY)
                        .build());
    }

    @Test
    void what_is_written_is_read_back_as_it_was() {
        SplittableRandom random = new SplittableRandom(11);
        for (String currency : List.of("USD", "JPY", "BHD")) {
            for (int i = 0; i < 2_000; i++) {
                FailureContext context = Contexts.random(random, CurrencyUnit.of(currency));

                assertThat(ContextJson.read(Contexts.json(context))).isEqualTo(context);
            }
        }
    }

    @Test
    void a_context_is_written_in_its_parts_with_defaults_and_empty_lists_and_without_what_is_absent() {
        assertThat(new String(Contexts.json(Contexts.core().build()), UTF_8))
                .isEqualTo("{\"failure\":{\"severity\":\"MINOR\",\"avoidability\":\"UNAVOIDABLE\","
                        + "\"foreseeability\":\"UNFORESEEABLE\",\"recurrence\":\"ONE_OFF\",\"type\":\"OUTCOME\","
                        + "\"resourceLost\":\"NONE\",\"causedBy\":\"UNKNOWN\","
                        + "\"loss\":{\"amount\":\"0.00\",\"currency\":\"USD\"},\"accepted\":true},"
                        + "\"history\":{\"priorFailures\":0,\"lastRecovery\":\"NONE\",\"similar\":false},"
                        + "\"customer\":{\"lifetimeValue\":{\"amount\":\"5000.00\",\"currency\":\"USD\"},"
                        + "\"expectation\":\"UNKNOWN\",\"mood\":\"CALM\",\"vulnerabilities\":[],"
                        + "\"reach\":\"PRIVATE\",\"champion\":false},"
                        + "\"claim\":{\"status\":\"VERIFIED\",\"compensatedClaims\":0,\"entitlements\":[]},"
                        + "\"handling\":{\"aware\":true,\"delay\":\"PT0S\",\"apologies\":0,\"explanation\":\"NONE\"},"
                        + "\"area\":{\"risks\":[]}}");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"120.00\"', 120.00",
        "'\"120\"', 120.00",
        "'\"0120.500\"', 120.50",
        "120, 120.00",
        "120.5, 120.50",
        "1.2E2, 120.00",
        "999999999999999999, 999999999999999999.00"
    })
    void an_amount_is_a_text_or_a_number_and_read_exactly(String amount, BigDecimal expected) {
        String json = CORE + ", \"price\": {\"amount\": " + amount + ", \"currency\": \"USD\"}}";

        assertThat(read(json).failure().priceAmount()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2.0", "2e0", "0.2E1"})
    void a_count_is_a_whole_number_however_it_is_written(String count) {
        assertThat(read(CORE + ", \"apologies\": " + count + "}").handling().apologies())
                .isEqualTo(2);
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_do_no_harm() {
        String json = "\uFEFF" + CORE.replace("\n", "\r\n") + "}\r\n";

        assertThat(read(json)).isEqualTo(Contexts.core().build());
    }

    @Test
    void all_core_inputs_that_are_missing_are_named_at_once_with_what_is_allowed() {
        assertThat(faults("{\"failure\": {\"severity\": \"MINOR\"}}"))
                .containsExactly(
                        "0:0 failure.avoidability must be given: one of UNAVOIDABLE, AVOIDABLE, UNKNOWN",
                        "0:0 failure.foreseeability must be given: one of UNFORESEEABLE, FORESEEABLE, UNKNOWN",
                        "0:0 history.priorFailures must be given: a whole number from 0 to 2147483647",
                        "0:0 customer.lifetimeValue must be given: money of 0 or more such as"
                                + " {\"amount\": \"120.00\", \"currency\": \"USD\"}");
    }

    @Test
    void every_fault_is_told_with_its_line_column_and_path() {
        String json = """
                {
                  "failure": {
                    "severity": "minor",
                    "avoidability": true,
                    "foreseeability": "UNFORESEEABLE",
                    "sevrity": "MAJOR",
                    "mood": "CALM",
                    "loss": {"amount": "-1", "currncy": "USD"}
                  },
                  "history": {"priorFailures": -1},
                  "customer": {"lifetimeValue": "5000", "vulnerabilities": ["HEALTH", "HELTH"]},
                  "claim": {"entitlements": [{"kind": "APOLOGY", "basis": " "}, 7]},
                  "handling": [],
                  "überall": {"any": [1, {}]},
                  "area": {"risks": {}}
                }""";

        assertThat(faults(json))
                .containsExactly(
                        "3:17 failure.severity must be one of NEGLIGIBLE, MINOR, MODERATE, MAJOR, CRITICAL,"
                                + " but was \"minor\"; did you mean 'MINOR'?",
                        "4:21 failure.avoidability must be one of UNAVOIDABLE, AVOIDABLE, UNKNOWN, but was true",
                        "6:5 failure.sevrity is not known; did you mean 'severity'?",
                        "7:5 failure.mood is not known; mood belongs to customer",
                        "8:24 failure.loss.amount must be a decimal of 0 or more such as \"120.00\","
                                + " of at most 18 digits before the point, but was \"-1\"",
                        "8:30 failure.loss.currncy is not known; did you mean 'currency'?",
                        "10:32 history.priorFailures must be a whole number from 0 to 2147483647, but was -1",
                        "11:33 customer.lifetimeValue must be money of 0 or more such as"
                                + " {\"amount\": \"120.00\", \"currency\": \"USD\"}, but was \"5000\"",
                        "11:71 customer.vulnerabilities[1] must be one of HEALTH, LIFE_EVENT, RESILIENCE,"
                                + " CAPABILITY, but was \"HELTH\"; did you mean 'HEALTH'?",
                        "12:39 claim.entitlements[0].kind must be one of REFUND, REIMBURSEMENT, REPLACEMENT,"
                                + " REPERFORMANCE, CREDIT, DISCOUNT, UPGRADE, FEE_WAIVER, GIFT, but was \"APOLOGY\"",
                        "12:59 claim.entitlements[0].basis must be text that is not blank, but was \" \"",
                        "12:30 claim.entitlements[0].amount must be given: money of more than 0 such as"
                                + " {\"amount\": \"120.00\", \"currency\": \"USD\"}",
                        "12:65 claim.entitlements[1] must be an object with kind, amount and basis, but was 7",
                        "13:15 handling must be an object of aware, delay, apologies, explanation, but was a list",
                        "14:3 überall is not known; known are failure, history, customer, claim, handling, area,"
                                + " severity, avoidability, foreseeability, recurrence, type, resourceLost, causedBy,"
                                + " price, loss, accepted, priorFailures, lastRecovery, similar, lifetimeValue,"
                                + " expectation, mood, vulnerabilities, reach, champion, status, compensatedClaims,"
                                + " entitlements, requested, aware, delay, apologies, explanation, risks",
                        "15:21 area.risks must be a list, but was an object");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "price": null                                    | failure.price must be money of more than 0 such as {"amount": "120.00", "currency": "USD"}, but was null; leave out what is not known
            "price": {"amount": "0", "currency": "USD"}      | failure.price must be more than 0, but was USD 0.00
            "price": {"amount": "1.005", "currency": "USD"}  | failure.price.amount must have at most 2 digits after the point in USD, but was 1.005
            "price": {"amount": "1", "currency": "usd"}      | failure.price.currency must be the code of a currency such as "USD", but was "usd"
            "price": {"amount": "1e2", "currency": "USD"}    | failure.price.amount must be a decimal of 0 or more such as "120.00", of at most 18 digits before the point, but was "1e2"
            "price": {"amount": 1e18, "currency": "USD"}     | failure.price.amount must be a decimal of 0 or more such as "120.00", of at most 18 digits before the point, but was 1e18
            "price": {"amount": 1e999999999, "currency": "USD"}  | failure.price.amount must be a decimal of 0 or more such as "120.00", of at most 18 digits before the point, but was 1e999999999
            "price": {"amount": 1e-999999999, "currency": "USD"} | failure.price.amount must be a decimal of 0 or more such as "120.00", of at most 18 digits before the point, but was 1e-999999999
            "loss": {"amount": "1", "currency": "EUR"}       | failure.loss must be in USD, the currency of the context, but was EUR 1.00
            "requested": {"kind": "REFUND"}                  | claim.requested.amount must be given for REFUND, but was absent
            "requested": {"kind": "APOLOGY", "amount": {"amount": "1", "currency": "USD"}} | claim.requested.amount must be absent for APOLOGY, but was USD 1.00
            "requested": {}                                  | claim.requested.kind must be given: one of REFUND, REIMBURSEMENT, REPLACEMENT, REPERFORMANCE, CREDIT, DISCOUNT, UPGRADE, FEE_WAIVER, GIFT, APOLOGY, EXPLANATION, HANDWRITTEN_NOTE, PERSONAL_CALL, INCIDENT_REPORT
            "similar": true                                  | history.similar must be false without prior failures, but was true
            "accepted": "true"                               | failure.accepted must be true or false, but was "true"
            "apologies": 2147483648                          | handling.apologies must be a whole number from 0 to 2147483647, but was 2147483648
            "apologies": 1.5                                 | handling.apologies must be a whole number from 0 to 2147483647, but was 1.5
            "apologies": 1e999999999                         | handling.apologies must be a whole number from 0 to 2147483647, but was 1e999999999
            "apologies": 1e-999999999                        | handling.apologies must be a whole number from 0 to 2147483647, but was 1e-999999999
            "apologies": "1"                                 | handling.apologies must be a whole number from 0 to 2147483647, but was "1"
            "delay": "36h"                                   | handling.delay must be a duration of 0 or more such as "PT36H", but was "36h"
            "delay": "PT-1S"                                 | handling.delay must be a duration of 0 or more such as "PT36H", but was "PT-1S"
            "delay": 36                                      | handling.delay must be a duration of 0 or more such as "PT36H", but was 36
            "mood": "\\u0000\\ud800\\n"                      | customer.mood must be one of CALM, UPSET, ANGRY, but was "???"
            "price": {"amount": "1"}                         | failure.price.currency must be given: the code of a currency such as "USD"
            "price": {"amount": 1, "amount": 2, "currency": "USD"} | failure.price.amount must be given once, but comes again
            "mood": "ANGRY", "mood": "CALM"                  | mood must be given once, but comes again
            "handling": {"aware": true}                      | context must have every component in its part, or every component without
            """)
    void a_value_that_is_not_allowed_is_refused_with_what_is(String member, String fault) {
        assertThat(refused(CORE + ", " + member + "}")).hasMessage(fault);
    }

    @Test
    void what_was_probably_meant_is_not_missing_as_well() {
        String json = """
                {"failur": {"severity": "MINOR"}, "history": {"priorFailure": 0},
                 "customer": []}""";

        assertThat(faults(json))
                .containsExactly(
                        "1:2 failur is not known; did you mean 'failure'?",
                        "1:47 history.priorFailure is not known; did you mean 'priorFailures'?",
                        "2:14 customer must be an object of lifetimeValue, expectation, mood, vulnerabilities, reach,"
                                + " champion, but was a list");
    }

    @Test
    void what_nobody_sees_or_turns_the_line_around_is_told_as_a_question_mark() {
        assertThat(
                        faults(
                                "{\"\\u009b2J\": 1, \"\\u202e\": 1, \"\\u2066\": 1, \"\\u2028\": 1, \"\\u0007\": 1, \"\ud83d\ude00\": 1}"))
                .extracting(fault -> fault.replaceFirst("^1:\\d+ (.*) is not known.*", "$1"))
                .startsWith("?2J", "?", "?", "?", "?", "\ud83d\ude00");
    }

    @Test
    void text_with_half_a_character_is_refused_as_it_could_not_be_written_again() {
        String json = CORE + ", \"entitlements\": [{\"kind\": \"REFUND\", \"basis\": \"\\ud834\","
                + " \"amount\": {\"amount\": \"1\", \"currency\": \"USD\"}}]}";

        assertThat(refused(json))
                .hasMessage("claim.entitlements[0].basis must be text that is not blank, but was \"?\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                         | 0:0 context must be JSON, but is empty
            []                         | 1:1 context must be a JSON object, but was a list
            "MINOR"                    | 1:1 context must be a JSON object, but was "MINOR"
            "MINOR                     | 1:7 context cannot be read as JSON: Unexpected end-of-input: was expecting closing quote for a string value
            {"severity": "\\            | 1:16 context cannot be read as JSON: Unexpected end-of-input in character escape sequence
            {"severity": "MINOR",      | 1:22 context cannot be read as JSON: Unexpected end-of-input within/between Object entries
            {"severity" "MINOR"}       | 1:13 context cannot be read as JSON: Unexpected character ('"' (code 34)): was expecting a colon to separate field name and value
            {"risks": [                | 1:12 context cannot be read as JSON: Unexpected end-of-input: expected close marker for Array (start marker at [line: 1, column: 11])
            """)
    void a_document_that_is_no_object_is_refused_at_the_line_and_column_of_the_fault(String json, String fault) {
        assertThat(faults(json)).containsExactly(fault);
    }

    @Test
    void whatever_follows_the_object_is_a_fault() {
        assertThat(faults(CORE + "} {}")).containsExactly("2:78 context must be one value, but more follows it");
        assertThat(faults(CORE + "},"))
                .containsExactly("2:77 context cannot be read as JSON: Unexpected character (',' (code 44)): expected a"
                        + " valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')");
    }

    @Test
    void what_is_not_utf_8_is_refused() {
        InvalidContextException refused = catchThrowableOfType(
                InvalidContextException.class, () -> ContextJson.read((CORE + "ä}").getBytes(UTF_16LE)));

        assertThat(refused).hasMessage("context must be text in UTF-8");
    }

    @Test
    void the_longest_document_is_read_and_a_longer_one_refused() {
        String json = CORE + "}";
        String longest = json + " ".repeat(ContextJson.MAX_BYTES - json.length());

        assertThat(read(longest)).isEqualTo(Contexts.core().build());
        assertThat(refused(longest + " ")).hasMessage("context must be at most 1048576 bytes long");
    }

    @Test
    void a_document_that_is_nothing_but_faults_is_refused_with_a_hundred_of_them() {
        String faulty = "[" + "0,".repeat(400_000) + "0]";

        assertThat(refused("{\"risks\": " + faulty + "}").faults()).hasSize(100);
    }

    @Test
    void what_is_nested_without_end_is_refused() {
        String json = CORE + ", \"x\": " + "[".repeat(100_000);

        assertThat(refused(json).faults()).element(0).asString().startsWith("context cannot be read as JSON: ");
    }

    @Test
    void a_name_too_long_to_show_is_cut() {
        assertThat(refused(CORE + ", \"" + "x".repeat(41) + "\": 1}")
                        .faults()
                        .get(0)
                        .path())
                .isEqualTo("x".repeat(40) + "…");
    }

    private static FailureContext read(String json) {
        return ContextJson.read(json.getBytes(UTF_8));
    }

    private static InvalidContextException refused(String json) {
        return catchThrowableOfType(InvalidContextException.class, () -> read(json));
    }

    private static List<String> faults(String json) {
        return refused(json).faults().stream()
                .map(fault -> fault.line() + ":" + fault.column() + " " + fault)
                .toList();
    }

    private static Money usd(String amount) {
        return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
    }
}
