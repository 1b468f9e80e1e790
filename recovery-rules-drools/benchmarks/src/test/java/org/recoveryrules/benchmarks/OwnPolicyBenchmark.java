package org.recoveryrules.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.joda.money.CurrencyUnit;
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
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

/** The benchmark that the page on performance shows, with failures of ours. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OwnPolicyBenchmark {
    @Param("policy")
    String folder = "";

    private List<FailureContext> failures = List.of();
    private DroolsRecoveryAdvisor advisor;

    @Setup
    public void load() {
        advisor = DroolsRecoveryAdvisor.load(Path.of(folder));
        failures = failures(); // thousands, as they really come
    }

    @Benchmark
    public RecoveryDecision decide(Place place) {
        place.next = (place.next + 1) % failures.size();
        return advisor.decide(failures.get(place.next));
    }

    @State(Scope.Thread)
    public static class Place {
        int next;
    }

    @TearDown
    public void close() {
        advisor.close();
    }

    private static List<FailureContext> failures() {
        return Contexts.of(1, CurrencyUnit.USD).limit(1_000).toList();
    }
}
