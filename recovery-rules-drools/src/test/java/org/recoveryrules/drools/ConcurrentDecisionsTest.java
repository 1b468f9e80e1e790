package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;

class ConcurrentDecisionsTest {
    private static final int THREADS = 8;
    /** Enough for a build; {@code -Drecovery.decisions=200000} is the full run. */
    private static final int DECISIONS_A_THREAD = Integer.getInteger("recovery.decisions", 20_000);

    private static final int CONTEXTS = 1_000;

    @Test
    void many_threads_decide_as_one_does() throws Exception {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard()) {
            assertThreadsAgree(advisor);
        }
    }

    @Test
    void many_threads_that_ask_drools_decide_as_one_does() throws Exception {
        try (DroolsRecoveryAdvisor advisor =
                DroolsRecoveryAdvisor.builder().unindexed().build()) {
            assertThreadsAgree(advisor);
        }
    }

    private static void assertThreadsAgree(DroolsRecoveryAdvisor advisor) throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        List<FailureContext> contexts =
                Stream.generate(() -> Contexts.random(random)).limit(CONTEXTS).toList();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<RecoveryDecision> expected =
                    contexts.stream().map(advisor::decide).toList();
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int offset = thread * CONTEXTS / THREADS;
                tasks.add(() -> differences(advisor, contexts, expected, offset));
            }

            int differences = 0;
            for (Future<Integer> task : threads.invokeAll(tasks)) {
                differences += task.get();
            }

            assertThat(differences).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    private static int differences(
            DroolsRecoveryAdvisor advisor, List<FailureContext> contexts, List<RecoveryDecision> expected, int offset) {
        int differences = 0;
        for (int i = 0; i < DECISIONS_A_THREAD; i++) {
            int at = (offset + i) % CONTEXTS;
            if (!advisor.decide(contexts.get(at)).equals(expected.get(at))) {
                differences++;
            }
        }
        return differences;
    }
}
