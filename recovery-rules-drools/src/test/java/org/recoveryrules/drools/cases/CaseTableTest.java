package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.AreaRisk;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.Expectation;
import org.recoveryrules.api.Explanation;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FailureType;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Mood;
import org.recoveryrules.api.Reach;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Vulnerability;

class CaseTableTest {
    private static final CurrencyUnit CURRENCY = CurrencyUnit.EUR;
    private static final String PATH = "paradox/barriers.cases.csv";
    private static final Set<String> RULES = Set.of("paradox.severe-failure", "paradox.prior-failure");
    private static final String HEADER = "case,severity,avoidability,foreseeability,priorFailures,lifetimeValue";
    private static final String MINOR = ",MINOR,UNAVOIDABLE,UNFORESEEABLE,0,1000";

    @Test
    void every_component_of_a_context_can_be_stated() {
        Case only = onlyCase("""
                %s,recurrence,type,resourceLost,causedBy,price,loss,accepted,lastRecovery,similar,expectation,mood,\
                vulnerabilities,reach,champion,status,compensatedClaims,entitlements,requested,aware,delay,apologies,\
                explanation,risks,rules
                all of it,MAJOR,AVOIDABLE,FORESEEABLE,2,1000.5,RECURRING,PROCESS,GOODS,PROVIDER,120,0.50,false,POOR,true,\
                HIGH,ANGRY,HEALTH  RESILIENCE,PUBLIC,true,UNVERIFIED,3,CREDIT 100 EU261 ; GIFT 20 a "gift, promised",\
                APOLOGY,false,PT36H,1,THIRD_PARTY_VERIFIED,COMPLEX_SCHEDULING,-
                """.formatted(HEADER).replace(
                "CREDIT 100 EU261 ; GIFT 20 a \"gift, promised\"",
                "\"CREDIT 100 EU261 ; GIFT 20 a \"\"gift, promised\"\"\""));

        assertThat(only.sentence()).isEqualTo("all of it");
        assertThat(only.context())
                .isEqualTo(FailureContext.builder()
                        .severity(Severity.MAJOR)
                        .avoidability(Avoidability.AVOIDABLE)
                        .foreseeability(Foreseeability.FORESEEABLE)
                        .priorFailures(2)
                        .lifetimeValue(money("1000.50"))
                        .recurrence(Recurrence.RECURRING)
                        .type(FailureType.PROCESS)
                        .resourceLost(ResourceLost.GOODS)
                        .causedBy(Cause.PROVIDER)
                        .price(money("120"))
                        .loss(money("0.50"))
                        .accepted(false)
                        .lastRecovery(LastRecovery.POOR)
                        .similar(true)
                        .expectation(Expectation.HIGH)
                        .mood(Mood.ANGRY)
                        .vulnerabilities(Vulnerability.HEALTH, Vulnerability.RESILIENCE)
                        .reach(Reach.PUBLIC)
                        .champion(true)
                        .status(ClaimStatus.UNVERIFIED)
                        .compensatedClaims(3)
                        .entitlement(RemedyKind.CREDIT, money("100"), "EU261")
                        .entitlement(RemedyKind.GIFT, money("20"), "a \"gift, promised\"")
                        .requested(RemedyKind.APOLOGY)
                        .aware(false)
                        .delay(Duration.ofHours(36))
                        .apologies(1)
                        .explanation(Explanation.THIRD_PARTY_VERIFIED)
                        .risks(AreaRisk.COMPLEX_SCHEDULING)
                        .build());
    }

    @Test
    void an_empty_cell_is_the_default() {
        Case only = onlyCase(HEADER + ",price,vulnerabilities,accepted,rules\nlittle harm" + MINOR + ",,,,-\n");

        assertThat(only.context()).isEqualTo(minor());
    }

    @Test
    void a_dash_is_the_default_of_what_has_one() {
        Case only = onlyCase(HEADER + ",price,loss,vulnerabilities,accepted,requested,rules\nlittle harm" + MINOR
                + ",-,-,-,-,-,-\n");

        assertThat(only.context()).isEqualTo(minor());
    }

    @Test
    void a_case_on_a_base_states_what_differs_and_expects_for_itself() {
        CaseTable table = read(HEADER + ",base,price,vulnerabilities,rules,verdict\n"
                + "little harm" + MINOR + ",,40,HEALTH,paradox.severe-failure,APPLIES\n"
                + "much  harm,MAJOR,,,,,little harm,,,-,\n"
                + "much harm and nothing bought,,,,,,much harm,-,CAPABILITY,,DOES_NOT_APPLY\n");

        assertThat(table.diagnostics()).isEmpty();
        assertThat(table.cases())
                .extracting(Case::context)
                .containsExactly(
                        builder()
                                .price(money("40"))
                                .vulnerabilities(Vulnerability.HEALTH)
                                .build(),
                        builder()
                                .severity(Severity.MAJOR)
                                .price(money("40"))
                                .vulnerabilities(Vulnerability.HEALTH)
                                .build(),
                        builder()
                                .severity(Severity.MAJOR)
                                .vulnerabilities(Vulnerability.CAPABILITY)
                                .build());
        assertThat(table.cases())
                .extracting(Case::expected)
                .containsExactly(
                        List.of(
                                new ExpectedRules(Set.of("paradox.severe-failure"), RULES),
                                words("verdict", "APPLIES")),
                        List.of(new ExpectedRules(Set.of(), RULES)),
                        List.of(words("verdict", "DOES_NOT_APPLY")));
    }

    @Test
    void a_base_of_a_sentence_that_two_cases_have_is_the_first() {
        CaseTable table =
                read(HEADER + ",base,rules\nharm" + MINOR + ",,-\nharm,MAJOR,,,,,harm,-\nthe same,,,,,,harm,-\n");

        assertThat(table.cases())
                .extracting(one -> one.context().failure().severity())
                .containsExactly(Severity.MINOR, Severity.MAJOR, Severity.MINOR);
        assertThat(table.diagnostics()).extracting(Diagnostic::code).containsExactly("case-duplicate");
    }

    @Test
    void sums_are_expected_exactly_or_within_bounds() {
        CaseTable table = read(HEADER + ",total,gestureTotal,steps,followUps\n"
                + "exactly" + MINOR + ",12.5,-,SOLVE ACKNOWLEDGE,P2W P3D\n"
                + "within bounds" + MINOR + ",5..10,5..,-,-\n"
                + "at most" + MINOR + ",..10,,,\n");

        assertThat(table.diagnostics()).isEmpty();
        assertThat(table.cases())
                .extracting(Case::expected)
                .containsExactly(
                        List.of(
                                words("steps", "ACKNOWLEDGE", "SOLVE"),
                                words("followUps", "P14D", "P3D"),
                                new ExpectedSum("total", Bounds.exactly(money("12.50"))),
                                new ExpectedSum("gestureTotal", Bounds.exactly(money("0")))),
                        List.of(
                                words("steps"),
                                words("followUps"),
                                new ExpectedSum("total", new Bounds(Optional.of(money("5")), Optional.of(money("10")))),
                                new ExpectedSum("gestureTotal", new Bounds(Optional.of(money("5")), Optional.empty()))),
                        List.of(new ExpectedSum("total", new Bounds(Optional.empty(), Optional.of(money("10"))))));
    }

    @Test
    void a_request_names_a_kind_and_an_amount() {
        Case only = onlyCase(HEADER + ",requested,rules\na voucher" + MINOR + ",CREDIT 20,-\n");

        assertThat(only.context().claim().requested())
                .contains(new RequestedRemedy(RemedyKind.CREDIT, Optional.of(money("20"))));
    }

    @Test
    void expected_are_the_words_of_a_cell_and_nothing_where_it_is_empty() {
        Case only = onlyCase(
                HEADER + ",rules,verdict,barriers,questions,doubleDeviation,approach,authority,humanReview\n"
                        + "much harm" + MINOR
                        + ",paradox.severe-failure paradox.prior-failure,DOES_NOT_APPLY,SEVERITY PRIOR_FAILURE,-,FALSE,,MANAGER,true\n");

        assertThat(only.expected())
                .containsExactly(
                        new ExpectedRules(RULES, RULES),
                        words("verdict", "DOES_NOT_APPLY"),
                        words("barriers", "SEVERITY", "PRIOR_FAILURE"),
                        words("questions"),
                        words("doubleDeviation", "false"),
                        words("authority", "MANAGER"),
                        words("humanReview", "true"));
    }

    @Test
    void a_line_with_an_error_is_no_case_and_the_others_are() {
        CaseTable table = read(HEADER + ",rules\nfirst" + MINOR + ",-\nsecond,MINR,,,,,-\nthird" + MINOR + ",-\nthird"
                + MINOR + ",-\n");

        assertThat(table.cases()).extracting(Case::sentence).containsExactly("first", "third", "third");
        assertThat(table.cases()).extracting(one -> one.place().line()).containsExactly(2, 4, 5);
        assertThat(table.diagnostics())
                .extracting(Diagnostic::level)
                .containsExactly(
                        Diagnostic.Level.ERROR,
                        Diagnostic.Level.ERROR,
                        Diagnostic.Level.ERROR,
                        Diagnostic.Level.ERROR,
                        Diagnostic.Level.ERROR,
                        Diagnostic.Level.WARNING);
    }

    @Test
    void no_line_is_a_case_where_the_header_or_the_rules_are_wrong() {
        assertThat(read(HEADER + ",rules,colour\nlittle harm" + MINOR + ",-,red\n")
                        .cases())
                .isEmpty();
        assertThat(CaseTable.read(PATH, utf8(HEADER + ",rules\nlittle harm" + MINOR + ",-\n"), Set.of(), CURRENCY)
                        .cases())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_end_as_any_system_ends_them(String lineEnd) {
        CaseTable table = read(String.join(
                lineEnd,
                HEADER + ",rules",
                "# nothing",
                "",
                "\"two",
                "lines\"" + MINOR + ",-",
                "then" + MINOR + ",paradox.x"));

        assertThat(table.cases()).extracting(Case::sentence).containsExactly("two lines");
        assertThat(table.cases().get(0).place()).isEqualTo(new Place(PATH, "", 4, 1, 5, 48, "\"two"));
        assertThat(places(table)).containsExactly(new Place(PATH, "", 6, 45, 6, 54, "then" + MINOR + ",paradox.x"));
    }

    @Test
    void columns_count_characters_and_a_byte_order_mark_is_none() {
        String line = "😀\t, minr ,UNAVOIDABLE,UNFORESEEABLE,0,1000,-";
        CaseTable table = read("\uFEFF" + HEADER + ",rules\n" + line);

        assertThat(places(table)).containsExactly(new Place(PATH, "", 2, 5, 2, 9, line));
    }

    @Test
    void a_table_that_is_not_utf_8_is_told_where_it_is_not() {
        CaseTable latin = CaseTable.read(
                PATH, (HEADER + ",rules\nfür" + MINOR + ",-\n").getBytes(StandardCharsets.ISO_8859_1), RULES, CURRENCY);

        assertThat(latin.cases()).isEmpty();
        assertThat(latin.diagnostics())
                .singleElement()
                .satisfies(found -> assertThat(found.describe()).isEqualTo("""
                        paradox/barriers.cases.csv:2:2: error[encoding]: this file is not UTF-8
                         2 | für,MINOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,-
                           |  ^
                          hint: save it as UTF-8 in your editor"""));
    }

    @Test
    void utf_16_and_half_a_character_are_not_utf_8() {
        byte[] cut = Arrays.copyOf(utf8("case €"), utf8("case €").length - 1);

        assertThat(places(CaseTable.read(PATH, "case".getBytes(StandardCharsets.UTF_16), RULES, CURRENCY)))
                .extracting(Place::toString)
                .containsExactly(PATH);
        assertThat(places(CaseTable.read(PATH, cut, RULES, CURRENCY)))
                .extracting(Place::toString)
                .containsExactly(PATH + ":1:6");
    }

    @Test
    void an_empty_file_is_an_empty_table() {
        assertThat(read("").diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(PATH + ": warning[cases-empty]: there is no case in this file");
    }

    @Test
    void amounts_are_in_the_currency_of_the_policy() {
        CaseTable table = CaseTable.read(
                PATH,
                utf8(HEADER + ",rules\nlittle harm,MINOR,UNAVOIDABLE,UNFORESEEABLE,0,10.5,-\n"),
                RULES,
                CurrencyUnit.JPY);

        assertThat(table.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "lifetimeValue must be an amount in JPY, 0 or more, without decimals, such as 12, but was '10.5'");
    }

    private static Case onlyCase(String content) {
        CaseTable table = read(content);
        assertThat(table.diagnostics()).isEmpty();
        assertThat(table.cases()).hasSize(1);
        return table.cases().get(0);
    }

    private static CaseTable read(String content) {
        return CaseTable.read(PATH, utf8(content), RULES, CURRENCY);
    }

    private static Expected words(String column, String... words) {
        return new ExpectedWords(column, Set.of(words));
    }

    private static List<Place> places(CaseTable table) {
        return table.diagnostics().stream().map(Diagnostic::place).toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Money money(String amount) {
        return Money.of(CURRENCY, new BigDecimal(amount));
    }

    private static FailureContext minor() {
        return builder().build();
    }

    private static FailureContext.Builder builder() {
        return FailureContext.builder()
                .severity(Severity.MINOR)
                .avoidability(Avoidability.UNAVOIDABLE)
                .foreseeability(Foreseeability.UNFORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(money("1000"));
    }
}
