package org.recoveryrules.drools.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.Rule;
import org.recoveryrules.api.Severity;

class PolicySettingsTest {
    private static final String LEAST = """
            name = test
            version = 1.2.3
            currency = EUR
            """;

    @Test
    void need_name_version_and_currency_and_have_defaults_for_the_rest() {
        PolicySettings settings = read(LEAST);

        assertThat(settings.name()).isEqualTo("test");
        assertThat(settings.version()).isEqualTo("1.2.3");
        assertThat(settings.currency()).isEqualTo(CurrencyUnit.EUR);
        assertThat(settings.lookBack()).isEqualTo(Period.ofMonths(24));
        assertThat(settings.amounts()).isEmpty();
        assertThat(settings.settlement())
                .containsOnlyKeys(
                        "settlement.entitlement",
                        "settlement.owed",
                        "settlement.price",
                        "settlement.cap",
                        "settlement.limit",
                        "settlement.refusal")
                .allSatisfy((id, words) -> {
                    assertThat(words.id()).isEqualTo(id);
                    assertThat(words.source()).isEqualTo("the settlement of recovery-rules");
                });
    }

    @Test
    void read_the_look_back() {
        assertThat(read(LEAST + "lookBack = P1Y6M").lookBack()).isEqualTo(Period.of(1, 6, 0));
    }

    @Test
    void read_amounts_by_name() {
        PolicySettings settings = read(LEAST + """
                        amount.gesture.minor = percentOfPrice( 10 )
                        amount.limit = percentOfLifetimeValue( 1 ).atLeast( "25" ).atMost( "2000" )
                        """);

        assertThat(settings.amounts()).containsOnlyKeys("gesture.minor", "limit");
        assertThat(settings.amounts().get("gesture.minor").in(context()).orElseThrow())
                .isEqualByComparingTo("8");
        assertThat(settings.amounts().get("limit").in(context()).orElseThrow()).isEqualByComparingTo("25");
    }

    @Test
    void say_what_the_settlement_says_in_other_words_in_utf_8() {
        assertThat(read(LEAST + "settlement.cap = mehr wäre zu viel").settlement())
                .containsEntry(
                        "settlement.cap",
                        new Rule("settlement.cap", "mehr wäre zu viel", "the settlement of recovery-rules"));
    }

    @Test
    void may_be_spelled_in_every_way_that_properties_can() {
        PolicySettings settings = read("# a comment\n  name:te\\\n  st\nversion 1\n! another\ncurrency=\\u0045UR\n");

        assertThat(settings.name()).isEqualTo("test");
        assertThat(settings.version()).isEqualTo("1");
        assertThat(settings.currency()).isEqualTo(CurrencyUnit.EUR);
    }

    @Test
    void that_lack_what_is_needed_are_told_all_at_once() {
        assertThat(faults("name =\n"))
                .containsExactly(
                        "policy.properties: error[setting-missing]: 'version' must be given",
                        "policy.properties: error[setting-missing]: 'currency' must be given",
                        "policy.properties:1:1: error[setting-missing]: 'name' must not be empty");
    }

    @Test
    void that_are_not_known_are_told_with_those_that_are() {
        assertThat(described(LEAST + "\nlookback = P1Y\nsettlement.gift = a gift\n"))
                .containsExactly("""
                        policy.properties:5:1: error[setting-unknown]: 'lookback' is not a setting
                         5 | lookback = P1Y
                           | ^^^^^^^^
                          hint: did you mean 'lookBack'?""", """
                        policy.properties:6:1: error[setting-unknown]: 'settlement.gift' is not a setting
                         6 | settlement.gift = a gift
                           | ^^^^^^^^^^^^^^^
                          hint: did you mean 'settlement.limit'?""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"euro", "XYZ", "eur", "?", "EUR USD"})
    void of_a_currency_that_is_not_one_are_told(String currency) {
        assertThat(faults("name = test\nversion = 1\ncurrency = " + currency))
                .containsExactly("policy.properties:3:12: error[currency-unknown]: '" + currency
                        + "' is not a currency; allowed are ISO 4217 codes");
    }

    @ParameterizedTest
    @CsvSource({"24", "PT24H", "two years", "P", "P-24M", "''"})
    void of_a_look_back_that_is_not_one_are_told(String lookBack) {
        assertThat(faults(LEAST + "lookBack = " + lookBack))
                .containsExactly("policy.properties:4:12: error[look-back-invalid]: '" + lookBack
                        + "' is no ISO 8601 period of 0 or more");
    }

    @Test
    void with_amounts_that_cannot_be_read_are_told_each_in_its_line() {
        assertThat(faults(LEAST + """
                                amount.a = percentOfPrice( 1001 )
                                amount.b = lots
                                amount.c = percentOfEntitlements( VOUCHER, 10 )
                                amount.d =
                                """))
                .containsExactly(
                        "policy.properties:4:12: error[amount-invalid]: percentage must be 0 to 1000, but was"
                                + " 1001.0",
                        "policy.properties:5:12: error[amount-invalid]: amount must be spelled like"
                                + " percentOfPrice( 10 ).atLeast( \"5\" ), with of, percentOfPrice, percentOfLoss,"
                                + " percentOfLifetimeValue or percentOfEntitlements, but was lots",
                        "policy.properties:6:12: error[amount-invalid]: kind of entitlement must be one of"
                                + " REFUND, REIMBURSEMENT, REPLACEMENT, REPERFORMANCE, CREDIT, DISCOUNT, UPGRADE,"
                                + " FEE_WAIVER, GIFT, APOLOGY, EXPLANATION, HANDWRITTEN_NOTE, PERSONAL_CALL,"
                                + " INCIDENT_REPORT, but was VOUCHER",
                        "policy.properties:7:11: error[amount-invalid]: 'amount.d' must not be empty");
    }

    @Test
    void with_a_fault_are_told_at_the_line_of_the_key_itself_and_not_of_a_longer_one() {
        assertThat(faults(LEAST + """
                                # amount.gesture = lots
                                amount.gesture.minor = of( "5" )
                                  amount.gesture: lots
                                amount.gestures = of( "5" )
                                """.replace("\n", "\r\n")))
                .singleElement()
                .asString()
                .startsWith("policy.properties:6:19: error[amount-invalid]: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 %                            | write percentOfPrice( 10 )",
                "7,5%                            | write percentOfPrice( 7.5 )",
                "€5000                           | write of( \"…\" ) with the digits between the quotes, and a point before decimals",
                "5.000,50                        | write of( \"…\" ) with the digits between the quotes, and a point before decimals",
                "percentOfPrice( 10 ) # a tenth  | leave the remark out: one stands on a line of its own",
                "percentOfPrize( 10 )            | did you mean 'percentOfPrice'?",
                "lots                            | such as percentOfPrice( 10 ).atLeast( \"5\" ) or of( \"25\" )"
            })
    void with_an_amount_that_cannot_be_read_get_a_hint_at_what_was_meant(String amount, String hint) {
        assertThat(all(LEAST + "amount.a = " + amount + "\n"))
                .singleElement()
                .extracting(Diagnostic::hint)
                .isEqualTo(hint);
    }

    @Test
    void that_are_set_twice_are_told() {
        assertThat(faults(LEAST + "amount.a = of( \"5\" )\namount.a = of( \"6\" )\n"))
                .containsExactly("policy.properties:5:1: error[setting-twice]: 'amount.a' is set twice");
    }

    @Test
    void list_what_of_the_standard_policy_takes_part_each_at_its_place() {
        PolicySettings settings =
                read(LEAST + "include.standard = paradox, \\\n    remedy/words\nwithout.standard = a.b");

        assertThat(settings.include())
                .extracting(item -> item.place() + " " + item.name())
                .containsExactly("policy.properties:4:20 paradox", "policy.properties:5:5 remedy/words");
        assertThat(settings.without())
                .extracting(item -> item.place() + " " + item.name())
                .containsExactly("policy.properties:6:20 a.b");
    }

    @Test
    void with_words_of_the_settlement_left_blank_are_told() {
        assertThat(faults(LEAST + "settlement.cap =  \n"))
                .containsExactly("policy.properties:4:1: error[setting-missing]: 'settlement.cap' must not be empty");
    }

    @Test
    void that_are_not_properties_are_told() {
        assertThat(faults(LEAST + "settlement.cap = C:\\users\n"))
                .containsExactly(
                        "policy.properties:4:20: error[settings-malformed]: a backslash and u must be followed by"
                                + " four hexadecimal digits");
    }

    private static PolicySettings read(String text) {
        Faults faults = new Faults();
        PolicySettings settings = read(text, faults);
        assertThat(faults.all()).isEmpty();
        return settings;
    }

    private static List<String> faults(String text) {
        return all(text).map(Diagnostic::toString).toList();
    }

    private static List<String> described(String text) {
        return all(text).map(Diagnostic::describe).toList();
    }

    private static Stream<Diagnostic> all(String text) {
        Faults faults = new Faults();
        read(text, faults);
        return faults.all().stream();
    }

    private static PolicySettings read(String text, Faults faults) {
        return PolicySettings.read(new FaultsInText(new SourceText("policy.properties", text), faults));
    }

    private static FailureContext context() {
        return FailureContext.builder()
                .severity(Severity.MINOR)
                .avoidability(Avoidability.UNAVOIDABLE)
                .foreseeability(Foreseeability.UNFORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(Money.of(CurrencyUnit.EUR, new BigDecimal("1000")))
                .price(Money.of(CurrencyUnit.EUR, new BigDecimal("80")))
                .build();
    }
}
