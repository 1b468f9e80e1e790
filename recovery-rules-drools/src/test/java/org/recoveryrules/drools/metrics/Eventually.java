package org.recoveryrules.drools.metrics;

import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** For what another thread does soon. */
final class Eventually {
    private Eventually() {}

    /** Tries again until it holds; after 20 seconds fails as it fails. */
    static void eventually(ThrowingCallable assertion) throws Throwable {
        long start = System.nanoTime();
        while (true) {
            try {
                assertion.call();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(20)) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
    }
}
