package org.recoveryrules.drools.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Hands events over to a thread of its own, so that whoever takes them holds nobody up: where they come faster than they
 * are taken, they are dropped and counted. Events are taken in the order in which they came. Closed, it hands over what
 * waits, and ends.
 *
 * @param <E> the events
 */
final class Relay<E> implements AutoCloseable {
    static final int CAPACITY = 1_000;
    /** How soon the thread notices that it is not needed any more. */
    private static final Duration ROUND = Duration.ofMillis(500);
    /** Between two looks while events come: whoever hands one over then wakes nobody up, which would cost him more. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final BlockingQueue<E> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final LongAdder dropped = new LongAdder();
    private final Consumer<E> taker;
    private volatile boolean closed;

    /** Starts the thread; what the taker throws ends it. */
    Relay(String name, Consumer<E> taker) {
        this.taker = taker;
        Thread thread = new Thread(this::run, "recovery-rules-" + name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Relay.class.getClassLoader());
        thread.start();
    }

    void tell(E event) {
        if (closed || !waiting.offer(event)) {
            dropped.increment();
        }
    }

    /** How many events were not handed over. */
    long dropped() {
        return dropped.sum();
    }

    private void run() {
        while (!closed || !waiting.isEmpty()) {
            try {
                takeSome();
            } catch (RuntimeException | Error e) {
                // Such as a lack of memory: these events are lost, those to come are not.
                dropped.increment();
            } catch (InterruptedException e) {
                // By whoever takes the events, since nobody else has this thread: no reason to hand over no more.
                continue;
            }
        }
    }

    private void takeSome() throws InterruptedException {
        E first = waiting.poll(ROUND.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            List<E> events = new ArrayList<>(List.of(first));
            waiting.drainTo(events);
            events.forEach(taker);
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
