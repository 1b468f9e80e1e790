package org.recoveryrules.drools.live;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What the virtual machine holds once the garbage is collected.
 *
 * @param heap bytes
 * @param metaspace bytes
 * @param classes loaded and not unloaded
 * @param threads alive
 */
record Footprint(long heap, long metaspace, int classes, int threads) {
    private static final Pattern LINE =
            Pattern.compile("\\d+: +(\\d+) +\\d+ +(org\\.(?:recoveryrules|drools)\\.[\\w.$]+)");

    static Footprint now() {
        for (int i = 0; i < 3; i++) {
            System.gc();
            // What is about to be unloaded needs a moment.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return new Footprint(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getName().equals("Metaspace"))
                        .mapToLong(pool -> pool.getUsage().getUsed())
                        .sum(),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    /** The least of each of some. */
    static Footprint least(List<Footprint> some) {
        return new Footprint(
                some.stream().mapToLong(Footprint::heap).min().orElseThrow(),
                some.stream().mapToLong(Footprint::metaspace).min().orElseThrow(),
                some.stream().mapToInt(Footprint::classes).min().orElseThrow(),
                some.stream().mapToInt(Footprint::threads).min().orElseThrow());
    }

    /** How many objects of each class of this library and of the engine can be reached. */
    static Map<String, Long> objects() {
        try {
            Object histogram = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            return LINE.matcher((String) histogram)
                    .results()
                    .collect(Collectors.toMap(line -> line.group(2), Footprint::count, Long::sum, TreeMap::new));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(MatchResult line) {
        return Long.parseLong(line.group(1));
    }

    @Override
    public String toString() {
        return "heap %.1f MB, metaspace %.1f MB, %d classes, %d threads"
                .formatted(heap / 1e6, metaspace / 1e6, classes, threads);
    }
}
