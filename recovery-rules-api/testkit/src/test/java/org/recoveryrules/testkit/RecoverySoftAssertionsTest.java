package org.recoveryrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.testkit.Finding.review;

import java.util.List;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RemedyKind;

@ExtendWith(SoftAssertionsExtension.class)
class RecoverySoftAssertionsTest {
    private static final RecoveryDecision DECISION =
            DecisionBuilder.in(CurrencyUnit.USD).build();

    @InjectSoftAssertions
    private RecoverySoftAssertions injected;

    @Test
    void every_failure_is_collected() {
        RecoverySoftAssertions softly = new RecoverySoftAssertions();

        softly.assertThat(DECISION).paradoxDoesNotApply().asksNothing().offers(RemedyKind.REFUND);
        softly.assertThat(new FakePolicy()).hasVersion("4");
        softly.assertThat(new RuleOutcome("a.rule", List.of(), List.of())).concludes(review());
        softly.assertThat("AssertJ's own").isEqualTo("another");

        assertThat(softly.assertionErrorsCollected())
                .extracting(
                        error -> error.getMessage().strip().lines().findFirst().orElseThrow())
                .containsExactly(
                        "expected: paradox DOES_NOT_APPLY",
                        "expected: offers REFUND",
                        "expected: policy web-shop of version 4",
                        "expected: rule a.rule concludes review()",
                        "expected: \"another\"");
    }

    @Test
    void a_chain_shows_its_decision_once() {
        RecoverySoftAssertions softly = new RecoverySoftAssertions();

        softly.assertThat(DECISION).paradoxDoesNotApply().offers(RemedyKind.REFUND);

        assertThat(softly.assertionErrorsCollected())
                .extracting(error -> error.getMessage().contains("The decision:"))
                .containsExactly(true, false);
    }

    @Test
    void it_can_be_injected() {
        injected.assertThat(DECISION).paradoxApplies().asksNothing();

        assertThat(injected.wasSuccess()).isTrue();
    }
}
