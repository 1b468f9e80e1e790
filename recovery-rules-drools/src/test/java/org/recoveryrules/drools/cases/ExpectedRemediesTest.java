package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.testkit.DecisionBuilder;

class ExpectedRemediesTest {
    private static final Remedy OWED_20 = owed("20");
    private static final Remedy OWED_5 = owed("5");
    private static final Remedy REFUND = remedy(RemedyKind.REFUND, Component.RESTORATION, "40", Authority.AGENT);
    private static final Remedy UNKNOWN = new Remedy(
            RemedyKind.REFUND, Component.RESTORATION, Optional.empty(), Optional.empty(), Authority.SUPERVISOR);
    private static final Remedy VOUCHER = remedy(RemedyKind.CREDIT, Component.GESTURE, "10", Authority.SUPERVISOR);
    private static final Remedy APOLOGY = new Remedy(
            RemedyKind.APOLOGY, Component.COMMUNICATION, Optional.empty(), Optional.empty(), Authority.AGENT);

    @ParameterizedTest
    @CsvSource(textBlock = """
            APOLOGY
            CREDIT
            CREDIT GESTURE
            CREDIT 10
            CREDIT GESTURE 10.00
            CREDIT GESTURE 10..
            CREDIT GESTURE ..10
            CREDIT GESTURE 9.99..10.01
            CREDIT by SUPERVISOR
            CREDIT GESTURE 10 by SUPERVISOR
            APOLOGY COMMUNICATION by AGENT
            -GIFT; -REFUND
            no GIFT; No REFUND
            -CREDIT RESTORATION
            no CREDIT RESTORATION
            APOLOGY; CREDIT; -
            CREDIT; APOLOGY; -GIFT; -
            """)
    void what_is_left_out_can_be_anything(String cell) {
        assertThat(difference(cell, VOUCHER, APOLOGY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GIFT                          | GIFT                          |
            CREDIT RESTORATION            | CREDIT RESTORATION            | CREDIT GESTURE 10.00 by SUPERVISOR
            CREDIT GESTURE 10.01          | CREDIT GESTURE 10.01          | CREDIT GESTURE 10.00 by SUPERVISOR
            CREDIT GESTURE 10.01..        | CREDIT GESTURE 10.01..        | CREDIT GESTURE 10.00 by SUPERVISOR
            CREDIT GESTURE ..9.99         | CREDIT GESTURE ..9.99         | CREDIT GESTURE 10.00 by SUPERVISOR
            CREDIT GESTURE 1..9           | CREDIT GESTURE 1.00..9.00     | CREDIT GESTURE 10.00 by SUPERVISOR
            CREDIT GESTURE -              | CREDIT GESTURE -              | CREDIT GESTURE 10.00 by SUPERVISOR
            CREDIT GESTURE by AGENT       | CREDIT GESTURE by AGENT       | CREDIT GESTURE 10.00 by SUPERVISOR
            -CREDIT                       | no CREDIT                     | CREDIT GESTURE 10.00 by SUPERVISOR
            -CREDIT GESTURE               | no CREDIT GESTURE             | CREDIT GESTURE 10.00 by SUPERVISOR
            -APOLOGY                      | no APOLOGY                    | APOLOGY
            CREDIT; -                     |                               | APOLOGY
            GIFT; APOLOGY; CREDIT 5; -    | CREDIT 5.00,GIFT              | CREDIT GESTURE 10.00 by SUPERVISOR
            -                             |                               | CREDIT GESTURE 10.00 by SUPERVISOR,APOLOGY
            CREDIT 5; no CREDIT GESTURE; -| CREDIT 5.00,no CREDIT GESTURE | CREDIT GESTURE 10.00 by SUPERVISOR,CREDIT GESTURE 10.00 by SUPERVISOR,APOLOGY
            """)
    void what_is_missing_stands_beside_what_came_in_its_place(String cell, String missing, String unexpected) {
        Difference difference = difference(cell, VOUCHER, APOLOGY).orElseThrow();

        assertThat(difference.column()).isEqualTo("remedies");
        assertThat(difference.actual()).containsExactly("CREDIT GESTURE 10.00 by SUPERVISOR", "APOLOGY");
        assertThat(difference.missing()).isEqualTo(words(missing));
        assertThat(difference.unexpected()).isEqualTo(words(unexpected));
    }

    @Test
    void an_amount_that_is_not_known_is_expected_as_such() {
        assertThat(difference("REFUND RESTORATION -", UNKNOWN)).isEmpty();
        assertThat(difference("REFUND RESTORATION 0..", UNKNOWN).orElseThrow().unexpected())
                .containsExactly("REFUND RESTORATION - by SUPERVISOR");
    }

    @Test
    void each_entry_takes_a_remedy_of_its_own() {
        assertThat(difference("CREDIT; CREDIT", OWED_20, OWED_5)).isEmpty();
        assertThat(difference("CREDIT; CREDIT ENTITLEMENT 5; CREDIT; -", OWED_20, OWED_5, VOUCHER))
                .isEmpty();
        assertThat(difference("CREDIT; CREDIT", OWED_20, REFUND).orElseThrow().missing())
                .containsExactly("CREDIT");
        assertThat(difference("CREDIT ENTITLEMENT 5; CREDIT ENTITLEMENT 5", OWED_20, OWED_5)
                        .orElseThrow())
                .extracting(Difference::missing, Difference::unexpected)
                .containsExactly(List.of("CREDIT ENTITLEMENT 5.00"), List.of("CREDIT ENTITLEMENT 20.00"));
    }

    @Test
    void no_entry_takes_the_only_remedy_that_another_could_have() {
        // The first that fits the second entry is the only one that fits the third.
        assertThat(difference("CREDIT ..10; CREDIT 5..; CREDIT 20", OWED_20, OWED_5, VOUCHER))
                .isEmpty();
        assertThat(difference("CREDIT 5..20; CREDIT 20; CREDIT 5", OWED_20, OWED_5, VOUCHER))
                .isEmpty();
    }

    @Test
    void no_remedy_at_all_is_expected_as_such() {
        assertThat(difference("-")).isEmpty();
        assertThat(read("-").words()).isEmpty();
        assertThat(read("APOLOGY; -GIFT GESTURE; -").words()).containsExactly("APOLOGY", "no GIFT GESTURE", "-");
    }

    private static List<String> words(String words) {
        return words == null ? List.of() : List.of(words.split(","));
    }

    private static Optional<Difference> difference(String cell, Remedy... remedies) {
        return read(cell).difference(decision(remedies));
    }

    private static Expected read(String cell) {
        CaseTable table = CaseTable.read(
                "remedy/offers.cases.csv",
                ("case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,remedies\n"
                                + "it is so,MINOR,UNAVOIDABLE,UNFORESEEABLE,0,1000," + cell + "\n")
                        .getBytes(StandardCharsets.UTF_8),
                Set.of("remedy.rule"),
                CurrencyUnit.USD);
        assertThat(table.diagnostics()).isEmpty();
        return table.cases().get(0).expected().get(0);
    }

    private static Remedy owed(String amount) {
        return new Remedy(
                RemedyKind.CREDIT,
                Component.ENTITLEMENT,
                Optional.of(money(amount)),
                Optional.of("service-level agreement"),
                Authority.AGENT);
    }

    private static Remedy remedy(RemedyKind kind, Component component, String amount, Authority authority) {
        return new Remedy(kind, component, Optional.of(money(amount)), Optional.empty(), authority);
    }

    private static Money money(String amount) {
        return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
    }

    private static RecoveryDecision decision(Remedy... remedies) {
        DecisionBuilder decision = DecisionBuilder.in(CurrencyUnit.USD);
        for (Remedy remedy : remedies) {
            decision.remedy(remedy);
        }
        return decision.build();
    }
}
