package org.recoveryrules.drools.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.recoveryrules.drools.Contexts.minor;
import static org.recoveryrules.drools.Policies.rule;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.Profile;
import org.recoveryrules.drools.live.Reload.Outcome;

/** What becomes of an advisor when something around it fails. */
class FaultsTest {
    private static final Duration OFTEN = Duration.ofMillis(10);
    private static final FailureContext CONTEXT = minor().build();
    /** No context of the warm-up is like it. */
    private static final FailureContext HARMFUL = minor().compensatedClaims(77).build();

    private final SavedPolicy saved = SavedPolicy.of("MAJOR");

    /** What happens to a folder. */
    private enum Loss {
        DELETED {
            @Override
            void of(Path folder) throws IOException {
                for (String path : SavedPolicy.files("MAJOR").keySet()) {
                    Files.delete(folder.resolve(path));
                }
                Files.delete(folder.resolve("test"));
                Files.delete(folder);
            }
        },
        RENAMED {
            @Override
            void of(Path folder) throws IOException {
                Files.move(folder, folder.resolveSibling("other"));
            }
        },
        REPLACED_BY_A_FILE {
            @Override
            void of(Path folder) throws IOException {
                RENAMED.of(folder);
                Files.writeString(folder, "name = test");
            }
        },
        REPLACED_BY_A_LINK_TO_NOTHING {
            @Override
            void of(Path folder) throws IOException {
                RENAMED.of(folder);
                Files.createSymbolicLink(folder, folder.resolveSibling("nothing"));
            }
        };

        abstract void of(Path folder) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void while_the_folder_is_lost_the_policy_goes_on_and_what_is_there_after_it_serves(Loss loss, @TempDir Path parent)
            throws Exception {
        Path folder = parent.resolve("policy");
        write(folder, "MAJOR");
        saved.read(PolicySource.folder(folder));
        LinkedBlockingQueue<Reload> told = new LinkedBlockingQueue<>();
        try (DroolsRecoveryAdvisor advisor =
                builder().watch(OFTEN).listener(reloads(told)).build()) {
            assertThat(next(told).outcome()).isEqualTo(Outcome.LOADED);
            RecoveryDecision before = advisor.decide(CONTEXT);

            loss.of(folder);

            Reload refused = next(told);
            assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(refused.serving()).isEqualTo(before.policy());
            assertThat(codes(refused)).containsExactly("policy-unreadable");
            assertThat(advisor.decide(CONTEXT)).isEqualTo(before);
            awaitLooks(3);
            assertThat(told).isEmpty();

            Files.deleteIfExists(folder);
            write(folder, "MINOR");

            assertThat(next(told).outcome()).isEqualTo(Outcome.LOADED);
            assertThat(verdict(advisor)).isEqualTo(Verdict.DOES_NOT_APPLY);
        }
    }

    @Test
    void what_comes_back_as_it_was_is_told_as_unchanged() throws Exception {
        LinkedBlockingQueue<Reload> told = new LinkedBlockingQueue<>();
        try (DroolsRecoveryAdvisor advisor =
                builder().watch(OFTEN).listener(reloads(told)).build()) {
            assertThat(next(told).outcome()).isEqualTo(Outcome.LOADED);
            saved.read(() -> {
                throw new AccessDeniedException("/mnt/policy");
            });
            Reload refused = next(told);
            assertThat(refused.diagnostics())
                    .extracting(Diagnostic::message)
                    .singleElement()
                    .asString()
                    .contains("/mnt/policy");

            assertThat(verdict(advisor)).isEqualTo(Verdict.APPLIES);
            saved.save("MAJOR");

            assertThat(next(told).outcome()).isEqualTo(Outcome.UNCHANGED);
        }
    }

    @Test
    void times_of_files_mean_nothing(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("policy");
        write(folder, "MAJOR");
        Path rules = folder.resolve("test/test.drl");
        FileTime written = Files.getLastModifiedTime(rules);
        saved.read(PolicySource.folder(folder));
        LinkedBlockingQueue<Reload> told = new LinkedBlockingQueue<>();
        try (DroolsRecoveryAdvisor advisor =
                builder().watch(OFTEN).listener(reloads(told)).build()) {
            assertThat(next(told).outcome()).isEqualTo(Outcome.LOADED);

            Files.setLastModifiedTime(rules, FileTime.from(Instant.EPOCH));
            awaitLooks(3);
            Files.setLastModifiedTime(rules, FileTime.from(Instant.parse("2999-12-31T00:00:00Z")));
            awaitLooks(3);
            assertThat(told).isEmpty();
            assertThat(advisor.reload().outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(next(told).outcome()).isEqualTo(Outcome.UNCHANGED);

            Files.writeString(rules, Files.readString(rules).replace("MAJOR", "MINOR"));
            Files.setLastModifiedTime(rules, written);

            assertThat(next(told).outcome()).isEqualTo(Outcome.LOADED);
            assertThat(verdict(advisor)).isEqualTo(Verdict.DOES_NOT_APPLY);
        }
    }

    @Test
    void an_interrupted_thread_decides_and_stays_interrupted() {
        try (DroolsRecoveryAdvisor advisor = builder().build()) {
            RecoveryDecision before = advisor.decide(CONTEXT);
            Thread.currentThread().interrupt();

            RecoveryDecision decision = advisor.decide(CONTEXT);
            RecoveryDecision pinned = advisor.decide(CONTEXT, before.policy().digest());

            assertThat(Thread.interrupted()).isTrue();
            assertThat(decision).isEqualTo(before).isEqualTo(pinned);
        }
    }

    @Test
    void a_thread_that_is_interrupted_all_the_time_loads_all_rules_and_stays_interrupted() throws Exception {
        try (DroolsRecoveryAdvisor advisor = builder().build()) {
            // Fires for nothing in the warm-up: that it is whole shows in a decision alone.
            saved.save(Policies.files(rule("test.seldom", "Claim( compensatedClaims == 77 )", "findings.review();")));
            FutureTask<Boolean> task = new FutureTask<>(() -> {
                assertThat(advisor.reload().outcome()).isEqualTo(Outcome.LOADED);
                assertThat(advisor.decide(HARMFUL).humanReview()).isTrue();
                return Thread.currentThread().isInterrupted();
            });
            Thread loading = new Thread(task);
            loading.start();
            while (loading.isAlive()) {
                loading.interrupt();
                Thread.sleep(1);
            }

            assertThat(task.get()).isTrue();
        }
    }

    @Test
    void an_interrupted_thread_that_cannot_read_is_refused_and_stays_interrupted() {
        try (DroolsRecoveryAdvisor advisor = builder().build()) {
            saved.read(() -> {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("reading was interrupted");
            });

            Reload reload = advisor.reload();
            boolean interrupted = Thread.interrupted();

            assertThat(reload.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(codes(reload)).containsExactly("policy-unreadable");
            assertThat(interrupted).isTrue();
            saved.save("MINOR");
            assertThat(advisor.reload().outcome()).isEqualTo(Outcome.LOADED);
        }
    }

    @Test
    void a_folder_is_not_read_halfway_by_an_interrupted_thread(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("policy");
        write(folder, "MAJOR");
        saved.read(PolicySource.folder(folder));
        try (DroolsRecoveryAdvisor advisor = builder().build()) {
            Thread.currentThread().interrupt();

            Reload reload = advisor.reload();
            boolean interrupted = Thread.interrupted();

            assertThat(reload.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(reload.diagnostics())
                    .extracting(Diagnostic::message)
                    .singleElement()
                    .asString()
                    .contains("interrupted");
            assertThat(interrupted).isTrue();
            assertThat(advisor.reload().outcome()).isEqualTo(Outcome.UNCHANGED);
        }
    }

    @Test
    void a_source_that_interrupts_or_fails_in_any_way_does_not_end_the_watching() throws Exception {
        LinkedBlockingQueue<Reload> told = new LinkedBlockingQueue<>();
        try (DroolsRecoveryAdvisor advisor =
                builder().watch(OFTEN).listener(reloads(told)).build()) {
            assertThat(next(told).outcome()).isEqualTo(Outcome.LOADED);

            saved.read(() -> {
                Thread.currentThread().interrupt();
                throw new StackOverflowError("source");
            });

            Reload refused = next(told);
            assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(codes(refused)).containsExactly("load-failed");
            saved.save("MINOR");
            awaitTrue(() -> verdict(advisor) == Verdict.DOES_NOT_APPLY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_error_in_one_decision_reaches_that_caller_alone(Fatal fatal) throws Exception {
        PolicySource policy = Policies.of(
                rule("test.harm", "Claim( compensatedClaims == 77 )", fatal.consequence),
                rule("test.review", "Claim( compensatedClaims >= 0 )", "findings.review();"),
                rule(
                        "test.too-often",
                        "FailureHistory( priorFailures > 0 )",
                        "findings.barrier( Barrier.PRIOR_FAILURE );"));
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(policy)
                .profile(Profile.TRUSTED)
                .build()) {
            RecoveryDecision before = advisor.decide(CONTEXT);
            CountDownLatch over = new CountDownLatch(1);
            ExecutorService others = Executors.newFixedThreadPool(4);
            try {
                List<Future<Integer>> deciding = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    deciding.add(others.submit(() -> decideUntil(over, advisor, before)));
                }
                for (int i = 0; i < 50; i++) {
                    assertThat(catchThrowable(() -> advisor.decide(HARMFUL))).isInstanceOf(fatal.error);
                    assertThat(advisor.decide(CONTEXT)).isEqualTo(before);
                }
                over.countDown();
                for (Future<Integer> decisions : deciding) {
                    assertThat(decisions.get()).isPositive();
                }
            } finally {
                over.countDown();
                others.shutdownNow();
            }
        }
    }

    /** What a trusted rule may do. */
    private enum Fatal {
        OUT_OF_MEMORY("throw new OutOfMemoryError( \"test\" );", OutOfMemoryError.class),
        STACK_OVERFLOW("org.recoveryrules.drools.live.Harm.recurse( 0 );", StackOverflowError.class),
        NOT_LINKED("throw new NoClassDefFoundError( \"test\" );", NoClassDefFoundError.class);

        private final String consequence;
        private final Class<? extends Error> error;

        Fatal(String consequence, Class<? extends Error> error) {
            this.consequence = consequence;
            this.error = error;
        }
    }

    private static int decideUntil(CountDownLatch over, DroolsRecoveryAdvisor advisor, RecoveryDecision expected) {
        int decisions = 0;
        do {
            assertThat(advisor.decide(CONTEXT)).isEqualTo(expected);
            decisions++;
        } while (over.getCount() > 0);
        return decisions;
    }

    @ParameterizedTest
    @EnumSource
    void an_error_while_loading_is_refused_and_the_policy_goes_on(Fatal fatal) {
        try (DroolsRecoveryAdvisor advisor = builder().build()) {
            saved.read(() -> {
                throw newError(fatal);
            });

            Reload reload = advisor.reload();

            assertThat(reload.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(codes(reload)).containsExactly("load-failed");
            assertThat(verdict(advisor)).isEqualTo(Verdict.APPLIES);
            saved.save("MINOR");
            assertThat(advisor.reload().outcome()).isEqualTo(Outcome.LOADED);
        }
    }

    private static Error newError(Fatal fatal) {
        try {
            return fatal.error.getConstructor(String.class).newInstance("test");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void closed_under_load_every_call_ends_in_a_decision_or_is_told_so() throws Exception {
        Set<Thread> before = threads();
        DroolsRecoveryAdvisor advisor =
                builder().watch(OFTEN).listener(new AdvisorListener() {}).build();
        RecoveryDecision major = advisor.decide(CONTEXT);
        saved.save("MINOR");
        advisor.reload();
        Set<RecoveryDecision> whole = Set.of(major, advisor.decide(CONTEXT));
        AtomicInteger flips = new AtomicInteger();
        List<Callable<RecoveryDecision>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> advisor.decide(CONTEXT));
        }
        calls.add(() -> {
            saved.save(flips.incrementAndGet() % 2 == 0 ? "MINOR" : "MAJOR");
            advisor.reload();
            return major;
        });
        calls.add(() -> {
            advisor.stage(PolicySource.memory(SavedPolicy.files("MODERATE")));
            return major;
        });
        CountDownLatch busy = new CountDownLatch(calls.size());
        ExecutorService callers = Executors.newFixedThreadPool(calls.size());
        List<Future<Throwable>> ends = new ArrayList<>();
        for (Callable<RecoveryDecision> call : calls) {
            ends.add(callers.submit(() -> catchThrowable(() -> {
                assertThat(whole).contains(call.call());
                busy.countDown();
                while (true) {
                    assertThat(whole).contains(call.call());
                }
            })));
        }
        assertThat(busy.await(1, TimeUnit.MINUTES)).isTrue();

        advisor.close();

        for (Future<Throwable> end : ends) {
            assertThat(end.get(1, TimeUnit.MINUTES))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("this advisor is closed");
        }
        callers.shutdown();
        awaitTrue(() -> before.containsAll(threads()));
    }

    @Test
    void closing_waits_for_nobody_and_a_reload_under_way_ends() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        DroolsRecoveryAdvisor advisor = builder().build();
        saved.read(() -> {
            reading.countDown();
            await(goOn);
            return PolicySource.memory(SavedPolicy.files("MINOR")).read();
        });
        Future<Reload> reload = other.submit(advisor::reload);
        await(reading);

        advisor.close();
        advisor.close();
        goOn.countDown();

        assertThat(reload.get(1, TimeUnit.MINUTES).outcome()).isEqualTo(Outcome.LOADED);
        assertThatIllegalStateException()
                .isThrownBy(() -> advisor.decide(CONTEXT))
                .withMessage("this advisor is closed");
        other.shutdown();
    }

    @Test
    void what_is_staged_while_the_advisor_is_closed_does_not_stay() throws Exception {
        Set<Thread> before = threads();
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        DroolsRecoveryAdvisor advisor = builder().build();
        Future<Throwable> staging = other.submit(() -> catchThrowable(() -> advisor.stage(() -> {
            reading.countDown();
            await(goOn);
            return PolicySource.memory(SavedPolicy.files("MINOR")).read();
        })));
        await(reading);

        advisor.close();
        goOn.countDown();

        assertThat(staging.get(1, TimeUnit.MINUTES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this advisor is closed");
        other.shutdown();
        awaitTrue(() -> before.containsAll(threads()));
    }

    @Test
    void a_listener_may_reload_and_close() throws Exception {
        Set<Thread> before = threads();
        AtomicReference<DroolsRecoveryAdvisor> advisor = new AtomicReference<>();
        LinkedBlockingQueue<Reload> told = new LinkedBlockingQueue<>();
        CountDownLatch built = new CountDownLatch(1);
        AdvisorListener listener = new AdvisorListener() {
            @Override
            public void reloaded(Reload reload) {
                await(built);
                told.add(reload);
                if (reload.outcome() == Outcome.LOADED) {
                    advisor.get().reload();
                } else {
                    advisor.get().close();
                }
            }
        };
        advisor.set(builder().listener(listener).build());
        built.countDown();

        assertThat(next(told).outcome()).isEqualTo(Outcome.LOADED);
        assertThat(next(told).outcome()).isEqualTo(Outcome.UNCHANGED);
        awaitTrue(() -> before.containsAll(threads()));
        assertThatIllegalStateException().isThrownBy(() -> advisor.get().decide(CONTEXT));
    }

    @Test
    void a_listener_that_never_returns_throws_or_interrupts_itself_holds_up_nobody() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
        AdvisorListener stuck = new AdvisorListener() {
            @Override
            public void decided(Decided decided) {
                await(never);
            }
        };
        AdvisorListener throwing = new AdvisorListener() {
            @Override
            public void decided(Decided decided) {
                Thread.currentThread().interrupt();
                throw new OutOfMemoryError("listener");
            }

            @Override
            public void reloaded(Reload reload) {
                told.add(reload.outcome().name());
            }
        };
        try (DroolsRecoveryAdvisor advisor =
                builder().listener(stuck).listener(throwing).build()) {
            RecoveryDecision before = advisor.decide(CONTEXT);
            for (int i = 0; i < 3 * Relay.CAPACITY; i++) {
                assertThat(advisor.decide(CONTEXT)).isEqualTo(before);
            }
            awaitTrue(() -> {
                advisor.reload();
                return told.contains("UNCHANGED");
            });
        } finally {
            never.countDown();
        }
    }

    @Test
    void a_staged_policy_that_never_ends_holds_up_nobody() throws Exception {
        Set<Thread> before = threads();
        PolicySource stuck = Policies.of(rule(
                "test.stuck", "Claim( compensatedClaims == 77 )", "org.recoveryrules.drools.live.Harm.waitForever();"));
        try (DroolsRecoveryAdvisor advisor = builder().profile(Profile.TRUSTED).build()) {
            advisor.stage(stuck);
            RecoveryDecision decision = advisor.decide(HARMFUL);
            await(Harm.WAITING);
            for (int i = 0; i < 2 * Relay.CAPACITY; i++) {
                assertThat(advisor.decide(HARMFUL)).isEqualTo(decision);
            }

            Staged staged = advisor.staged().orElseThrow();
            assertThat(staged.running()).isTrue();
            assertThat(staged.compared()).isZero();
            assertThat(staged.dropped()).isBetween((long) Relay.CAPACITY, (long) 2 * Relay.CAPACITY);
            advisor.unstage();
            assertThat(advisor.staged().orElseThrow().running()).isFalse();
        } finally {
            Harm.FOREVER.countDown();
        }
        awaitTrue(() -> before.containsAll(threads()));
    }

    @Test
    void two_advisors_watch_the_same_folder(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("policy");
        write(folder, "MAJOR");
        PolicySource source = PolicySource.folder(folder);
        try (DroolsRecoveryAdvisor one = DroolsRecoveryAdvisor.builder()
                        .policy(source)
                        .watch(OFTEN)
                        .build();
                DroolsRecoveryAdvisor other = DroolsRecoveryAdvisor.builder()
                        .policy(source)
                        .watch(OFTEN)
                        .build()) {
            write(folder, "MINOR");

            awaitTrue(() -> verdict(one) == Verdict.DOES_NOT_APPLY && verdict(other) == Verdict.DOES_NOT_APPLY);
            assertThat(one.decide(CONTEXT)).isEqualTo(other.decide(CONTEXT));
            one.rollback();
            assertThat(verdict(one)).isEqualTo(Verdict.APPLIES);
            assertThat(verdict(other)).isEqualTo(Verdict.DOES_NOT_APPLY);
        }
    }

    @Test
    void going_back_does_not_wait_for_a_reload_under_way() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (DroolsRecoveryAdvisor advisor = builder().build()) {
            saved.save("MINOR");
            advisor.reload();
            saved.read(() -> {
                reading.countDown();
                await(goOn);
                return PolicySource.memory(SavedPolicy.files("CRITICAL")).read();
            });
            Future<Reload> reload = other.submit(advisor::reload);
            await(reading);

            assertThat(advisor.rollback().outcome()).isEqualTo(Outcome.ROLLED_BACK);
            assertThat(verdict(advisor)).isEqualTo(Verdict.APPLIES);
            assertThat(reload).isNotDone();
            goOn.countDown();

            Reload loaded = reload.get(1, TimeUnit.MINUTES);
            assertThat(loaded.outcome()).isEqualTo(Outcome.LOADED);
            assertThat(advisor.versions()).hasSize(3).startsWith(loaded.serving());
        } finally {
            goOn.countDown();
            other.shutdown();
        }
    }

    private DroolsRecoveryAdvisor.Builder builder() {
        return DroolsRecoveryAdvisor.builder().policy(saved);
    }

    private static Verdict verdict(DroolsRecoveryAdvisor advisor) {
        return advisor.decide(CONTEXT).paradox().verdict();
    }

    private static List<String> codes(Reload reload) {
        return reload.diagnostics().stream().map(Diagnostic::code).toList();
    }

    private static void write(Path folder, String severity) throws IOException {
        for (Map.Entry<String, String> file : SavedPolicy.files(severity).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static AdvisorListener reloads(LinkedBlockingQueue<Reload> told) {
        return new AdvisorListener() {
            @Override
            public void reloaded(Reload reload) {
                told.add(reload);
            }
        };
    }

    private static Reload next(LinkedBlockingQueue<Reload> told) throws InterruptedException {
        Reload reload = told.poll(1, TimeUnit.MINUTES);
        assertThat(reload).isNotNull();
        return reload;
    }

    private void awaitLooks(int looks) throws InterruptedException {
        int until = saved.reads.get() + looks;
        awaitTrue(() -> saved.reads.get() >= until);
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("recovery-rules-"))
                .collect(Collectors.toSet());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitTrue(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
    }
}
