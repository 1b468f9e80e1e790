package org.recoveryrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.BudgetExceededException;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RecoveryRulesException;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Severity;

class StubRecoveryAdvisorTest {
    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static final FailureContext MINOR = context(Severity.MINOR);
    private static final FailureContext MAJOR = context(Severity.MAJOR);
    private static final RecoveryDecision APOLOGY =
            DecisionBuilder.in(USD).offer(RemedyKind.APOLOGY).build();
    private static final RecoveryDecision NOTE =
            DecisionBuilder.in(USD).offer(RemedyKind.HANDWRITTEN_NOTE).build();
    private static final RecoveryRulesException FAILURE = new BudgetExceededException(10, List.of("a.rule"));

    private final StubRecoveryAdvisor advisor = StubRecoveryAdvisor.in(USD);

    private static FailureContext context(Severity severity) {
        return FailureContext.builder()
                .severity(severity)
                .avoidability(Avoidability.UNAVOIDABLE)
                .foreseeability(Foreseeability.UNFORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(Money.of(USD, 5_000))
                .build();
    }

    @Test
    void untold_it_offers_nothing() {
        assertThat(advisor.decide(MINOR)).isEqualTo(DecisionBuilder.in(USD).build());
    }

    @Test
    void it_decides_what_it_is_told() {
        advisor.decides(APOLOGY);

        assertThat(advisor.decide(MINOR)).isEqualTo(APOLOGY);
        assertThat(advisor.decide(MAJOR)).isEqualTo(APOLOGY);
    }

    @Test
    void what_it_is_told_last_of_a_failure_counts() {
        advisor.decides(APOLOGY).decides(context -> context.failure().severity() == Severity.MAJOR, NOTE);

        assertThat(advisor.decide(MINOR)).isEqualTo(APOLOGY);
        assertThat(advisor.decide(MAJOR)).isEqualTo(NOTE);
        assertThat(advisor.decides(APOLOGY).decide(MAJOR)).isEqualTo(APOLOGY);
    }

    @Test
    void it_fails_as_it_is_told() {
        advisor.fails(MAJOR::equals, FAILURE);

        assertThat(advisor.decide(MINOR)).isEqualTo(DecisionBuilder.in(USD).build());
        assertThatThrownBy(() -> advisor.decide(MAJOR)).isSameAs(FAILURE);
        assertThatThrownBy(() -> advisor.fails(FAILURE).decide(MINOR)).isSameAs(FAILURE);
    }

    @Test
    void what_it_was_told_nothing_about_it_does_not_decide() {
        advisor.decides(MAJOR::equals, NOTE);

        assertThat(advisor.decide(MAJOR)).isEqualTo(NOTE);
        assertThatIllegalStateException()
                .isThrownBy(() -> advisor.decide(MINOR))
                .withMessage("this stub was not told what to decide about " + MINOR
                        + "; for all that no predicate matches, tell it decides(decision) first");
    }

    @Test
    void it_notes_what_it_is_asked_in_order() {
        advisor.fails(MAJOR::equals, FAILURE).decide(MINOR);
        assertThatThrownBy(() -> advisor.decide(MAJOR)).isSameAs(FAILURE);
        advisor.decide(MINOR);

        assertThat(advisor.asked()).containsExactly(MINOR, MAJOR, MINOR);
    }

    @Test
    void it_refuses_what_a_real_one_refuses() {
        FailureContext euros = MINOR.toBuilder()
                .lifetimeValue(Money.of(CurrencyUnit.EUR, 5_000))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> advisor.decide(euros))
                .withMessage("customer.lifetimeValue must be in USD, the currency of the policy, but was EUR 5000.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> advisor.decide(null))
                .withMessage("context must be given, but was null");
        assertThat(advisor.asked()).isEmpty();
    }

    @Test
    void it_takes_no_decision_of_another_currency() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        advisor.decides(DecisionBuilder.in(CurrencyUnit.EUR).build()))
                .withMessage("decision must be in USD, the currency of this advisor, but was in EUR");
    }

    @Test
    void its_policy_is_that_of_its_decisions() {
        assertThat(advisor.policy().identity()).isEqualTo(advisor.decide(MINOR).policy());
        assertThat(advisor.policy().currency()).isEqualTo(USD);
        assertThat(advisor.policy().rules()).isEmpty();
    }
}
