package org.recoveryrules.examples.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.api.Component.ENTITLEMENT;
import static org.recoveryrules.api.Component.GESTURE;
import static org.recoveryrules.api.Component.RESTORATION;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.Severity;

/** What the airline's policy promises its passengers. */
class AirlinePolicyTest {
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static IndustryPolicy policy;

    @BeforeAll
    static void load() {
        policy = IndustryPolicy.load("airline");
    }

    @AfterAll
    static void close() {
        policy.close();
    }

    @Test
    void what_a_passenger_is_worth_changes_neither_what_they_get_nor_who_may_grant_it() {
        Failures.onEach(EUR, failure -> {
            RecoveryDecision poor = decide(failure.toBuilder().lifetimeValue(Money.zero(EUR)));
            RecoveryDecision rich = decide(failure.toBuilder().lifetimeValue(Money.of(EUR, 1_000_000)));

            assertThat(rich.remedies()).isEqualTo(poor.remedies());
            assertThat(rich.authority()).isEqualTo(poor.authority());
        });
    }

    @Test
    void whoever_was_not_carried_gets_a_seat_worth_the_ticket_whatever_the_cause() {
        Failures.onEach(EUR, failure -> {
            RecoveryDecision decision = decide(failure.toBuilder()
                    .resourceLost(ResourceLost.SERVICE)
                    .accepted(true)
                    .causedBy(notTheirs(failure))
                    .price(Money.of(EUR, 200)));

            assertThat(decision.remedies()).anySatisfy(seat -> {
                assertThat(seat.kind()).isIn(RemedyKind.REPERFORMANCE, RemedyKind.REPLACEMENT);
                assertThat(seat.component()).isIn(ENTITLEMENT, RESTORATION);
            });
        });
    }

    @Test
    void what_was_spent_while_waiting_is_repaid_in_full_whatever_the_cause_and_besides_any_compensation() {
        Failures.onEach(EUR, failure -> {
            RecoveryDecision decision = decide(failure.toBuilder()
                    .causedBy(notTheirs(failure))
                    .loss(Money.of(EUR, 90))
                    .entitlement(RemedyKind.REFUND, Money.of(EUR, 250), "Regulation (EC) 261/2004 art. 7(1)(a)"));

            Money repaid = IndustryPolicy.worth(
                    decision, repay -> repay.kind() == RemedyKind.REIMBURSEMENT && repay.component() != GESTURE);
            assertThat(repaid).isGreaterThanOrEqualTo(Money.of(EUR, 90));
        });
    }

    @Test
    void nothing_is_added_unasked_where_nobody_could_help_it() {
        Failures.onEach(EUR, failure -> {
            RecoveryDecision decision = decide(Failures.unasked(failure).causedBy(Cause.FORCE_MAJEURE));

            assertThat(decision.gestureTotal()).isEqualTo(Money.zero(EUR));
        });
    }

    @Test
    void whoever_asks_for_something_after_a_storm_is_answered_by_a_person() {
        Failures.onEach(EUR, failure -> {
            RecoveryDecision decision = decide(
                    failure.toBuilder().causedBy(Cause.FORCE_MAJEURE).requested(RemedyKind.REFUND, Money.of(EUR, 250)));

            assertThat(decision.humanReview()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_gate_settles_a_denied_boarding_by_itself(Severity severity) {
        RecoveryDecision decision = decide(FailureContext.builder()
                .severity(severity)
                .avoidability(Avoidability.AVOIDABLE)
                .foreseeability(Foreseeability.FORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(Money.zero(EUR))
                .causedBy(Cause.PROVIDER)
                .resourceLost(ResourceLost.SERVICE)
                .price(Money.of(EUR, 400))
                .entitlement(RemedyKind.REFUND, Money.of(EUR, 250), "Regulation (EC) 261/2004 art. 7(1)(a)"));

        assertThat(decision.gestureTotal()).isGreaterThan(Money.zero(EUR));
        assertThat(decision.authority()).isEqualTo(Authority.AGENT);
    }

    private static Cause notTheirs(FailureContext failure) {
        Cause cause = failure.failure().causedBy();
        return cause == Cause.CUSTOMER ? Cause.FORCE_MAJEURE : cause;
    }

    private static RecoveryDecision decide(FailureContext.Builder failure) {
        return policy.decide(failure.build());
    }
}
