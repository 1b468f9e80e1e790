package org.recoveryrules.drools.live;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where a rule waits, once, until the test lets it go on. */
public final class Waiting {
    private static final CountDownLatch REACHED = new CountDownLatch(1);
    private static final CountDownLatch GO_ON = new CountDownLatch(1);

    private Waiting() {}

    static boolean isReached() throws InterruptedException {
        return REACHED.await(1, TimeUnit.MINUTES);
    }

    static void goOn() {
        GO_ON.countDown();
    }

    /** Called by a rule. */
    public static boolean here() throws InterruptedException {
        REACHED.countDown();
        return GO_ON.await(1, TimeUnit.MINUTES);
    }
}
