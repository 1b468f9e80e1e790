package org.recoveryrules.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.recoveryrules.api.FailureContext;

/** Decides about many failures at once, on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BatchBenchmark {
    /** Not that of single decisions, so that nothing was made for these. */
    private static final long SEED = 2;

    @Param(Contenders.OURS)
    String name = Contenders.OURS;

    @Param("1000000")
    int size;

    private FailureContext[] contexts = {};
    private @Nullable Contender contender;

    @Setup
    public void make() {
        contender = Contenders.standardPolicy().get(name).get();
        contexts = Contexts.of(SEED, CurrencyUnit.USD).limit(size).toArray(FailureContext[]::new);
    }

    @TearDown
    public void close() {
        contender.close();
    }

    @Benchmark
    public long decide() {
        return Arrays.stream(contexts)
                .parallel()
                .filter(context -> contender.decide(context).humanReview())
                .count();
    }
}
