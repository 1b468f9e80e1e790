package org.recoveryrules.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

class ContextsTest {
    private static List<FailureContext> some(long seed) {
        return Contexts.of(seed, CurrencyUnit.USD)
                .limit(DecisionBenchmark.CONTEXTS)
                .toList();
    }

    @Test
    void are_the_same_of_one_seed_and_others_of_another() {
        assertThat(some(1)).isEqualTo(some(1)).isNotEqualTo(some(2));
    }

    @Test
    void make_every_rule_of_the_standard_policy_speak() {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard()) {
            Set<String> spoke = some(DecisionBenchmark.SEED).stream()
                    .flatMap(context -> advisor.decide(context).reasons().stream())
                    .map(Reason::rule)
                    .collect(Collectors.toSet());
            assertThat(spoke)
                    .containsAll(advisor.policy().rules().stream().map(Rule::id).toList());
        }
    }
}
