package org.recoveryrules.benchmarks.sizes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.benchmarks.Agreement;
import org.recoveryrules.benchmarks.BareDrools;
import org.recoveryrules.benchmarks.Contexts;
import org.recoveryrules.benchmarks.MatchingContender;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

class GeneratedPolicyTest {
    private static final List<FailureContext> CONTEXTS =
            Contexts.of(5, CurrencyUnit.USD).limit(500).toList();

    @Test
    void bare_drools_decides_like_recovery_rules() {
        GeneratedPolicy policy = GeneratedPolicy.of(70, 1);
        try (DroolsRecoveryAdvisor advisor = advisor(policy);
                MatchingContender drools = new MatchingContender(
                        "Drools", policy.identity(), policy.amounts(), BareDrools.atItsBest(policy.ruleFiles()))) {
            assertThat(CONTEXTS)
                    .allSatisfy(context -> assertThat(Agreement.plain(drools.decide(context)))
                            .isEqualTo(Agreement.plain(advisor.decide(context))));
        }
    }

    @Test
    void the_largest_of_those_measured_has_no_error() {
        assertThat(DroolsRecoveryAdvisor.builder()
                        .policy(GeneratedPolicy.of(3_000, 1).source())
                        .check())
                .noneMatch(diagnostic -> diagnostic.level() == Diagnostic.Level.ERROR);
    }

    @Test
    void as_many_rules_match_in_a_large_policy_as_in_a_small_one() {
        double small = matching(GeneratedPolicy.of(60, 1));
        double large = matching(GeneratedPolicy.of(1_000, 1));

        assertThat(small).isBetween(15.0, 25.0);
        assertThat(large - small).isBetween(0.001, 0.5);
    }

    @Test
    void as_many_rules_match_as_are_to() {
        // What a rule finds in vain is no reason.
        assertThat(matching(GeneratedPolicy.matching(5, 1))).isBetween(4.5, 7.0);
        assertThat(matching(GeneratedPolicy.matching(150, 1))).isBetween(90.0, 155.0);
    }

    private static double matching(GeneratedPolicy policy) {
        try (DroolsRecoveryAdvisor advisor = advisor(policy)) {
            return CONTEXTS.stream()
                    .mapToLong(context -> advisor.decide(context).reasons().stream()
                            .filter(reason -> !reason.rule().startsWith("settlement."))
                            .count())
                    .average()
                    .orElseThrow();
        }
    }

    private static DroolsRecoveryAdvisor advisor(GeneratedPolicy policy) {
        return DroolsRecoveryAdvisor.builder().policy(policy.source()).build();
    }

    @Test
    void one_has_all_the_rules_of_a_smaller_one() {
        try (DroolsRecoveryAdvisor small = advisor(GeneratedPolicy.of(60, 3));
                DroolsRecoveryAdvisor large = advisor(GeneratedPolicy.of(100, 3))) {
            assertThat(large.policy().rules())
                    .hasSize(100)
                    .containsAll(small.policy().rules());
        }
    }

    @Test
    void one_seed_gives_one_policy() {
        assertThat(GeneratedPolicy.of(100, 4).ruleFiles())
                .isEqualTo(GeneratedPolicy.of(100, 4).ruleFiles())
                .isNotEqualTo(GeneratedPolicy.of(100, 5).ruleFiles());
    }
}
