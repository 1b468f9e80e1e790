package org.recoveryrules.examples.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Severity;

/** What the hosting firm's policy promises its customers. */
class HostingPolicyTest {
    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static IndustryPolicy policy;

    @BeforeAll
    static void load() {
        policy = IndustryPolicy.load("hosting");
    }

    @AfterAll
    static void close() {
        policy.close();
    }

    @Test
    void an_incident_report_comes_after_every_major_outage() {
        Failures.onEach(USD, failure -> {
            if (failure.failure().severity().compareTo(Severity.MAJOR) >= 0) {
                assertThat(policy.decide(failure).remedies())
                        .extracting(Remedy::kind)
                        .contains(RemedyKind.INCIDENT_REPORT);
            }
        });
    }

    @Test
    void a_report_that_is_given_unasked_is_sent_within_five_days() {
        Failures.onEach(USD, failure -> {
            RecoveryDecision decision = policy.decide(Failures.unasked(failure).build());
            boolean given =
                    decision.remedies().stream().anyMatch(remedy -> remedy.kind() == RemedyKind.INCIDENT_REPORT);

            assertThat(decision.followUps().stream().map(FollowUp::after).anyMatch(Period.ofDays(5)::equals))
                    .isEqualTo(given);
        });
    }

    @Test
    void on_an_owed_credit_come_two_days_at_least() {
        Failures.onEach(USD, failure -> {
            RecoveryDecision decision = policy.decide(Failures.unasked(failure)
                    .status(ClaimStatus.VERIFIED)
                    .price(Money.of(USD, 300))
                    .entitlement(RemedyKind.CREDIT, Money.of(USD, 100), "service-level agreement")
                    .build());

            Money onTop = IndustryPolicy.worth(
                    decision, remedy -> remedy.kind() == RemedyKind.CREDIT && remedy.component() == Component.GESTURE);
            assertThat(onTop).isGreaterThanOrEqualTo(Money.of(USD, 20));
        });
    }

    @Test
    void what_comes_back_goes_up() {
        Failures.onEach(USD, failure -> {
            FailureContext again =
                    failure.toBuilder().recurrence(Recurrence.RECURRING).build();

            switch (again.failure().severity()) {
                case MODERATE -> assertThat(policy.decide(again).authority()).isNotEqualTo(Authority.AGENT);
                case MAJOR, CRITICAL ->
                    assertThat(policy.decide(again).authority()).isEqualTo(Authority.MANAGER);
                default -> {}
            }
        });
    }
}
