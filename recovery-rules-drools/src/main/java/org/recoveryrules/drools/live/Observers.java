package org.recoveryrules.drools.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of an advisor, each told by a thread of its own. Safe for use by any number of threads. */
public final class Observers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final List<Observer> all = new CopyOnWriteArrayList<>();
    private boolean closed;

    /** Starts the thread of each listener. */
    public Observers(List<AdvisorListener> listeners) {
        listeners.forEach(this::add);
    }

    /** Starts the thread of one more; unless this is closed. */
    public synchronized void add(AdvisorListener listener) {
        if (!closed) {
            all.add(new Observer(listener));
        }
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Tells each of them, soon. */
    public void tell(Consumer<AdvisorListener> event) {
        all.forEach(observer -> observer.relay.tell(event));
    }

    /** Tells what waits, and ends. */
    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(observer -> observer.relay.close());
    }

    private static final class Observer {
        private final AdvisorListener listener;
        private final Relay<Consumer<AdvisorListener>> relay;
        private final AtomicLong thrown = new AtomicLong();
        private long missed;

        Observer(AdvisorListener listener) {
            this.listener = listener;
            this.relay = new Relay<>("listener", this::contained);
        }

        private void contained(Consumer<AdvisorListener> event) {
            try {
                tellMissed();
                event.accept(listener);
            } catch (Throwable e) {
                // Of any kind: languages without checked exceptions throw those too.
                long count = thrown.incrementAndGet();
                // A listener that always throws shall not fill the log: the first, the second, the fourth …
                if (Long.bitCount(count) == 1) {
                    LOG.warn(
                            "Listener {} threw, {} times until now",
                            listener.getClass().getName(),
                            count,
                            e);
                }
            }
        }

        private void tellMissed() {
            long dropped = relay.dropped();
            if (dropped > missed) {
                long more = dropped - missed;
                missed = dropped;
                LOG.warn(
                        "Listener {} is too slow and missed {} events",
                        listener.getClass().getName(),
                        more);
                listener.missed(more);
            }
        }
    }
}
