package org.recoveryrules.benchmarks.sizes;

import static org.recoveryrules.benchmarks.Contenders.DROOLS_MANUAL;
import static org.recoveryrules.benchmarks.Contenders.OURS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recoveryrules.benchmarks.Form;
import org.recoveryrules.benchmarks.Goal;
import org.recoveryrules.benchmarks.Goal.Side;
import org.recoveryrules.benchmarks.Row;
import org.recoveryrules.benchmarks.Section;
import org.recoveryrules.benchmarks.Unit;

/** How long it takes until another version of a policy serves. */
public final class ReloadSection implements Section {
    private static final String FIRST = "first reload";
    private static final String LATER = "later reload";
    private static final int LAST = 5;
    private static final double NANOSECONDS = 1e6;

    @Override
    public String title() {
        return "Reload";
    }

    @Override
    public String method() {
        return "`reload()` of the standard policy after a change of a comment: reading, all checks, the build, the trial and"
                + " all cases. Against it the build of the same rule files by Drools, and nothing else. In a fresh JVM that has"
                + " loaded the policy once: the first reload, and the median of the last " + LAST
                + " of 10, in the full form of 30; the median of one such JVM, in the full form of five.";
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal(
                        "reload with checks and cases against the bare build",
                        figures -> figures.ratio(LATER, OURS, DROOLS_MANUAL),
                        Side.AT_MOST,
                        2),
                new Goal(
                        "the same, the first of a JVM",
                        figures -> figures.ratio(FIRST, OURS, DROOLS_MANUAL),
                        Side.AT_MOST,
                        2));
    }

    @Override
    public List<Row> run(Form form) {
        int rounds = form == Form.FULL ? 5 : 1;
        int times = form == Form.FULL ? 30 : 10;
        Map<String, List<Double>> first = new LinkedHashMap<>();
        Map<String, List<Double>> later = new LinkedHashMap<>();
        try (FreshJvm jvm = new FreshJvm()) {
            for (int round = 0; round < rounds; round++) {
                for (String name : List.of(OURS, DROOLS_MANUAL)) {
                    List<Double> measured = milliseconds(jvm, name, times);
                    first.computeIfAbsent(name, unseen -> new ArrayList<>()).add(measured.get(0));
                    later.computeIfAbsent(name, unseen -> new ArrayList<>())
                            .add(Median.of(measured.subList(times - LAST, times)));
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        first.forEach((name, each) -> rows.add(new Row(FIRST, name, Median.of(each), Unit.MILLISECONDS)));
        later.forEach((name, each) -> rows.add(new Row(LATER, name, Median.of(each), Unit.MILLISECONDS)));
        return rows;
    }

    private static List<Double> milliseconds(FreshJvm jvm, String name, int times) {
        return jvm.run(List.of(), Loads.class, name, String.valueOf(times)).lines().stream()
                .map(line -> Long.parseLong(line) / NANOSECONDS)
                .toList();
    }
}
