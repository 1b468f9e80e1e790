package org.recoveryrules.benchmarks;

import static org.recoveryrules.benchmarks.Contenders.DROOLS_BEST;
import static org.recoveryrules.benchmarks.Contenders.DROOLS_MANUAL;
import static org.recoveryrules.benchmarks.Contenders.HAND_WRITTEN;
import static org.recoveryrules.benchmarks.Contenders.OURS;
import static org.recoveryrules.benchmarks.Contenders.UNINDEXED;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.recoveryrules.benchmarks.Goal.Side;

/** How long a decision takes, what it allocates, and how many can be made. */
final class DecisionSection implements Section {
    static final String MEAN = "mean";
    static final String P50 = "p50";
    static final String P99 = "p99";
    static final String P999 = "p99.9";
    static final String ALLOCATED = "allocated";
    static final String ONE_THREAD = "1 thread";
    static final String TWO_THREADS = "2 threads";
    static final String BATCH = "batch";

    private static final String TWO = ", 2 threads";

    private static final String ALLOCATION = "gc.alloc.rate.norm";
    /** Of one size and there from the start, so that no memory is first touched while decisions are timed. */
    private static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");
    /** A million contexts take about 1 GiB. */
    private static final List<String> HEAP_OF_BATCH = List.of("-Xms3g", "-Xmx3g", "-XX:+AlwaysPreTouch");

    private static final double NANOSECONDS = 1e9;
    private static final double MILLISECONDS = 1e3;
    private static final int MILLION = 1_000_000;
    private static final int THOUSAND = 1_000;
    /** A batch of those that are slow takes about so long, whatever its size is then. */
    private static final int SECONDS_OF_BATCH = 10;
    /** The others are engines of another make. */
    private static final Set<String> NO_PEERS = Set.of(OURS, UNINDEXED, DROOLS_BEST, DROOLS_MANUAL, HAND_WRITTEN);

    private final List<Row> rows = new ArrayList<>();

    @Override
    public String title() {
        return "Decisions";
    }

    @Override
    public String method() {
        return "One decision by the standard policy (91 rules), measured by JMH, each in a fresh JVM with a heap of 1 GiB. The"
                + " contexts are " + DecisionBenchmark.CONTEXTS
                + " of a seeded generator, made beforehand, and come round again. The mean and what is allocated are of one"
                + " thread; p50, p99 and p99.9 are of single decisions that were picked and timed, to about 100 ns. The"
                + " batch has a million other contexts, all different, and all cores decide about them; of who is slow, as"
                + " many as are decided in about " + SECONDS_OF_BATCH + " s. In the quick form the batch is a"
                + " tenth. In brackets: how many times that of recovery-rules.";
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                atMost(
                        "mean decision against " + DROOLS_BEST + ", which explains nothing",
                        MEAN,
                        OURS,
                        DROOLS_BEST,
                        1.15),
                atMost("the same without the index", MEAN, UNINDEXED, DROOLS_BEST, 1.15),
                atMost("mean decision against " + DROOLS_MANUAL, MEAN, OURS, DROOLS_MANUAL, 0.75),
                atMost("the same without the index", MEAN, UNINDEXED, DROOLS_MANUAL, 0.75),
                new Goal("mean decision against the fastest peer", DecisionSection::againstPeers, Side.AT_MOST, 0.7),
                atMost("allocation against " + DROOLS_MANUAL, ALLOCATED, OURS, DROOLS_MANUAL, 0.6),
                atMost("the same without the index", ALLOCATED, UNINDEXED, DROOLS_MANUAL, 0.6),
                new Goal(
                        "p99.9 against p50, one thread",
                        figures -> figures.of(P999, OURS) / figures.of(P50, OURS),
                        Side.AT_MOST,
                        10),
                new Goal(
                        "throughput of two threads against one",
                        figures -> figures.of(TWO_THREADS, OURS) / figures.of(ONE_THREAD, OURS),
                        Side.AT_LEAST,
                        1.85),
                atMost("repeated contexts: mean decision against " + HAND_WRITTEN, MEAN, OURS, HAND_WRITTEN, 5),
                new Goal(
                        "repeated contexts: " + DROOLS_BEST + " against it",
                        figures -> figures.ratio(MEAN, DROOLS_BEST, OURS),
                        Side.AT_LEAST,
                        10),
                new Goal(
                        "batch: throughput of " + HAND_WRITTEN + " against it",
                        figures -> figures.ratio(BATCH, HAND_WRITTEN, OURS),
                        Side.AT_MOST,
                        5),
                new Goal(
                        "batch: throughput against " + DROOLS_BEST,
                        figures -> figures.ratio(BATCH, OURS, DROOLS_BEST),
                        Side.AT_LEAST,
                        10));
    }

    private static Goal atMost(String says, String measure, String one, String other, double bound) {
        return new Goal(says, figures -> figures.ratio(measure, one, other), Side.AT_MOST, bound);
    }

    private static double againstPeers(Figures figures) {
        double fastest = Contenders.standardPolicy().keySet().stream()
                .filter(name -> !NO_PEERS.contains(name))
                .mapToDouble(name -> figures.of(MEAN, name))
                .filter(mean -> !Double.isNaN(mean))
                .min()
                .orElse(Double.NaN);
        return figures.of(MEAN, OURS) / fastest;
    }

    @Override
    public List<Row> run(Form form) {
        for (String name : Contenders.standardPolicy().keySet()) {
            System.err.println("Measuring " + name);
            double mean = mean(name, form);
            if (form == Form.FULL || name.equals(OURS)) {
                sampled(name, form, 1, "");
                twoThreads(name, form);
            }
            if (form == Form.FULL) {
                sampled(name, form, 2, TWO);
            }
            if (form == Form.FULL || name.equals(OURS) || name.equals(DROOLS_BEST)) {
                batch(name, form, mean);
            }
        }
        return List.copyOf(rows);
    }

    private double mean(String name, Form form) {
        RunResult result = run(decisions(name, form).mode(Mode.AverageTime).addProfiler(GCProfiler.class));
        double mean = result.getPrimaryResult().getScore();
        rows.add(new Row(MEAN, name, mean, Unit.NANOSECONDS));
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATION);
        rows.add(new Row(ALLOCATED, name, allocated.getScore(), Unit.BYTES));
        rows.add(new Row(ONE_THREAD, name, NANOSECONDS / mean, Unit.PER_SECOND));
        return mean;
    }

    private void sampled(String name, Form form, int threads, String suffix) {
        Result<?> times = run(decisions(name, form).mode(Mode.SampleTime).threads(threads))
                .getPrimaryResult();
        rows.add(new Row(P50 + suffix, name, times.getStatistics().getPercentile(50), Unit.NANOSECONDS));
        rows.add(new Row(P99 + suffix, name, times.getStatistics().getPercentile(99), Unit.NANOSECONDS));
        rows.add(new Row(P999 + suffix, name, times.getStatistics().getPercentile(99.9), Unit.NANOSECONDS));
    }

    private void twoThreads(String name, Form form) {
        double mean = run(decisions(name, form).mode(Mode.AverageTime).threads(2))
                .getPrimaryResult()
                .getScore();
        rows.add(new Row(TWO_THREADS, name, 2 * NANOSECONDS / mean, Unit.PER_SECOND));
    }

    private void batch(String name, Form form, double mean) {
        int size = form == Form.FULL ? MILLION : MILLION / 10;
        int affordable = (int) Math.min(size, SECONDS_OF_BATCH * NANOSECONDS / mean);
        int decided = Math.max(THOUSAND, affordable / THOUSAND * THOUSAND);
        double milliseconds = run(options(BatchBenchmark.class, name, HEAP_OF_BATCH)
                        .param("size", String.valueOf(decided))
                        .warmupIterations(1)
                        .measurementIterations(2))
                .getPrimaryResult()
                .getScore();
        rows.add(new Row(BATCH, name, decided * MILLISECONDS / milliseconds, Unit.PER_SECOND));
    }

    private static ChainedOptionsBuilder decisions(String name, Form form) {
        int warmUps = form == Form.FULL ? 5 : 2;
        int measurements = form == Form.FULL ? 5 : 2;
        return options(DecisionBenchmark.class, name, HEAP)
                .warmupIterations(warmUps)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(measurements)
                .measurementTime(TimeValue.seconds(1));
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark, String name, List<String> heap) {
        return new OptionsBuilder()
                .include(benchmark.getSimpleName())
                .param("name", name)
                .forks(1)
                .jvmArgsAppend(heap.toArray(String[]::new))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private static RunResult run(ChainedOptionsBuilder options) {
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            return results.iterator().next();
        } catch (RunnerException e) {
            throw new IllegalStateException("a benchmark failed: " + e.getMessage(), e);
        }
    }
}
