package org.recoveryrules.benchmarks.sizes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kie.api.runtime.KieContainer;
import org.recoveryrules.benchmarks.BareDrools;
import org.recoveryrules.benchmarks.Contenders;
import org.recoveryrules.benchmarks.StandardPolicy;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.live.Reload;

/** A program that loads the standard policy again and again, a little changed each time, and tells how long each took. */
final class Loads {
    private static final String CHANGED = "remedy/cap.drl";

    private Loads() {}

    /**
     * Loads.
     *
     * @param arguments who is to, and how many times after the first
     * @throws IOException never
     */
    public static void main(String[] arguments) throws IOException {
        int times = Integer.parseInt(arguments[1]);
        List<Long> nanoseconds = arguments[0].equals(Contenders.OURS) ? reloads(times) : builds(times);
        nanoseconds.forEach(System.out::println);
    }

    private static List<Long> reloads(int times) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(PolicySource.standard().read());
        List<Long> nanoseconds = new ArrayList<>();
        try (DroolsRecoveryAdvisor advisor =
                DroolsRecoveryAdvisor.builder().policy(() -> files).build()) {
            for (int time = 0; time < times; time++) {
                files.put(
                        CHANGED,
                        changed(new String(files.get(CHANGED), UTF_8), time).getBytes(UTF_8));
                long start = System.nanoTime();
                Reload reload = advisor.reload();
                nanoseconds.add(System.nanoTime() - start);
                if (reload.outcome() != Reload.Outcome.LOADED) {
                    throw new IllegalStateException("a reload must load, but told: " + reload);
                }
            }
        }
        return nanoseconds;
    }

    private static List<Long> builds(int times) {
        Map<String, String> files = new TreeMap<>(StandardPolicy.read().ruleFiles());
        List<Long> nanoseconds = new ArrayList<>();
        // The first is no reload.
        for (int time = -1; time < times; time++) {
            files.put(CHANGED, changed(files.get(CHANGED), time));
            long start = System.nanoTime();
            KieContainer container = BareDrools.container(files);
            container.getKieBase();
            if (time >= 0) {
                nanoseconds.add(System.nanoTime() - start);
            }
            container.dispose();
        }
        return nanoseconds;
    }

    private static String changed(String text, int time) {
        return text + "// " + time + "\n";
    }
}
