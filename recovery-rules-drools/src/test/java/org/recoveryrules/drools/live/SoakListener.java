package org.recoveryrules.drools.live;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.recoveryrules.drools.live.Reload.Outcome;

/** Counts what it is told, in the one thread that tells it, and notes what should never be. */
final class SoakListener implements AdvisorListener {
    private final Variants variants;
    private final Map<Outcome, Long> reloads = new EnumMap<>(Outcome.class);
    private final Map<String, Long> refused = new TreeMap<>();
    private final Set<String> faults = new ConcurrentSkipListSet<>();
    private final AtomicLong told = new AtomicLong();
    private long staged;
    private long compared;
    private long differing;
    private long dropped;
    private long missed;

    SoakListener(Variants variants) {
        this.variants = variants;
    }

    @Override
    public void decided(Decided decided) {
        require(variants.knows(decided.decision().policy()), "told of a decision by an unknown policy");
        told.incrementAndGet();
    }

    @Override
    public void undecided(Undecided undecided) {
        require(false, "no decision: " + undecided.failure());
    }

    @Override
    public synchronized void reloaded(Reload reload) {
        reloads.merge(reload.outcome(), 1L, Long::sum);
        require(variants.knows(reload.serving()), "an unknown policy serves after " + reload);
        require(reload.outcome() != Outcome.REFUSED || !reload.diagnostics().isEmpty(), "refused for no reason");
        if (reload.outcome() == Outcome.REFUSED) {
            refused.merge(reload.diagnostics().get(0).code(), 1L, Long::sum);
        }
    }

    @Override
    public void differed(ShadowDifference difference) {
        int context = variants.contexts().indexOf(difference.context());
        require(variants.isExpected(difference.served(), context), "the served decision is not what was expected");
        require(variants.isExpected(difference.staged(), context), "the staged decision is not what was expected");
    }

    @Override
    public synchronized void unstaged(Staged last) {
        require(last.failure().isEmpty(), "the staged policy failed: " + last);
        staged++;
        compared += last.compared();
        differing += last.differing();
        dropped += last.dropped();
    }

    @Override
    public synchronized void missed(long events) {
        missed += events;
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
        if (!Thread.currentThread().getName().equals("recovery-rules-listener")) {
            faults.add("told by " + Thread.currentThread().getName());
        }
    }

    Set<String> faults() {
        return faults;
    }

    synchronized long compared() {
        return compared;
    }

    synchronized long reloads(Outcome outcome) {
        return reloads.getOrDefault(outcome, 0L);
    }

    @Override
    public synchronized String toString() {
        return """
                told of: %,d decisions, %s
                refused, by what was said first: %s
                staged: %d policies, %,d decisions compared, %,d of them differ, %,d dropped; %,d events missed""".formatted(told.get(), reloads, refused, staged, compared, differing, dropped, missed);
    }
}
