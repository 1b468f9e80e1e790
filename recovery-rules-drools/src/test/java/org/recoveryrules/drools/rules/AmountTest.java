package org.recoveryrules.drools.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recoveryrules.api.RemedyKind.CREDIT;
import static org.recoveryrules.api.RemedyKind.GIFT;
import static org.recoveryrules.api.RemedyKind.REFUND;

import java.math.BigDecimal;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Severity;

class AmountTest {
    private static final String NOT_SPELLED =
            "amount must be spelled like percentOfPrice( 10 ).atLeast( \"5\" ), with of, percentOfPrice, percentOfLoss,"
                    + " percentOfLifetimeValue or percentOfEntitlements, but was ";

    @Nested
    class InAContext {
        @Test
        void a_sum_is_itself_in_any_context() {
            assertWorth(Amount.of("25"), "25");
            assertWorth(Amount.of("2.505"), "2.505");
            assertWorth(Amount.of("0"), "0");
        }

        @Test
        void a_share_is_taken_of_what_it_names() {
            assertWorth(Amount.percentOfPrice(80), "64");
            assertWorth(Amount.percentOfLoss(100), "30");
            assertWorth(Amount.percentOfLifetimeValue(1), "50");
            assertWorth(Amount.percentOfEntitlements(CREDIT, 120), "18");
        }

        @Test
        void a_share_is_not_rounded() {
            assertWorth(Amount.percentOfPrice(33.333), "26.6664");
            assertWorth(Amount.percentOfPrice(0.001), "0.0008");
        }

        @Test
        void a_share_of_entitlements_is_of_the_sum_of_the_kind_alone() {
            FailureContext context = context()
                    .entitlement(CREDIT, usd(1), "c")
                    .entitlement(GIFT, usd(7), "d")
                    .build();

            assertThat(Amount.percentOfEntitlements(CREDIT, 100).in(context).orElseThrow())
                    .isEqualByComparingTo("16");
            assertThat(Amount.percentOfEntitlements(REFUND, 100).in(context).orElseThrow())
                    .isEqualByComparingTo("0");
        }

        @Test
        void a_share_of_the_price_is_unknown_where_the_price_is_even_with_bounds() {
            FailureContext context = context().price(null).build();

            assertThat(Amount.percentOfPrice(80).in(context)).isEmpty();
            assertThat(Amount.percentOfPrice(80).atLeast("5").atMost("10").in(context))
                    .isEmpty();
            assertThat(Amount.of("3").in(context)).hasValue(new BigDecimal("3"));
        }

        @Test
        void a_least_sum_raises_what_is_below_it() {
            assertWorth(Amount.percentOfPrice(10).atLeast("8.01"), "8.01");
            assertWorth(Amount.percentOfPrice(10).atLeast("8"), "8");
            assertWorth(Amount.percentOfPrice(10).atLeast("7.99"), "8");
            assertWorth(Amount.percentOfEntitlements(REFUND, 50).atLeast("1"), "1");
        }

        @Test
        void a_most_sum_lowers_what_is_above_it() {
            assertWorth(Amount.percentOfPrice(10).atMost("7.99"), "7.99");
            assertWorth(Amount.percentOfPrice(10).atMost("8"), "8");
            assertWorth(Amount.percentOfPrice(10).atMost("8.01"), "8");
            assertWorth(Amount.of("25").atMost("24"), "24");
        }

        @Test
        void both_bounds_hold_in_whichever_order_they_are_given() {
            Amount share = Amount.percentOfLifetimeValue(1);

            assertWorth(share.atLeast("25").atMost("49"), "49");
            assertWorth(share.atMost("60").atLeast("51"), "51");
            assertWorth(share.atLeast("40").atMost("40"), "40");
        }

        @Test
        void bounds_leave_the_amount_from_which_they_are_made_alone() {
            Amount share = Amount.percentOfPrice(10);

            share.atLeast("100");

            assertWorth(share, "8");
        }
    }

    @Nested
    class Ranges {
        @ParameterizedTest
        @ValueSource(strings = {"0", "0.00", "999999999999", "9999999999.99", "000000000000025"})
        void take_sums_of_up_to_twelve_digits(String sum) {
            assertWorth(Amount.of(sum), sum);
        }

        @ParameterizedTest
        @NullAndEmptySource
        @ValueSource(
                strings = {
                    "-1",
                    "+1",
                    "1000000000000",
                    "9999999999.999",
                    "1e3",
                    "1,5",
                    "1.",
                    ".5",
                    " 25",
                    "25 ",
                    "2 5",
                    "USD 25",
                    "abc",
                    "NaN",
                    "٢٥"
                })
        void refuse_other_sums(String sum) {
            String message = "sum must be of at most 12 digits, such as \"25\" or \"2.50\", but was \"" + sum + "\"";

            assertRefused(message, () -> Amount.of(sum));
            assertRefused(message, () -> Amount.percentOfPrice(1).atLeast(sum));
            assertRefused(message, () -> Amount.percentOfPrice(1).atMost(sum));
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, -0.0, 0.0001, 1000})
        void take_percentages_of_0_to_1000(double percent) {
            BigDecimal worth = BigDecimal.valueOf(percent).multiply(new BigDecimal("0.8"));

            assertWorth(Amount.percentOfPrice(percent), worth.toPlainString());
        }

        @ParameterizedTest
        @ValueSource(doubles = {-0.0001, 1000.0001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
        void refuse_other_percentages(double percent) {
            String message = "percentage must be 0 to 1000, but was " + percent;

            assertRefused(message, () -> Amount.percentOfPrice(percent));
            assertRefused(message, () -> Amount.percentOfLoss(percent));
            assertRefused(message, () -> Amount.percentOfLifetimeValue(percent));
            assertRefused(message, () -> Amount.percentOfEntitlements(CREDIT, percent));
        }

        @Test
        void refuse_a_share_of_entitlements_of_no_kind() {
            assertRefused(
                    "kind of entitlement must be given, but was null",
                    () -> Amount.percentOfEntitlements(missing(), 100));
        }

        @Test
        void refuse_a_most_below_the_least() {
            String message = "atMost must be atLeast (10.01) or more, but was 10";

            assertRefused(message, () -> Amount.of("5").atLeast("10.01").atMost("10"));
            assertRefused(message, () -> Amount.of("5").atMost("10").atLeast("10.01"));
            assertWorth(Amount.of("5").atLeast("10.00").atMost("10"), "10");
        }
    }

    @Nested
    class Spelling {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                        of( "25" )                                                       | 25
                        of("2.50")                                                       | 2.5
                        percentOfPrice( 80 )                                             | 64
                        percentOfPrice(12.5)                                             | 10
                        percentOfLoss( 100 )                                             | 30
                        percentOfLifetimeValue( 1 )                                      | 50
                        percentOfEntitlements( CREDIT, 120 )                             | 18
                        percentOfEntitlements( RemedyKind.CREDIT, 120 )                  | 18
                        percentOfPrice( 10 ).atLeast( "9" )                              | 9
                        percentOfPrice( 10 ).atMost( "7" )                               | 7
                        percentOfPrice( 10 ).atLeast( "5" ).atMost( "7" )                | 7
                        percentOfPrice( 10 ).atMost( "20" ).atLeast( "9" )               | 9
                        percentOfEntitlements( CREDIT, 10 ).atLeast( "5" ).atMost( "7" ) | 5
                        of( "25" ).atMost( "24" )                                        | 24
                        percentOfPrice ( 10 ) . atLeast ( "9" )                          | 9
                        '  percentOfPrice(\t10\t) '                                      | 8
                        of( 25 )                                                         | 25
                        percentOfPrice( "80" )                                           | 64
                        """)
        void is_read_as_in_a_rule_whatever_the_spaces_and_with_numbers_quoted_or_not(String text, String worth) {
            assertWorth(Amount.parse(text.replace("\\t", "\t")), worth);
        }

        @ParameterizedTest
        @NullAndEmptySource
        @ValueSource(
                strings = {
                    " ",
                    "25",
                    "\"25\"",
                    "of",
                    "of()",
                    "of( \"\" )",
                    "of( \"25 )",
                    "of( \"-25\" )",
                    "of( \"2 5\" )",
                    "of( \"1,000\" )",
                    "OF( \"25\" )",
                    "Amount.of( \"25\" )",
                    "of( \"25\" );",
                    "of( CREDIT, \"25\" )",
                    "percentOfPrice( 1 0 )",
                    "percentOfPrice( -1 )",
                    "percentOfPrice( 1e2 )",
                    "percentOfPrice( NaN )",
                    "percentOfPrice( 80 % )",
                    "percentOfPrice( CREDIT, 80 )",
                    "percent OfPrice( 80 )",
                    "percentOfCost( 80 )",
                    "percentOfEntitlements( 120 )",
                    "percentOfEntitlements( CREDIT 120 )",
                    "percentOfEntitlements( credit, 120 )",
                    "percentOfPrice( 10 ).atLeast( 5 )",
                    "percentOfPrice( 10 ).atLeast( \"5\"",
                    "percentOfPrice( 10 ).between( \"5\", \"6\" )",
                    "percentOfPrice( 10 ) + of( \"5\" )"
                })
        void that_no_rule_could_have_is_refused_with_how_to_spell(String text) {
            assertRefused(NOT_SPELLED + text, () -> Amount.parse(text));
        }

        @Test
        void of_an_unknown_kind_is_refused_with_the_known_ones() {
            assertRefused(
                    "kind of entitlement must be one of REFUND, REIMBURSEMENT, REPLACEMENT, REPERFORMANCE, CREDIT,"
                            + " DISCOUNT, UPGRADE, FEE_WAIVER, GIFT, APOLOGY, EXPLANATION, HANDWRITTEN_NOTE,"
                            + " PERSONAL_CALL, INCIDENT_REPORT, but was VOUCHER",
                    () -> Amount.parse("percentOfEntitlements( VOUCHER, 120 )"));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                        percentOfPrice( 1000.1 )                            | percentage must be 0 to 1000, but was 1000.1
                        of( "1000000000000" )                               | sum must be of at most 12 digits, such as "25" or "2.50", but was "1000000000000"
                        percentOfPrice( 10 ).atLeast( "five" )              | sum must be of at most 12 digits, such as "25" or "2.50", but was "five"
                        percentOfPrice( 10 ).atMost( "" )                   | sum must be of at most 12 digits, such as "25" or "2.50", but was ""
                        percentOfPrice( 10 ).atLeast( "9" ).atMost( "8" )   | atMost must be atLeast (9) or more, but was 8
                        percentOfPrice( 10 ).atMost( "8" ).atLeast( "9" )   | atMost must be atLeast (9) or more, but was 8
                        """)
        void with_a_number_out_of_range_is_refused_as_the_factory_refuses_it(String text, String message) {
            assertRefused(message, () -> Amount.parse(text));
        }

        @Test
        void with_endless_digits_is_refused_and_not_read() {
            String digits = "9".repeat(400);

            assertRefused(
                    "percentage must be 0 to 1000, but was Infinity",
                    () -> Amount.parse("percentOfPrice( " + digits + " )"));
            assertRefused(
                    "sum must be of at most 12 digits, such as \"25\" or \"2.50\", but was \"" + digits + "\"",
                    () -> Amount.parse("of( \"" + digits + "\" )"));
        }
    }

    /** A price of 80, a loss of 30, a lifetime value of 5000, credits of 10 and 5 owed; in dollars. */
    private static FailureContext.Builder context() {
        return FailureContext.builder()
                .severity(Severity.MINOR)
                .avoidability(Avoidability.UNAVOIDABLE)
                .foreseeability(Foreseeability.UNFORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(usd(5_000))
                .price(usd(80))
                .loss(usd(30))
                .entitlement(CREDIT, usd(10), "a")
                .entitlement(CREDIT, usd(5), "b");
    }

    private static Money usd(long dollars) {
        return Money.ofMajor(CurrencyUnit.USD, dollars);
    }

    private static void assertWorth(Amount amount, String expected) {
        assertThat(amount.in(context().build()).orElseThrow()).isEqualByComparingTo(expected);
    }

    private static void assertRefused(String message, Supplier<Amount> amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(amount::get)
                .withMessage(message)
                .withNoCause();
    }

    private static RemedyKind missing() {
        return null;
    }
}
