package org.recoveryrules.drools.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.live.Reload.Outcome;
import org.recoveryrules.drools.live.Variants.Variant;

/** All that is done to an advisor at once, round after round. What should never be ends a round with an error. */
final class SoakLoad {
    private static final int DECIDERS = 8;
    /** Decisions in a row, before a pause: a service is not busy with nothing but decisions either. */
    private static final int BURST = 5;

    private static final int PINNED_EACH = 10;

    private final DroolsRecoveryAdvisor advisor;
    private final PolicyFolder folder;
    private final Variants variants;
    private final Random saving = new Random(3);
    private final List<Damage> damages = new ArrayList<>(List.of(Damage.values()));

    final Latencies latencies = new Latencies();
    final Set<String> served = ConcurrentHashMap.newKeySet();
    final AtomicLong calls = new AtomicLong();
    final AtomicLong pinned = new AtomicLong();
    final AtomicLong pinnedTooLate = new AtomicLong();
    final AtomicLong reloadCalls = new AtomicLong();
    final AtomicLong rollbackCalls = new AtomicLong();
    final Map<Damage, Integer> damaged = new EnumMap<>(Damage.class);
    int saved;
    private volatile boolean over;

    SoakLoad(DroolsRecoveryAdvisor advisor, PolicyFolder folder, Variants variants) {
        this.advisor = advisor;
        this.folder = folder;
        this.variants = variants;
    }

    /** Does it for some time; then a valid policy is saved and serves, and all comes to rest. */
    void run(Duration time) throws Exception {
        over = false;
        List<Callable<Void>> tasks = new ArrayList<>();
        IntStream.range(0, DECIDERS).forEach(decider -> tasks.add(() -> decide(new Random(decider))));
        tasks.add(() -> reload(new Random(31)));
        tasks.add(() -> reloadAndRollBack(new Random(32)));
        tasks.add(() -> stage(new Random(33)));
        long end = System.nanoTime() + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<Void>> running = tasks.stream().map(threads::submit).toList();
            try {
                while (System.nanoTime() < end && running.stream().noneMatch(Future::isDone)) {
                    saveOrDamage();
                }
                save();
            } finally {
                over = true;
            }
            for (Future<Void> task : running) {
                task.get();
            }
            advisor.unstage();
        } finally {
            threads.shutdownNow();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private Void decide(Random random) {
        while (!over) {
            for (int i = 0; i < BURST; i++) {
                decideOnce(random);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return null;
    }

    private void decideOnce(Random random) {
        int context = random.nextInt(variants.contexts().size());
        RecoveryDecision decision;
        calls.incrementAndGet();
        if (random.nextInt(PINNED_EACH) == 0) {
            List<PolicyIdentity> kept = advisor.versions();
            String digest = kept.get(random.nextInt(kept.size())).digest();
            long start = System.nanoTime();
            try {
                decision = advisor.decide(variants.contexts().get(context), digest);
            } catch (NoSuchElementException e) {
                assertThat(e).hasMessageStartingWith("no version of digest");
                pinnedTooLate.incrementAndGet();
                return;
            }
            latencies.add(System.nanoTime() - start);
            assertThat(decision.policy().digest()).isEqualTo(digest);
            pinned.incrementAndGet();
        } else {
            long start = System.nanoTime();
            decision = advisor.decide(variants.contexts().get(context));
            latencies.add(System.nanoTime() - start);
        }
        if (!variants.isExpected(decision, context)) {
            throw new AssertionError("not what version " + decision.policy() + " decides about "
                    + variants.contexts().get(context) + ": " + decision);
        }
        served.add(decision.policy().digest());
    }

    /** Each third time something is damaged. */
    private void saveOrDamage() throws IOException {
        if (++saved % 3 > 0) {
            save();
            return;
        }
        if (damages.size() == Damage.values().length) {
            Collections.shuffle(damages, saving);
        }
        Damage damage = damages.remove(damages.size() - 1);
        if (damages.isEmpty()) {
            damages.addAll(List.of(Damage.values()));
        }
        damage.on(folder, another());
        damaged.merge(damage, 1, Integer::sum);
        if (saving.nextBoolean()) {
            Reload reload = tried(advisor.reload());
            assertThat(reload.outcome()).as("%s", damage).isEqualTo(Outcome.REFUSED);
            assertThat(codes(reload)).as("%s", damage).contains(damage.code());
        } else {
            await(() -> codes(advisor.lastReload()).contains(damage.code()), damage.name());
        }
    }

    private void save() throws IOException {
        Variant next = another();
        folder.save(next.files());
        // Not two versions of the same contents, though variants come again: whatever is kept by contents piles up.
        folder.save("notes.md", ("Saved " + saved).getBytes(StandardCharsets.UTF_8));
        if (saving.nextBoolean()) {
            Reload reload = tried(advisor.reload());
            assertThat(reload.outcome()).isIn(Outcome.LOADED, Outcome.UNCHANGED);
            assertThat(reload.serving()).isEqualTo(next.identity());
        } else {
            await(() -> advisor.versions().contains(next.identity()), "version " + next.identity());
        }
    }

    private Variant another() {
        List<PolicyIdentity> kept = advisor.versions();
        Variant any = variants.all().get(saving.nextInt(variants.all().size()));
        return kept.contains(any.identity()) ? another() : any;
    }

    private static List<String> codes(Reload reload) {
        return reload.diagnostics().stream().map(Diagnostic::code).toList();
    }

    private Void reload(Random random) {
        while (!over) {
            pause(100 + random.nextInt(300));
            tried(advisor.reload());
        }
        return null;
    }

    private Void reloadAndRollBack(Random random) {
        while (!over) {
            pause(200 + random.nextInt(600));
            List<PolicyIdentity> kept = advisor.versions();
            PolicyIdentity back = kept.get(random.nextInt(kept.size()));
            try {
                Reload reload = random.nextBoolean() ? advisor.rollback() : advisor.rollback(back.digest());
                rollbackCalls.incrementAndGet();
                assertThat(reload.outcome()).isEqualTo(Outcome.ROLLED_BACK);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageStartingWith("no version is kept that served before");
            } catch (NoSuchElementException e) {
                assertThat(e).hasMessageStartingWith("no version of digest");
            }
            pause(random.nextInt(100));
            tried(advisor.reload());
        }
        return null;
    }

    /** What is said of a reload at any moment, whatever is in the folder. */
    private Reload tried(Reload reload) {
        reloadCalls.incrementAndGet();
        assertThat(variants.knows(reload.serving())).as("%s", reload).isTrue();
        assertThat(reload.outcome()).isIn(Outcome.LOADED, Outcome.UNCHANGED, Outcome.REFUSED);
        boolean hasErrors = reload.diagnostics().stream().anyMatch(found -> found.level() == Diagnostic.Level.ERROR);
        assertThat(hasErrors).as("%s", reload).isEqualTo(reload.outcome() == Outcome.REFUSED);
        return reload;
    }

    private Void stage(Random random) {
        while (!over) {
            Variant staged = variants.all().get(random.nextInt(variants.all().size()));
            assertThat(advisor.stage(PolicySource.memory(staged.files()))).isEqualTo(staged.identity());
            pause(1000 + random.nextInt(2000));
            Map<String, String> broken = Map.of(Variants.SETTINGS, "name = soak");
            assertThat(catchThrowableOfType(
                            InvalidPolicyException.class, () -> advisor.stage(PolicySource.memory(broken))))
                    .isNotNull();
            if (random.nextBoolean()) {
                advisor.unstage();
            }
        }
        return null;
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static void await(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("no sign of %s", what).isLessThan(end);
            pause(5);
        }
    }

    @Override
    public String toString() {
        return """
                %,d calls, %,d decisions, %,d of them pinned, %,d more pinned to a version that had just gone; by %d policies
                latency: median %s, 99 %% %s, 99.9 %% %s, longest %s
                %d times saved, %d of them damaged: %s
                %d calls of reload, %d of rollback""".formatted(
                        calls.get(),
                        latencies.count(),
                        pinned.get(),
                        pinnedTooLate.get(),
                        served.size(),
                        latencies.quantile(0.5),
                        latencies.quantile(0.99),
                        latencies.quantile(0.999),
                        latencies.longest(),
                        saved,
                        damaged.values().stream().mapToInt(Integer::intValue).sum(),
                        damaged,
                        reloadCalls.get(),
                        rollbackCalls.get());
    }
}
