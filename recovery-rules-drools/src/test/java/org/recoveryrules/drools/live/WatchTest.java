package org.recoveryrules.drools.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.live.Reload.Outcome;

class WatchTest {
    private static final Duration SOON = Duration.ofMillis(5);

    private final SavedPolicy saved = SavedPolicy.of("MODERATE");
    private final LinkedBlockingQueue<Reload> reloads = new LinkedBlockingQueue<>();

    @Test
    void what_is_saved_comes_to_serve_by_itself() throws Exception {
        try (DroolsRecoveryAdvisor advisor = watching()) {
            PolicyIdentity first = advisor.policy().identity();
            saved.save("MAJOR");

            Reload reload = next();

            assertThat(reload.outcome()).isEqualTo(Outcome.LOADED);
            assertThat(advisor.versions()).containsExactly(reload.serving(), first);
        }
    }

    @Test
    void what_cannot_serve_is_refused_once_and_looked_at_until_it_can() throws Exception {
        try (DroolsRecoveryAdvisor advisor = watching()) {
            PolicyIdentity first = advisor.policy().identity();
            saved.save("MAJR");
            assertThat(next().outcome()).isEqualTo(Outcome.REFUSED);
            awaitLooks(10);

            saved.save("MODERATE");

            assertThat(next().outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(advisor.policy().identity()).isEqualTo(first);
        }
    }

    @Test
    void what_cannot_be_read_is_told_once_and_looked_at_until_it_can() throws Exception {
        try (DroolsRecoveryAdvisor advisor = watching()) {
            saved.read(() -> {
                throw new IOException("the share is away");
            });
            assertThat(next().outcome()).isEqualTo(Outcome.REFUSED);
            awaitLooks(10);

            saved.save("CRITICAL");

            assertThat(next().serving()).isEqualTo(advisor.policy().identity());
            assertThat(advisor.lastReload().outcome()).isEqualTo(Outcome.LOADED);
        }
    }

    @Test
    void what_still_changes_is_waited_for() throws Exception {
        Queue<Map<String, String>> states = new ConcurrentLinkedQueue<>(
                List.of(SavedPolicy.files("MAJR"), Map.of(), SavedPolicy.files("MINR"), SavedPolicy.files("CRITICL")));
        try (DroolsRecoveryAdvisor advisor = watching()) {
            saved.read(() -> {
                Map<String, String> state = states.poll();
                SavedPolicy now = new SavedPolicy();
                now.save(state == null ? SavedPolicy.files("MAJOR") : state);
                return now.read();
            });

            Reload reload = next();

            assertThat(reload.outcome()).isEqualTo(Outcome.LOADED);
            assertThat(states).isEmpty();
            assertThat(advisor.policy().identity()).isEqualTo(reload.serving());
        }
    }

    @Test
    void what_was_withdrawn_comes_back_only_once_it_is_saved_anew() throws Exception {
        try (DroolsRecoveryAdvisor advisor = watching()) {
            PolicyIdentity first = advisor.policy().identity();
            saved.save("MAJOR");
            assertThat(next().outcome()).isEqualTo(Outcome.LOADED);

            advisor.rollback();
            assertThat(next().outcome()).isEqualTo(Outcome.ROLLED_BACK);
            awaitLooks(10);
            assertThat(advisor.policy().identity()).isEqualTo(first);
            assertThat(reloads).isEmpty();

            saved.save("CRITICAL");
            assertThat(next().outcome()).isEqualTo(Outcome.LOADED);
        }
    }

    @Test
    void what_was_withdrawn_stays_so_though_it_could_not_be_read_meanwhile() throws Exception {
        try (DroolsRecoveryAdvisor advisor = watching()) {
            PolicyIdentity first = advisor.policy().identity();
            saved.save("MAJOR");
            assertThat(next().outcome()).isEqualTo(Outcome.LOADED);
            advisor.rollback();
            assertThat(next().outcome()).isEqualTo(Outcome.ROLLED_BACK);
            saved.read(() -> {
                throw new IOException("the share is away");
            });
            assertThat(next().outcome()).isEqualTo(Outcome.REFUSED);

            saved.save("MAJOR");

            assertThat(next().outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(advisor.policy().identity()).isEqualTo(first);
            assertThat(advisor.reload().outcome()).isEqualTo(Outcome.LOADED);
        }
    }

    @Test
    void what_never_rests_is_tried_all_the_same() throws Exception {
        try (DroolsRecoveryAdvisor advisor = watching()) {
            AtomicInteger lines = new AtomicInteger();
            saved.read(() -> {
                SavedPolicy now = new SavedPolicy();
                now.save("MAJOR", "log.txt", "a line\n".repeat(lines.incrementAndGet()));
                return now.read();
            });

            assertThat(next().diagnostics()).extracting(Diagnostic::code).contains("file-unknown");
            assertThat(advisor.lastReload().outcome()).isEqualTo(Outcome.REFUSED);
        }
    }

    @Test
    void a_policy_that_could_not_start_comes_to_serve_in_place_of_the_fallback() throws Exception {
        saved.save("MAJR");
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(saved)
                .fallback(SavedPolicy.of("CRITICAL"))
                .listener(listener())
                .watch(SOON)
                .build()) {
            assertThat(next().outcome()).isEqualTo(Outcome.FELL_BACK);
            awaitLooks(10);
            assertThat(reloads).isEmpty();

            saved.save("MAJOR");

            assertThat(next().outcome()).isEqualTo(Outcome.LOADED);
            assertThat(advisor.versions()).hasSize(2);
        }
    }

    @Test
    void a_closed_advisor_does_not_look_any_more() throws Exception {
        DroolsRecoveryAdvisor advisor = watching();
        awaitLooks(2);
        advisor.close();

        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("recovery-rules-watch"))) {
            assertThat(System.nanoTime()).as("the thread ends").isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT24H0.001S"})
    void an_interval_beyond_its_bounds_is_refused(Duration interval) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DroolsRecoveryAdvisor.builder().watch(interval))
                .withMessage("watch must be more than 0 and at most 1 day, but was " + interval);
    }

    /** An advisor that watches, and has told of its start. */
    private DroolsRecoveryAdvisor watching() throws InterruptedException {
        DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(saved)
                .listener(listener())
                .watch(SOON)
                .build();
        assertThat(next().outcome()).isEqualTo(Outcome.LOADED);
        return advisor;
    }

    private AdvisorListener listener() {
        return new AdvisorListener() {
            @Override
            public void reloaded(Reload reload) {
                reloads.add(reload);
            }
        };
    }

    private Reload next() throws InterruptedException {
        Reload reload = reloads.poll(1, TimeUnit.MINUTES);
        assertThat(reload).as("a reload").isNotNull();
        return reload;
    }

    private void awaitLooks(int looks) throws InterruptedException {
        int until = saved.reads.get() + looks;
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (saved.reads.get() < until) {
            assertThat(System.nanoTime()).as("it looks").isLessThan(deadline);
            Thread.sleep(5);
        }
    }
}
