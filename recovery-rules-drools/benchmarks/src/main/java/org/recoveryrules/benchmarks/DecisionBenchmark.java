package org.recoveryrules.benchmarks;

import java.util.concurrent.TimeUnit;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;

/** One decision after another, about contexts that are made beforehand and come round again. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionBenchmark {
    /** So many that they do not fit into a processor's first caches, nor what is decided into its predictions. */
    static final int CONTEXTS = 16_384;

    static final long SEED = 1;

    @Param(Contenders.OURS)
    String name = Contenders.OURS;

    private FailureContext[] contexts = {};
    private @Nullable Contender contender;

    @Setup
    public void make() {
        contender = Contenders.standardPolicy().get(name).get();
        contexts = Contexts.of(SEED, CurrencyUnit.USD).limit(CONTEXTS).toArray(FailureContext[]::new);
    }

    @TearDown
    public void close() {
        contender.close();
    }

    /** Where a thread is among the contexts; no two begin at one. */
    @State(Scope.Thread)
    public static class Place {
        private int next;

        @Setup
        public void begin(ThreadParams thread) {
            next = thread.getThreadIndex() * (CONTEXTS / thread.getThreadCount());
        }
    }

    @Benchmark
    public RecoveryDecision decide(Place place) {
        return contender.decide(contexts[place.next++ % CONTEXTS]);
    }
}
