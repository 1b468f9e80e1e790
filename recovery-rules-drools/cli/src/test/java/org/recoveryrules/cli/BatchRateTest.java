package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

/**
 * What a batch costs beside the decisions themselves, on the same contexts in the same run. Prints, and judges nothing:
 * {@code mvn test -Dtest=BatchRateTest -Drecovery.batch=1000000}.
 */
@EnabledIfSystemProperty(named = "recovery.batch", matches = "[1-9][0-9]*")
class BatchRateTest {
    private static final int DISTINCT = 10_000;

    /** Whole rounds of the same contexts. */
    private final int decisions = Math.max(1, Integer.getInteger("recovery.batch", 0) / DISTINCT) * DISTINCT;

    @Test
    void a_batch_beside_decisions_alone() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        FailureContext[] contexts = Stream.generate(() -> Contexts.random(random, CurrencyUnit.USD))
                .limit(DISTINCT)
                .toArray(FailureContext[]::new);
        byte[] lines = lines(contexts);
        int processors = Runtime.getRuntime().availableProcessors();
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard()) {
            for (int round = 0; round < 3; round++) {
                print("decisions alone, 1 thread", () -> alone(advisor, contexts, 1));
                print("decisions alone, " + processors + " threads", () -> alone(advisor, contexts, processors));
                print("batch of JSON lines", () -> batch(advisor, lines));
            }
        }
    }

    private int alone(DroolsRecoveryAdvisor advisor, FailureContext[] contexts, int threads)
            throws InterruptedException {
        Thread[] running = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            int first = i;
            running[i] = new Thread(() -> {
                for (int at = first; at < decisions; at += threads) {
                    advisor.decide(contexts[at % DISTINCT]);
                }
            });
            running[i].start();
        }
        for (Thread thread : running) {
            thread.join();
        }
        return decisions;
    }

    private int batch(DroolsRecoveryAdvisor advisor, byte[] lines) throws IOException {
        Progress nobody = new Progress(new PrintWriter(Writer.nullWriter()), System::nanoTime);
        Enumeration<InputStream> rounds = Collections.enumeration(IntStream.range(0, decisions / DISTINCT)
                .<InputStream>mapToObj(i -> new ByteArrayInputStream(lines))
                .toList());
        InputStream repeated = new SequenceInputStream(rounds);
        Batch.Outcome outcome = new Batch(advisor, nobody).decide(repeated, OutputStream.nullOutputStream());
        assertThat(outcome).isEqualTo(new Batch.Outcome(decisions, 0));
        return decisions;
    }

    /** The time of the processors tells more than that of the clock where others use them too. */
    private static void print(String what, Callable<Integer> run) throws Exception {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long start = System.nanoTime();
        long used = system.getProcessCpuTime();
        int done = run.call();
        double seconds = (System.nanoTime() - start) / 1e9;
        double micros = (system.getProcessCpuTime() - used) / 1e3 / done;
        System.out.printf(
                Locale.ROOT, "%-28s %,9.0f a second, %4.1f us of a processor%n", what, done / seconds, micros);
    }

    private static byte[] lines(FailureContext[] contexts) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (FailureContext context : contexts) {
            lines.write(Contexts.json(context));
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
