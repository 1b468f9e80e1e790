package org.recoveryrules.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

/** What the page on performance shows is what there is. */
class PerformancePageTest {
    private static final Path PAGE = Path.of("../docs/performance.md");
    private static final Path SOURCES = Path.of("src/test/java/org/recoveryrules/benchmarks");
    private static final String STANDARD = "../src/main/resources/org/recoveryrules/policy/standard";

    private static final List<FailureContext> CONTEXTS =
            Contexts.of(1, CurrencyUnit.USD).limit(1_000).toList();

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(PAGE);
    }

    @Test
    void all_rules_of_the_standard_policy_are_looked_up_unless_drools_is_to_be_asked() {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard();
                DroolsRecoveryAdvisor unindexed =
                        DroolsRecoveryAdvisor.builder().unindexed().build()) {
            int beyond = advisor.policy().rules().size() - advisor.indexedRules(); // 0: all is looked up

            assertThat(beyond).isZero();
            assertThat(unindexed.indexedRules()).isZero();
            assertThat(CONTEXTS)
                    .allSatisfy(context -> assertThat(unindexed.decide(context)).isEqualTo(advisor.decide(context)));
        }
    }

    @Test
    void a_batch_in_parallel_decides_as_one_thread_does() {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard()) {
            List<FailureContext> failures = CONTEXTS;

            List<RecoveryDecision> decisions =
                    failures.parallelStream().map(advisor::decide).toList();

            assertThat(decisions)
                    .isEqualTo(failures.stream().map(advisor::decide).toList());
        }
    }

    @Test
    void a_reason_that_reads_constants_is_made_once() {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard()) {
            FailureContext failure = CONTEXTS.get(0).toBuilder().build();

            assertThat(kept(advisor.decide(failure)))
                    .isNotEmpty()
                    .usingElementComparator((one, other) -> one == other ? 0 : 1)
                    .isEqualTo(kept(advisor.decide(CONTEXTS.get(0))));
        }
    }

    private static List<Reason> kept(RecoveryDecision decision) {
        return decision.reasons().stream()
                .filter(reason -> !reason.rule().startsWith("settlement."))
                .filter(reason -> !reason.facts().isEmpty()
                        && reason.facts().values().stream()
                                .allMatch(value -> value instanceof Enum<?> || value instanceof Boolean))
                .toList();
    }

    @Test
    void its_benchmark_decides_by_a_policy_in_a_folder() {
        OwnPolicyBenchmark benchmark = new OwnPolicyBenchmark();
        benchmark.folder = STANDARD;
        benchmark.load();
        try {
            assertThat(benchmark.decide(new OwnPolicyBenchmark.Place()).policy().name())
                    .isEqualTo("standard");
        } finally {
            benchmark.close();
        }
    }

    @Test
    void its_java_is_that_of_these_tests() throws IOException {
        String sources = withoutIndent(Files.readString(SOURCES.resolve("OwnPolicyBenchmark.java"))
                + Files.readString(SOURCES.resolve("PerformancePageTest.java")));

        assertThat(Pattern.compile("(?s)```java\n(.*?)```").matcher(page).results())
                .hasSize(3)
                .allSatisfy(java -> assertThat(sources).contains("\n" + withoutIndent(java.group(1))));
    }

    private static String withoutIndent(String java) {
        return java.replaceAll("(?m)^ +", "");
    }
}
