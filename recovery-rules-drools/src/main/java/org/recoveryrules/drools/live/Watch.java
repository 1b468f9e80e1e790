package org.recoveryrules.drools.live;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.drools.files.PolicyFiles;

/**
 * Reloads a policy each time that its contents are others than those that were read last, and were the same in two looks in
 * a row: so that saving many files reloads it once, and a file that is half written has time to become whole.
 *
 * <p>It looks at contents, not at times: these lie when clocks jump and on file systems that keep no fractions, and no system
 * gives notice of changes on network shares. Where looking takes long it looks less often, so that it takes a tenth of one
 * processor at most.
 */
public final class Watch implements AutoCloseable {
    private static final int PAUSES_PER_LOOK = 9;
    /** What is never at rest is tried all the same after so many looks, so that somebody is told. */
    private static final int RESTLESS = 10;

    private final LivePolicy live;
    private final Duration interval;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Starts to watch.
     *
     * @param live what is reloaded
     * @param interval how long to wait between two looks, more than 0
     */
    public Watch(LivePolicy live, Duration interval) {
        this.live = live;
        this.interval = interval;
        Thread thread = new Thread(this::run, "recovery-rules-watch");
        thread.setDaemon(true);
        thread.setContextClassLoader(Watch.class.getClassLoader());
        thread.start();
    }

    private void run() {
        String before = live.tried();
        Duration pause = interval;
        int changes = 0;
        while (!isClosedAfter(pause)) {
            long start = System.nanoTime();
            String now = look();
            Duration rest = Duration.ofNanos(System.nanoTime() - start).multipliedBy(PAUSES_PER_LOOK);
            pause = rest.compareTo(interval) > 0 ? rest : interval;
            changes = now.equals(before) ? 0 : changes + 1;
            if (!now.equals(live.tried()) && (changes == 0 || changes == RESTLESS)) {
                live.reloadUnlessWithdrawn();
                changes = 0;
            }
            before = now;
        }
    }

    private boolean isClosedAfter(Duration pause) {
        try {
            return closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // By the policy's source, since nobody else has this thread: no reason to watch no more.
            return false;
        }
    }

    /** The contents as they are now; empty where they cannot be read, which is told once it is tried. */
    private String look() {
        try {
            return PolicyFiles.digest(live.candidate().read().contents());
        } catch (InvalidPolicyException | Error e) {
            return "";
        }
    }

    /** Looks no more. A reload under way comes to its end. */
    @Override
    public void close() {
        closed.countDown();
    }
}
