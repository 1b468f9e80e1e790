package org.recoveryrules.drools.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ObserversTest {
    @Test
    void each_listener_is_told_in_the_order_of_events_by_a_thread_of_its_own() throws Exception {
        Recording one = new Recording();
        Recording other = new Recording();
        try (Observers observers = new Observers(List.of(one, other))) {
            for (int i = 0; i < 500; i++) {
                int number = i;
                observers.tell(listener -> listener.missed(number));
            }
            one.await(500);
            other.await(500);
        }

        List<Long> all = IntStream.range(0, 500).mapToObj(Long::valueOf).toList();
        assertThat(one.missed).containsExactlyElementsOf(all);
        assertThat(other.missed).containsExactlyElementsOf(all);
        assertThat(one.threads).hasSize(1).doesNotContainAnyElementsOf(other.threads);
        assertThat(one.threads.get(0).isDaemon()).isTrue();
    }

    @Test
    void a_listener_that_throws_goes_on_being_told() throws Exception {
        Recording throwing = new Recording() {
            @Override
            public void missed(long events) {
                super.missed(events);
                if (events == 0) {
                    throw new IllegalStateException("listener");
                } else if (events == 1) {
                    throw new StackOverflowError("listener");
                } else if (events == 2) {
                    throw ObserversTest.<RuntimeException>undeclared(new IOException("listener"));
                }
            }
        };
        try (Observers observers = new Observers(List.of(throwing))) {
            for (int i = 0; i < 4; i++) {
                int number = i;
                observers.tell(listener -> listener.missed(number));
            }
            throwing.await(4);
        }

        assertThat(throwing.missed).containsExactly(0L, 1L, 2L, 3L);
    }

    /** As languages without checked exceptions throw it. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> E undeclared(Exception thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void a_listener_that_is_busy_holds_nobody_up_and_is_told_what_it_missed() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Recording slow = new Recording();
        Recording quick = new Recording();
        try (Observers observers = new Observers(List.of(slow, quick))) {
            observers.tell(listener -> {
                if (listener == slow) {
                    busy.countDown();
                    await(goOn);
                }
            });
            assertThat(busy.await(1, TimeUnit.MINUTES)).isTrue();
            for (int i = 0; i < Relay.CAPACITY + 7; i++) {
                observers.tell(listener -> listener.unstaged(null));
                if (i % 100 == 0) {
                    quick.awaitTold(i + 1);
                }
            }
            goOn.countDown();
            slow.await(1);
        }

        assertThat(slow.missed).containsExactly(7L);
        assertThat(quick.missed).isEmpty();
    }

    @Test
    void what_waits_is_told_after_closing_and_nothing_after() throws Exception {
        Recording recording = new Recording();
        Observers observers = new Observers(List.of(recording));
        for (int i = 0; i < 100; i++) {
            observers.tell(listener -> listener.unstaged(null));
        }
        observers.close();
        observers.tell(listener -> listener.missed(1));

        recording.awaitTold(100);
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (recording.threads.get(0).isAlive()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(5);
        }
        // The event after closing was dropped, and is told as such only if others come.
        assertThat(recording.told).isEqualTo(100);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts the events; {@code missed} stands for any that carries a number. */
    private static class Recording implements AdvisorListener {
        final ConcurrentLinkedQueue<Long> missed = new ConcurrentLinkedQueue<>();
        final List<Thread> threads = new ArrayList<>();
        volatile int told;

        @Override
        public void missed(long events) {
            note();
            missed.add(events);
        }

        @Override
        public void unstaged(Staged last) {
            note();
            told++;
        }

        private void note() {
            if (!threads.contains(Thread.currentThread())) {
                threads.add(Thread.currentThread());
            }
        }

        void await(int events) throws InterruptedException {
            awaitAtLeast(() -> missed.size(), events);
        }

        void awaitTold(int events) throws InterruptedException {
            awaitAtLeast(() -> told, events);
        }

        private static void awaitAtLeast(IntSupplier count, int events) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (count.getAsInt() < events) {
                assertThat(System.nanoTime()).as("%s events", count.getAsInt()).isLessThan(deadline);
                Thread.sleep(1);
            }
        }
    }
}
