package org.recoveryrules.examples.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.StepKind;

/** What the web shop's policy promises members and everybody else. */
class WebShopPolicyTest {
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static IndustryPolicy policy;

    @BeforeAll
    static void load() {
        policy = IndustryPolicy.load("web-shop");
    }

    @AfterAll
    static void close() {
        policy.close();
    }

    @Test
    void membership_touches_neither_what_is_owed_nor_what_was_lost_nor_words() {
        Failures.onEach(EUR, failure -> {
            RecoveryDecision member = policy.decide(member(failure));
            RecoveryDecision guest = policy.decide(guest(failure));

            assertThat(allButGestures(guest)).isEqualTo(allButGestures(member));
            assertThat(guest.paradox()).isEqualTo(member.paradox());
            assertThat(guest.authority()).isLessThanOrEqualTo(member.authority());
        });
    }

    @Test
    void whoever_is_no_member_gets_no_extras_unasked_unless_it_is_serious() {
        Failures.onEach(EUR, failure -> {
            FailureContext unasked = Failures.unasked(failure).build();
            boolean serious = failure.failure().severity().compareTo(Severity.MAJOR) >= 0;

            if (serious) {
                assertThat(gestures(policy.decide(guest(unasked)))).isEqualTo(gestures(policy.decide(member(unasked))));
            } else {
                assertThat(gestures(policy.decide(guest(unasked)))).isEmpty();
            }
        });
    }

    @Test
    void what_is_asked_for_is_answered_the_same_for_everybody() {
        Failures.onEach(EUR, failure -> {
            if (failure.claim().requested().isPresent()) {
                assertThat(gestures(policy.decide(guest(failure)))).isEqualTo(gestures(policy.decide(member(failure))));
            }
        });
    }

    @Test
    void the_small_thing_is_announced_only_where_something_is_given_or_a_person_looks_first() {
        Failures.onEach(EUR, failure -> {
            RecoveryDecision decision =
                    policy.decide(failure.toBuilder().price(Money.of(EUR, 50)).build());
            boolean announced = decision.steps().stream()
                    .filter(step -> step.kind() == StepKind.EXTRA_MILE)
                    .flatMap(step -> step.words().stream())
                    .anyMatch(words -> words.contains("small thing"));

            assertThat(!announced
                            || decision.humanReview()
                            || !gestures(decision).isEmpty())
                    .isTrue();
        });
    }

    private static FailureContext member(FailureContext failure) {
        return failure.toBuilder()
                .champion(false)
                .lifetimeValue(Money.of(EUR, 100))
                .build();
    }

    private static FailureContext guest(FailureContext failure) {
        return failure.toBuilder()
                .champion(false)
                .lifetimeValue(Money.of(EUR, 99.99))
                .build();
    }

    private static List<Remedy> allButGestures(RecoveryDecision decision) {
        return decision.remedies().stream()
                .filter(remedy -> remedy.component() != Component.GESTURE)
                .toList();
    }

    private static List<Remedy> gestures(RecoveryDecision decision) {
        return decision.remedies().stream()
                .filter(remedy -> remedy.component() == Component.GESTURE)
                .toList();
    }
}
