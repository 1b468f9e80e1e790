package org.recoveryrules.examples.testing;

import static org.joda.money.CurrencyUnit.EUR;
import static org.recoveryrules.api.Avoidability.UNAVOIDABLE;
import static org.recoveryrules.api.Component.RESTORATION;
import static org.recoveryrules.api.Foreseeability.UNFORESEEABLE;
import static org.recoveryrules.api.RemedyKind.APOLOGY;
import static org.recoveryrules.api.RemedyKind.REPLACEMENT;
import static org.recoveryrules.api.Severity.MINOR;
import static org.recoveryrules.testkit.RecoveryAssertions.assertThat;

import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.BudgetExceededException;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.RecoveryRulesException;
import org.recoveryrules.testkit.DecisionBuilder;
import org.recoveryrules.testkit.StubRecoveryAdvisor;

/** Tests something that embeds an advisor, without one. */
class InboxTest {
    private final FailureContext failure = FailureContext.builder()
            .severity(MINOR)
            .avoidability(UNAVOIDABLE)
            .foreseeability(UNFORESEEABLE)
            .priorFailures(0)
            .lifetimeValue(Money.of(EUR, 1_000))
            .build();

    /** What embeds an advisor. */
    private record Inbox(RecoveryAdvisor advisor) {
        String answer(FailureContext failure) {
            try {
                return advisor.decide(failure).remedies().size() + " to offer";
            } catch (RecoveryRulesException e) {
                return "ask a colleague";
            }
        }
    }

    @Test
    void it_shows_what_to_offer() {
        StubRecoveryAdvisor advisor = StubRecoveryAdvisor.in(EUR)
                .decides(DecisionBuilder.in(EUR)
                        .offer(REPLACEMENT, RESTORATION, "60")
                        .offer(APOLOGY)
                        .build());

        assertThat(new Inbox(advisor).answer(failure)).isEqualTo("2 to offer");
        assertThat(advisor.asked()).containsExactly(failure);
    }

    @Test
    void without_a_decision_it_sends_for_a_colleague() {
        StubRecoveryAdvisor advisor =
                StubRecoveryAdvisor.in(EUR).fails(new BudgetExceededException(10_000, List.of("remedy.send-again")));

        assertThat(new Inbox(advisor).answer(failure)).isEqualTo("ask a colleague");
    }
}
