package org.recoveryrules.drools.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.recoveryrules.drools.Contexts.minor;
import static org.recoveryrules.drools.Policies.rule;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.BudgetExceededException;
import org.recoveryrules.api.DeadlineExceededException;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.Profile;
import org.recoveryrules.drools.live.AdvisorListener.Undecided;

class DeadlineTest {
    private static final FailureContext ENDLESS = minor().compensatedClaims(77).build();
    /** Each match takes a while, so that the budget is not what ends it. */
    private static final String LOOPS =
            rule("test.loops", "$claim : Claim( compensatedClaims == 77 )", "Thread.sleep( 1 ); update( $claim );");

    @Test
    void rules_that_go_on_firing_are_stopped_and_named_and_the_next_decision_is_unharmed() throws Exception {
        LinkedBlockingQueue<Undecided> told = new LinkedBlockingQueue<>();
        AdvisorListener listener = new AdvisorListener() {
            @Override
            public void undecided(Undecided undecided) {
                told.add(undecided);
            }
        };
        try (DroolsRecoveryAdvisor advisor = builder(LOOPS)
                .firingBudget(Integer.MAX_VALUE - 1)
                .deadline(Duration.ofMillis(50))
                .listener(listener)
                .build()) {
            RecoveryDecision before = advisor.decide(minor().build());

            DeadlineExceededException exceeded =
                    catchThrowableOfType(DeadlineExceededException.class, () -> advisor.decide(ENDLESS));

            assertThat(exceeded.deadline()).isEqualTo(Duration.ofMillis(50));
            assertThat(exceeded.rules()).containsExactly("test.loops");
            assertThat(advisor.decide(minor().build())).isEqualTo(before);
            Undecided undecided = told.poll(1, TimeUnit.MINUTES);
            assertThat(undecided.failure()).isSameAs(exceeded);
            assertThat(undecided.policy()).isEqualTo(before.policy());
            assertThat(undecided.context()).isEqualTo(ENDLESS);
            assertThat(undecided.took()).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        }
    }

    @Test
    void rules_that_come_to_an_end_by_themselves_are_waited_for() {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(Policies.of(rule("test.reviews", "ServiceFailure()", "findings.review();")))
                .deadline(Duration.ofNanos(1))
                .build()) {
            assertThat(advisor.decide(minor().build()).humanReview()).isTrue();
        }
    }

    @Test
    void the_budget_ends_what_fires_fast_before_the_deadline_does() {
        try (DroolsRecoveryAdvisor advisor = builder(
                        rule("test.loops", "$claim : Claim( compensatedClaims == 77 )", "update( $claim );"))
                .deadline(Duration.ofHours(1))
                .build()) {
            assertThat(catchThrowableOfType(BudgetExceededException.class, () -> advisor.decide(ENDLESS)))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT1H0.001S"})
    void a_deadline_beyond_its_bounds_is_refused(Duration deadline) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DroolsRecoveryAdvisor.builder().deadline(deadline))
                .withMessage("deadline must be more than 0 and at most 1 hour, but was " + deadline);
    }

    private static DroolsRecoveryAdvisor.Builder builder(String... rules) {
        return DroolsRecoveryAdvisor.builder().policy(Policies.of(rules)).profile(Profile.TRUSTED);
    }
}
