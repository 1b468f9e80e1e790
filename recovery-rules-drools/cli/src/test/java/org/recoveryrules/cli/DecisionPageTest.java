package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.testkit.DecisionBuilder;

class DecisionPageTest {
    @Test
    void a_decision_with_something_in_every_place_fills_the_page() throws IOException {
        assertThat(DecisionPage.of(Decisions.full())).isEqualTo(golden("full-page.txt"));
    }

    @Test
    void a_decision_with_nothing_to_say_leaves_out_what_would_be_empty() throws IOException {
        assertThat(DecisionPage.of(Decisions.bare())).isEqualTo("""
                PARADOX     APPLIES
                APPROACH    EMPATHISE
                REMEDIES           0.00 USD  in all, of which gestures 0.00 USD
                AUTHORITY   AGENT for the whole decision
                POLICY      stub 1
                            0000000000000000000000000000000000000000000000000000000000000000
                """);
    }

    @Test
    void no_line_is_wider_than_100_columns_and_nothing_steers_the_terminal() {
        String page = DecisionPage.of(owing("\u001b[2J\u0007see\thttps://law.example/" + "x".repeat(300)));

        assertThat(page.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(page).doesNotContain("\u001b", "\u0007", "\t").contains(" [2J see");
    }

    private static RecoveryDecision owing(String basis) {
        return DecisionBuilder.in(CurrencyUnit.USD)
                .remedy(new Remedy(
                        RemedyKind.REFUND,
                        Component.ENTITLEMENT,
                        Optional.of(Money.of(CurrencyUnit.USD, 7)),
                        Optional.of(basis),
                        Authority.AGENT))
                .build();
    }

    private static String golden(String file) throws IOException {
        try (InputStream text = DecisionPageTest.class.getResourceAsStream(file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
