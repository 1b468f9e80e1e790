package org.recoveryrules.benchmarks.sizes;

import static org.recoveryrules.benchmarks.Contenders.DROOLS_FILES;
import static org.recoveryrules.benchmarks.Contenders.OURS;
import static org.recoveryrules.benchmarks.Contenders.UNINDEXED;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.benchmarks.Agreement;
import org.recoveryrules.benchmarks.BareDrools;
import org.recoveryrules.benchmarks.Contender;
import org.recoveryrules.benchmarks.Contexts;
import org.recoveryrules.benchmarks.Form;
import org.recoveryrules.benchmarks.Goal;
import org.recoveryrules.benchmarks.Goal.Side;
import org.recoveryrules.benchmarks.MatchingContender;
import org.recoveryrules.benchmarks.RecoveryRules;
import org.recoveryrules.benchmarks.Row;
import org.recoveryrules.benchmarks.Section;
import org.recoveryrules.benchmarks.Unit;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

/** How what a decision takes grows with the rules of a policy, and with those of them that match. */
public final class GrowthSection implements Section {
    private static final long SEED = 1;
    private static final int CONTEXTS = 4_096;
    private static final int COMPARED = 500;
    private static final int BATCH = 64;
    private static final int ROUNDS = 3;
    private static final String P99 = ", p99";
    private static final String ALLOCATED = ", allocated";

    private final List<FailureContext> contexts =
            Contexts.of(SEED, CurrencyUnit.USD).limit(CONTEXTS).toList();

    /** What was decided last is kept, so that no decision is left out because nobody wants it. */
    private volatile @Nullable RecoveryDecision last;

    /** Who decides by a policy of a size. */
    private record Entry(String measure, String name, Contender contender) {}

    @Override
    public String title() {
        return "Growth";
    }

    @Override
    public String method() {
        return "The mean of one decision by generated policies. First of 60 to 3,000 rules of which about 20 match, however"
                + " many there are: those that are added need narrow ranges and match one failure in thousands. Then of 1,000"
                + " rules of which 5 to 150 match nearly every failure. All in one JVM, after all have decided alike about "
                + COMPARED + " contexts each and are warm; by the processor time of one thread; the fastest of "
                + ROUNDS
                + " rounds through all of them. p99 is of single decisions by the clock. The table of " + DROOLS_FILES
                + ": as at its best, but from rule files, since a model of 1,000 rules takes minutes to build.";
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                growth("1,000 rules against 60, as many of which match", OURS),
                growth("the same without the index", UNINDEXED));
    }

    private static Goal growth(String says, String name) {
        return new Goal(
                says, figures -> figures.of(rules(1_000), name) / figures.of(rules(60), name), Side.AT_MOST, 1.3);
    }

    private static String rules(int rules) {
        return String.format(Locale.ROOT, "%,d rules", rules);
    }

    @Override
    public List<Row> run(Form form) {
        List<Integer> sizes = form == Form.FULL ? List.of(60, 300, 1_000, 3_000) : List.of(60, 1_000);
        List<Integer> matching = form == Form.FULL ? List.of(5, 15, 50, 150) : List.of(5, 150);
        List<Entry> entries = new ArrayList<>();
        sizes.forEach(rules -> enter(rules(rules), GeneratedPolicy.of(rules, SEED), entries));
        matching.forEach(rules -> enter(rules + " match", GeneratedPolicy.matching(rules, SEED), entries));
        long nanoseconds = form == Form.FULL ? 1_000_000_000L : 200_000_000L;
        List<Row> rows = means(entries, nanoseconds);
        if (form == Form.FULL) {
            entries.stream()
                    .filter(entry -> entry.measure().endsWith("rules"))
                    .forEach(entry -> rows.addAll(worst(entry, nanoseconds)));
        }
        entries.forEach(entry -> entry.contender().close());
        return rows;
    }

    private void enter(String measure, GeneratedPolicy policy, List<Entry> entries) {
        System.err.println("Loading " + policy.identity().name());
        Contender ours = new RecoveryRules(
                OURS, DroolsRecoveryAdvisor.builder().policy(policy.source()).build());
        Contender unindexed = new RecoveryRules(
                UNINDEXED,
                DroolsRecoveryAdvisor.builder()
                        .policy(policy.source())
                        .unindexed()
                        .build());
        Contender drools = new MatchingContender(
                DROOLS_FILES, policy.identity(), policy.amounts(), BareDrools.atItsBest(policy.ruleFiles()));
        for (Contender other : List.of(unindexed, drools)) {
            contexts.subList(0, COMPARED).forEach(context -> Agreement.require(ours, other, context));
        }
        List.of(ours, unindexed, drools).forEach(each -> entries.add(new Entry(measure, each.name(), each)));
    }

    private List<Row> means(List<Entry> entries, long nanoseconds) {
        Map<Entry, Double> fastest = new LinkedHashMap<>();
        entries.forEach(entry -> mean(entry.contender(), 2 * nanoseconds));
        for (int round = 0; round < ROUNDS; round++) {
            entries.forEach(entry -> fastest.merge(entry, mean(entry.contender(), nanoseconds), Math::min));
        }
        List<Row> rows = new ArrayList<>();
        fastest.forEach((entry, mean) -> rows.add(new Row(entry.measure(), entry.name(), mean, Unit.NANOSECONDS)));
        return rows;
    }

    private double mean(Contender deciding, long nanoseconds) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long elapsed = 0;
        int decided = 0;
        while (elapsed < nanoseconds) {
            for (int index = 0; index < BATCH; index++) {
                last = deciding.decide(contexts.get(decided++ % CONTEXTS));
            }
            elapsed = threads.getCurrentThreadCpuTime() - start;
        }
        return (double) elapsed / decided;
    }

    private List<Row> worst(Entry entry, long nanoseconds) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        List<Long> taken = new ArrayList<>();
        for (long before = start; before - start < nanoseconds; before = System.nanoTime()) {
            last = entry.contender().decide(contexts.get(taken.size() % CONTEXTS));
            taken.add(System.nanoTime() - before);
        }
        double bytes = (double) (threads.getCurrentThreadAllocatedBytes() - allocated) / taken.size();
        Collections.sort(taken);
        return List.of(
                new Row(entry.measure() + P99, entry.name(), taken.get(taken.size() * 99 / 100), Unit.NANOSECONDS),
                new Row(entry.measure() + ALLOCATED, entry.name(), bytes, Unit.BYTES));
    }
}
