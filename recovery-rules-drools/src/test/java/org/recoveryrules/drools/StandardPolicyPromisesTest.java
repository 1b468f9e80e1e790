package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.Contexts.usd;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FailureType;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.api.Vulnerability;

/** What the standard policy promises, on thousands of contexts from a seeded generator. */
class StandardPolicyPromisesTest {
    private static final int CONTEXTS = 5_000;
    private static DroolsRecoveryAdvisor advisor;

    @BeforeAll
    static void load() {
        advisor = DroolsRecoveryAdvisor.standard();
    }

    @AfterAll
    static void close() {
        advisor.close();
    }

    @Test
    void equal_contexts_give_equal_decisions() {
        try (DroolsRecoveryAdvisor other = DroolsRecoveryAdvisor.standard()) {
            onContexts(context ->
                    assertThat(other.decide(context.toBuilder().build())).isEqualTo(advisor.decide(context)));
        }
    }

    @Test
    void worse_harm_never_gets_less_restoration() {
        onContexts(context -> {
            Map<RemedyKind, Optional<Money>> milder = new EnumMap<>(RemedyKind.class);
            for (Severity severity : Severity.values()) {
                RecoveryDecision decision =
                        advisor.decide(context.toBuilder().severity(severity).build());
                Map<RemedyKind, Optional<Money>> restored = amounts(decision, Component.RESTORATION);
                milder.forEach((kind, amount) -> assertAtLeast(restored.get(kind), amount, kind));
                milder.putAll(restored);
            }
        });
    }

    @Test
    void lifetime_value_touches_neither_verdict_nor_entitlement_nor_restoration_and_never_lowers_a_gesture() {
        onContexts(context -> {
            RecoveryDecision poor =
                    advisor.decide(context.toBuilder().lifetimeValue(usd("0")).build());
            RecoveryDecision rich = advisor.decide(
                    context.toBuilder().lifetimeValue(usd("1000000")).build());

            assertThat(rich.paradox()).isEqualTo(poor.paradox());
            for (Component component : List.of(Component.ENTITLEMENT, Component.RESTORATION)) {
                assertThat(amounts(rich, component)).isEqualTo(amounts(poor, component));
            }
            Map<RemedyKind, Optional<Money>> gestures = amounts(rich, Component.GESTURE);
            amounts(poor, Component.GESTURE).forEach((kind, amount) -> assertAtLeast(gestures.get(kind), amount, kind));
        });
    }

    @Test
    void vulnerability_never_lowers_anything() {
        onContexts(context -> {
            RecoveryDecision without =
                    advisor.decide(context.toBuilder().vulnerabilities(Set.of()).build());
            RecoveryDecision with = advisor.decide(
                    context.toBuilder().vulnerabilities(Vulnerability.values()).build());

            assertThat(with.paradox()).isEqualTo(without.paradox());
            assertThat(with.remedies()).isEqualTo(without.remedies());
            assertThat(with.authority()).isEqualTo(without.authority());
            assertThat(with.approach()).isGreaterThanOrEqualTo(without.approach());
            assertThat(with.humanReview() || !without.humanReview()).isTrue();
            assertThat(with.questions()).containsAll(without.questions());
            assertThat(with.followUps()).containsAll(without.followUps());
            assertThat(words(with)).containsAll(words(without));
        });
    }

    @Test
    void an_entitlement_is_always_paid_in_full() {
        onContexts(context -> {
            List<Remedy> entitlements = advisor.decide(context).remedies().stream()
                    .filter(remedy -> remedy.component() == Component.ENTITLEMENT)
                    .toList();

            assertThat(entitlements.stream()
                            .map(paid -> new Entitlement(
                                    paid.kind(),
                                    paid.amount().orElseThrow(),
                                    paid.basis().orElseThrow())))
                    .containsExactlyInAnyOrderElementsOf(context.claim().entitlements());
        });
    }

    @Test
    void applies_never_comes_from_an_unknown() {
        onContexts(context -> {
            boolean unknown = context.failure().avoidability() == Avoidability.UNKNOWN
                    || context.failure().foreseeability() == Foreseeability.UNKNOWN
                    || context.failure().recurrence() == Recurrence.UNKNOWN;
            if (unknown) {
                assertThat(advisor.decide(context).paradox().verdict()).isNotEqualTo(Verdict.APPLIES);
            }
        });
    }

    @Test
    void the_paradox_applies_to_less_than_one_in_forty_of_the_uniform_grid_over_the_core_inputs() {
        List<Verdict> verdicts = core().stream()
                .map(context -> advisor.decide(context.build()).paradox().verdict())
                .toList();

        assertThat(verdicts).hasSize(5 * 3 * 3 * 2);
        assertThat(share(verdicts)).isPositive().isLessThan(0.025);
    }

    @Test
    void the_paradox_applies_to_even_less_of_the_grid_over_all_paradox_inputs() {
        List<Verdict> verdicts = core().stream()
                .flatMap(context -> IntStream.range(0, Recurrence.values().length * FailureType.values().length)
                        .mapToObj(i -> advisor.decide(context.recurrence(Recurrence.values()[i % 3])
                                        .type(FailureType.values()[i / 3])
                                        .build())
                                .paradox()
                                .verdict()))
                .toList();

        assertThat(verdicts).hasSize(5 * 3 * 3 * 2 * 3 * 4);
        assertThat(share(verdicts)).isPositive().isLessThan(0.005);
    }

    private static double share(List<Verdict> verdicts) {
        return (double) verdicts.stream().filter(Verdict.APPLIES::equals).count() / verdicts.size();
    }

    private static List<FailureContext.Builder> core() {
        return IntStream.range(0, 5 * 3 * 3 * 2)
                .mapToObj(i -> FailureContext.builder()
                        .severity(Severity.values()[i % 5])
                        .avoidability(Avoidability.values()[i / 5 % 3])
                        .foreseeability(Foreseeability.values()[i / 15 % 3])
                        .priorFailures(i / 45)
                        .lifetimeValue(usd("5000")))
                .toList();
    }

    private static void onContexts(Consumer<FailureContext> promise) {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < CONTEXTS; i++) {
            FailureContext context = Contexts.random(random);
            try {
                promise.accept(context);
            } catch (AssertionError e) {
                throw new AssertionError("broken on " + context, e);
            }
        }
    }

    private static Map<RemedyKind, Optional<Money>> amounts(RecoveryDecision decision, Component component) {
        Map<RemedyKind, Optional<Money>> amounts = new EnumMap<>(RemedyKind.class);
        for (Remedy remedy : decision.remedies()) {
            if (remedy.component() == component) {
                amounts.merge(
                        remedy.kind(),
                        remedy.amount(),
                        (one, other) -> one.map(money -> money.plus(other.orElseThrow())));
            }
        }
        return amounts;
    }

    private static void assertAtLeast(Optional<Money> actual, Optional<Money> least, RemedyKind kind) {
        assertThat(actual).as(kind + " is still offered").isNotNull();
        least.ifPresent(
                money -> assertThat(actual.orElseThrow()).as(kind.name()).isGreaterThanOrEqualTo(money));
    }

    private static Set<String> words(RecoveryDecision decision) {
        return decision.steps().stream()
                .flatMap(step -> step.words().stream().map(words -> step.kind() + " " + words))
                .collect(Collectors.toSet());
    }
}
