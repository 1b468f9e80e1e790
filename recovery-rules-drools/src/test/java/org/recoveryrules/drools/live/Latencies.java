package org.recoveryrules.drools.live;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How long calls took: a histogram of eight steps for each doubling, and the longest exactly. */
final class Latencies {
    private static final int STEPS = 8;

    private final AtomicLongArray counts = new AtomicLongArray(Long.SIZE * STEPS);
    private final AtomicLong longest = new AtomicLong();

    void add(long nanos) {
        counts.incrementAndGet(step(nanos));
        longest.accumulateAndGet(nanos, Math::max);
    }

    private static int step(long nanos) {
        long some = Math.max(nanos, STEPS);
        int doublings = Long.SIZE - 1 - Long.numberOfLeadingZeros(some);
        return doublings * STEPS + (int) (some >> doublings - 3) % STEPS;
    }

    long count() {
        long count = 0;
        for (int i = 0; i < counts.length(); i++) {
            count += counts.get(i);
        }
        return count;
    }

    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    /** At least so long took the slowest calls that are not among this share of all. */
    Duration quantile(double share) {
        long rest = (long) (count() * share);
        for (int i = 0; i < counts.length(); i++) {
            rest -= counts.get(i);
            if (rest < 0) {
                return Duration.ofNanos((long) (STEPS + i % STEPS) << i / STEPS - 3);
            }
        }
        return longest();
    }
}
