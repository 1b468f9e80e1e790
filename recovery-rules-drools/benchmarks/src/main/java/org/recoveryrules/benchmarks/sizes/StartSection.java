package org.recoveryrules.benchmarks.sizes;

import static org.recoveryrules.benchmarks.Contenders.DROOLS_MANUAL;
import static org.recoveryrules.benchmarks.Contenders.OURS;
import static org.recoveryrules.benchmarks.Contenders.UNINDEXED;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recoveryrules.benchmarks.Contenders;
import org.recoveryrules.benchmarks.Form;
import org.recoveryrules.benchmarks.Goal;
import org.recoveryrules.benchmarks.Goal.Side;
import org.recoveryrules.benchmarks.Row;
import org.recoveryrules.benchmarks.Section;
import org.recoveryrules.benchmarks.Unit;

/** How long it takes from the start of a JVM to the first decision. */
public final class StartSection implements Section {
    private static final String PLAIN = "as it is";
    private static final String LIGHT = "light JVM";
    private static final String ARCHIVED = "archived classes";
    private static final String BOTH = "both";
    /** From this version of Java on, an archive also has what the JVM learnt of the program. */
    private static final int CACHES = 25;

    private static final int ROUNDS = 7;
    private static final int QUICK_ROUNDS = 3;
    private static final List<String> LIGHTLY = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** A way to start. */
    private record Way(String measure, String contender, List<String> options) {}

    @Override
    public String title() {
        return "Start";
    }

    @Override
    public String method() {
        return "From the start of a fresh JVM until a program has made its first decision by the standard policy and written"
                + " the verdict, by the clock of who started it; the median of several, one contender and way after another"
                + " in turn. Untested: without running the cases of the policy. Light: `" + String.join(" ", LIGHTLY)
                + "`. Archived classes: from an archive that an earlier run left behind (class-data sharing; the AOT cache"
                + " from Java " + CACHES + " on). Where a figure is missing, the JVM could not make one: Java 17 fails"
                + " over the Java compiler that Drools brings, whose jar is signed.";
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal(
                        "JVM start to first decision against bare Drools that builds the same rules",
                        figures -> figures.ratio(PLAIN, OURS, DROOLS_MANUAL),
                        Side.AT_MOST,
                        1.1),
                new Goal(
                        "the same, in half the time",
                        figures -> figures.ratio(PLAIN, OURS, DROOLS_MANUAL),
                        Side.AT_MOST,
                        0.5),
                new Goal(
                        "the same with archived classes, bare Drools as it is",
                        figures -> figures.of(ARCHIVED, OURS) / figures.of(PLAIN, DROOLS_MANUAL),
                        Side.AT_MOST,
                        0.5));
    }

    @Override
    public List<Row> run(Form form) {
        try (FreshJvm jvm = new FreshJvm()) {
            Map<Way, List<Double>> times = new LinkedHashMap<>();
            ways(form, jvm).forEach(way -> times.put(way, new ArrayList<>()));
            for (int round = 0; round < (form == Form.FULL ? ROUNDS : QUICK_ROUNDS); round++) {
                times.forEach((way, measured) -> measured.add(milliseconds(way, jvm)));
            }
            return times.entrySet().stream()
                    .map(entry -> new Row(
                            entry.getKey().measure(),
                            entry.getKey().contender(),
                            Median.of(entry.getValue()),
                            Unit.MILLISECONDS))
                    .toList();
        }
    }

    private static List<Way> ways(Form form, FreshJvm jvm) {
        List<Way> ways = new ArrayList<>();
        List<String> foremost = List.of(OURS, FirstDecision.UNTESTED, DROOLS_MANUAL);
        for (String name : foremost) {
            ways.add(new Way(PLAIN, name, List.of()));
            ways.add(new Way(LIGHT, name, LIGHTLY));
            if (form == Form.FULL || name.equals(OURS)) {
                // A cache has objects too, as its collector lays them out.
                archived(ARCHIVED, name, List.of(), jvm, ways);
                archived(BOTH, name, LIGHTLY, jvm, ways);
            }
        }
        if (form == Form.FULL) {
            Contenders.standardPolicy().keySet().stream()
                    .filter(name -> !foremost.contains(name) && !name.equals(UNINDEXED))
                    .forEach(name -> ways.add(new Way(PLAIN, name, List.of())));
        }
        return ways;
    }

    private static void archived(String measure, String name, List<String> options, FreshJvm jvm, List<Way> ways) {
        Path archive = jvm.file(Integer.toHexString((measure + name).hashCode()));
        try {
            jvm.run(with(options, make(archive)), FirstDecision.class, name);
        } catch (IllegalStateException e) {
            System.err.println("No archive of the classes of " + name + " with " + options);
        }
        if (Files.exists(archive)) {
            ways.add(new Way(measure, name, with(options, use(archive))));
        }
    }

    private static String make(Path archive) {
        return (Runtime.version().feature() >= CACHES ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive;
    }

    private static String use(Path archive) {
        return (Runtime.version().feature() >= CACHES ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive;
    }

    private static List<String> with(List<String> options, String another) {
        return Stream.concat(options.stream(), Stream.of(another)).toList();
    }

    private static double milliseconds(Way way, FreshJvm jvm) {
        return jvm.run(way.options(), FirstDecision.class, way.contender())
                        .first()
                        .toNanos()
                / 1e6;
    }
}
