package org.recoveryrules.drools.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What rules that are trusted can do to a decision. */
public final class Harm {
    static final CountDownLatch WAITING = new CountDownLatch(1);
    /** Until the test ends it. */
    static final CountDownLatch FOREVER = new CountDownLatch(1);

    private Harm() {}

    /** Overflows the stack. */
    public static int recurse(int depth) {
        return recurse(depth + 1) + 1;
    }

    /** Fills the heap until nothing is left. */
    public static boolean exhaust() {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            all.add(new byte[1_000_000]);
        }
    }

    /** Never returns. */
    public static boolean waitForever() throws InterruptedException {
        WAITING.countDown();
        FOREVER.await();
        return true;
    }
}
