package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.engine.Budget;
import org.recoveryrules.drools.engine.DecisionEngine;
import org.recoveryrules.drools.engine.Interpreter;
import org.recoveryrules.drools.policy.CompiledPolicy;

/**
 * A decision is the same, as a whole, whether the rules are looked up in the index, asked of Drools, interpreted, or read as text
 * by Drools itself. A full run: {@code -Drecovery.contexts=2000000}.
 */
class IndexedDecisionsTest {
    /** Half of them for the standard policy. */
    private static final int CONTEXTS = Integer.getInteger("recovery.contexts", 8_000);

    private static final int POLICIES = 1 + CONTEXTS / 100_000;
    private static final int RULES = 60;
    /** Of so many decisions one is made by the text and the interpreter too, since these take ten times as long. */
    private static final int SLOW = 10;

    private static long decided;
    private static long decidedSlowly;

    @Test
    void the_standard_policy_decides_the_same_in_every_way() throws IOException {
        Random random = new Random(31);

        Set<String> spoke = assertSameDecisions(
                PolicySource.classPath("org/recoveryrules/policy/standard").read(),
                CONTEXTS / 2,
                () -> Contexts.random(random));

        assertThat(spoke).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_policy_made_at_random_decides_the_same_in_every_way(long seed) {
        ManyThresholds made = new ManyThresholds(new Random(seed));

        Set<String> spoke = assertSameDecisions(made.policy(RULES), CONTEXTS / 2 / POLICIES, made::context);

        assertThat(spoke).hasSizeGreaterThan(RULES / 2);
    }

    static LongStream seeds() {
        return LongStream.range(100, 100 + POLICIES);
    }

    @AfterAll
    static void count() throws IOException {
        Files.writeString(
                Path.of("target/indexed-decisions.txt"),
                "%,d decisions were the same by the index and by Drools, %,d of them by the text and by the interpreter too%n"
                        .formatted(decided, decidedSlowly));
    }

    /** Tells which rules spoke. */
    private static Set<String> assertSameDecisions(
            Map<String, byte[]> files, int count, Supplier<FailureContext> contexts) {
        CompiledPolicy policy = Policies.compiled(files);
        Interpreter interpreter = Interpreter.of(policy).orElseThrow();
        DecisionEngine text = text(files, policy);
        Set<String> spoke = new HashSet<>();
        DroolsRecoveryAdvisor.Builder builder = DroolsRecoveryAdvisor.builder().policy(() -> files);
        try (DroolsRecoveryAdvisor indexed = builder.build();
                DroolsRecoveryAdvisor unindexed = builder.unindexed().build()) {
            assertThat(indexed.indexedRules()).isEqualTo(policy.rules().size());
            assertThat(unindexed.indexedRules()).isZero();
            for (int i = 0; i < count; i++) {
                FailureContext context = contexts.get();
                RecoveryDecision decision = indexed.decide(context);
                assertSame(context, decision, unindexed.decide(context));
                decided++;
                if (i % SLOW == 0) {
                    assertSame(context, decision, text.decide(context));
                    assertSame(context, decision, interpreter.decide(context));
                    decidedSlowly++;
                }
                decision.reasons().forEach(reason -> spoke.add(reason.rule()));
            }
        }
        return spoke;
    }

    private static void assertSame(FailureContext context, RecoveryDecision decision, RecoveryDecision other) {
        // A million times: what AssertJ does before it compares takes longer than all the rest.
        if (!decision.equals(other)) {
            assertThat(other).as("of %s", context).isEqualTo(decision);
        }
    }

    /** The rules as Drools reads them in the files, under the identity of the policy. */
    private static DecisionEngine text(Map<String, byte[]> files, CompiledPolicy policy) {
        CompiledPolicy read = Policies.trusted(Policies.beyond(files));
        assertThat(read.declaredRules()).isEmpty();
        DecisionEngine engine = new DecisionEngine(
                new CompiledPolicy(
                        policy.origin(),
                        policy.policy(),
                        read.rules(),
                        read.declared(),
                        read.trusted(),
                        policy.amounts(),
                        policy.settlement()),
                Budget.STANDARD.patient());
        engine.warmUp();
        return engine;
    }
}
