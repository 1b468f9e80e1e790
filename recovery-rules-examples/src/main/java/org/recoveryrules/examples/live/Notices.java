package org.recoveryrules.examples.live;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.recoveryrules.drools.live.AdvisorListener;
import org.recoveryrules.drools.live.Reload;
import org.recoveryrules.drools.live.ShadowDifference;

/**
 * What the advisor tells, for whoever waits for it. A CRM would send a message to the analyst instead; it may take its time,
 * since it is told in a thread of its own.
 */
final class Notices implements AdvisorListener {
    private final BlockingQueue<Reload> reloads = new LinkedBlockingQueue<>();
    private final BlockingQueue<ShadowDifference> differences = new LinkedBlockingQueue<>();

    @Override
    public void reloaded(Reload reload) {
        reloads.add(reload);
    }

    @Override
    public void differed(ShadowDifference difference) {
        differences.add(difference);
    }

    /** The next reload of an outcome. Others may come before it: of several files, one is saved after the other. */
    Reload next(Reload.Outcome outcome) throws InterruptedException {
        Reload reload = next(reloads);
        while (reload.outcome() != outcome) {
            reload = next(reloads);
        }
        return reload;
    }

    /** The next decision in which the staged policy differs. */
    ShadowDifference nextDifference() throws InterruptedException {
        return next(differences);
    }

    private static <T> T next(BlockingQueue<T> told) throws InterruptedException {
        @Nullable T next = told.poll(1, TimeUnit.MINUTES);
        if (next == null) {
            throw new IllegalStateException("nothing was told for a minute");
        }
        return next;
    }
}
