package org.recoveryrules.benchmarks.sizes;

import static org.recoveryrules.benchmarks.Contenders.DROOLS_BEST;
import static org.recoveryrules.benchmarks.Contenders.OURS;
import static org.recoveryrules.benchmarks.Contenders.UNINDEXED;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.benchmarks.BareDrools;
import org.recoveryrules.benchmarks.Contexts;
import org.recoveryrules.benchmarks.Form;
import org.recoveryrules.benchmarks.Goal;
import org.recoveryrules.benchmarks.Goal.Side;
import org.recoveryrules.benchmarks.MatchingContender;
import org.recoveryrules.benchmarks.Row;
import org.recoveryrules.benchmarks.Section;
import org.recoveryrules.benchmarks.Unit;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

/** How what a decision takes grows with the rules of a policy, and with those of them that match. */
public final class GrowthSection implements Section {
    private static final long SEED = 1;
    private static final int CONTEXTS = 4_096;
    private static final int BATCH = 64;
    private static final int ROUNDS = 3;

    private final List<FailureContext> contexts =
            Contexts.of(SEED, CurrencyUnit.USD).limit(CONTEXTS).toList();

    /** What was decided last is kept, so that no decision is left out because nobody wants it. */
    private volatile @Nullable RecoveryDecision last;

    @Override
    public String title() {
        return "Growth";
    }

    @Override
    public String method() {
        return "The mean of one decision by generated policies. First of 60 to 3,000 rules of which about 20 match, however"
                + " many there are: those that are added need narrow ranges and match one failure in thousands. Then of 1,000"
                + " rules of which 5 to 150 match nearly every failure. All in one JVM, after a warm-up, by the processor time of"
                + " one thread; the"
                + " fastest of " + ROUNDS + " rounds in turn.";
    }

    @Override
    public List<Goal> goals() {
        return List.of(new Goal(
                "1,000 rules against 60, as many of which match",
                figures -> figures.of(rules(1_000), OURS) / figures.of(rules(60), OURS),
                Side.AT_MOST,
                1.3));
    }

    private static String rules(int rules) {
        return String.format(Locale.ROOT, "%,d rules", rules);
    }

    @Override
    public List<Row> run(Form form) {
        List<Integer> sizes = form == Form.FULL ? List.of(60, 300, 1_000, 3_000) : List.of(60, 1_000);
        List<Integer> matching = form == Form.FULL ? List.of(5, 15, 50, 150) : List.of(5, 150);
        List<Row> rows = new ArrayList<>();
        sizes.forEach(rules -> measure(rules(rules), GeneratedPolicy.of(rules, SEED), form, rows));
        matching.forEach(rules -> measure(rules + " match", GeneratedPolicy.matching(rules, SEED), form, rows));
        return rows;
    }

    private void measure(String measure, GeneratedPolicy policy, Form form, List<Row> rows) {
        System.err.println("Measuring " + policy.identity().name());
        try (DroolsRecoveryAdvisor ours =
                        DroolsRecoveryAdvisor.builder().policy(policy.source()).build();
                DroolsRecoveryAdvisor unindexed = DroolsRecoveryAdvisor.builder()
                        .policy(policy.source())
                        .unindexed()
                        .build();
                MatchingContender drools = new MatchingContender(
                        DROOLS_BEST, policy.identity(), policy.amounts(), BareDrools.atItsBest(policy.ruleFiles()))) {
            Map<String, Deciding> contenders = new LinkedHashMap<>();
            contenders.put(OURS, ours::decide);
            contenders.put(DROOLS_BEST, drools::decide);
            contenders.put(UNINDEXED, unindexed::decide);
            Map<String, Double> fastest = new LinkedHashMap<>();
            long nanoseconds = form == Form.FULL ? 1_000_000_000L : 300_000_000L;
            contenders.values().forEach(deciding -> mean(deciding, 2 * nanoseconds));
            for (int round = 0; round < ROUNDS; round++) {
                contenders.forEach((name, deciding) -> fastest.merge(name, mean(deciding, nanoseconds), Math::min));
            }
            fastest.forEach((name, mean) -> rows.add(new Row(measure, name, mean, Unit.NANOSECONDS)));
        }
    }

    /** What decides. */
    @FunctionalInterface
    private interface Deciding {
        RecoveryDecision decide(FailureContext context);
    }

    private double mean(Deciding deciding, long nanoseconds) {
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
}
