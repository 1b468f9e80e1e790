package org.recoveryrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Verdict;

class RuleUnderTestTest {
    private static final FailureContext CONTEXT = FailureContext.builder()
            .severity(Severity.MINOR)
            .avoidability(Avoidability.UNAVOIDABLE)
            .foreseeability(Foreseeability.UNFORESEEABLE)
            .priorFailures(0)
            .lifetimeValue(Money.of(CurrencyUnit.USD, 5_000))
            .build();

    private final FakePolicy policy = new FakePolicy();

    @Test
    void it_reads_the_assessment_that_the_policy_makes() {
        policy.advisor()
                .decides(DecisionBuilder.in(CurrencyUnit.USD)
                        .barrier(Barrier.AVOIDABLE)
                        .build());

        assertThat(policy.rule("a.rule").on(CONTEXT)).isEqualTo(new RuleOutcome("a.rule", List.of(), List.of()));
        assertThat(policy.lastAssessment)
                .isEqualTo(new ParadoxAssessment(Verdict.DOES_NOT_APPLY, Set.of(Barrier.AVOIDABLE)));
    }

    @Test
    void it_reads_the_verdict_that_it_is_given_and_the_policy_is_not_asked() {
        policy.rule("a.rule").on(CONTEXT, Verdict.DOES_NOT_APPLY, Barrier.SEVERITY, Barrier.SEVERITY);

        assertThat(policy.lastAssessment)
                .isEqualTo(new ParadoxAssessment(Verdict.DOES_NOT_APPLY, Set.of(Barrier.SEVERITY)));
        assertThat(policy.advisor().asked()).isEmpty();
    }

    @Test
    void barriers_must_fit_the_verdict() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.rule("a.rule").on(CONTEXT, Verdict.DOES_NOT_APPLY))
                .withMessage(
                        "paradox.barriers must be there with DOES_NOT_APPLY and only then, but was DOES_NOT_APPLY []");
    }
}
