package org.recoveryrules.drools.live;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;

/** A version that decides about the same as the one that serves, in a thread of its own. */
final class Shadow {
    /** So many differences are told, and after them each one of so many. */
    private static final int SAMPLED = 100;

    private final PolicyVersion version;
    private final Relay<Served> relay;
    private final Consumer<ShadowDifference> differed;
    private final BiConsumer<Shadow, Throwable> failed;
    private final AtomicLong compared = new AtomicLong();
    private final AtomicLong differing = new AtomicLong();
    private volatile boolean ended;

    private record Served(FailureContext context, RecoveryDecision decision) {}

    /** Starts to decide; a failure is told once, and ends it. */
    Shadow(PolicyVersion version, Consumer<ShadowDifference> differed, BiConsumer<Shadow, Throwable> failed) {
        this.version = version;
        this.differed = differed;
        this.failed = failed;
        this.relay = new Relay<>("shadow", this::compare);
    }

    void decided(FailureContext context, RecoveryDecision decision) {
        relay.tell(new Served(context, decision));
    }

    private void compare(Served served) {
        if (ended) {
            return;
        }
        try {
            RecoveryDecision decision = version.decide(served.context());
            ShadowDifference difference = ShadowDifference.of(served.context(), served.decision(), decision);
            compared.incrementAndGet();
            if (!difference.components().isEmpty()) {
                long count = differing.incrementAndGet();
                if (count <= SAMPLED || count % SAMPLED == 0) {
                    differed.accept(difference);
                }
            }
        } catch (RuntimeException | Error e) {
            failed.accept(this, e);
        }
    }

    /** What it came to until now. */
    Staged report(Optional<String> failure) {
        return new Staged(version.identity(), !ended, compared.get(), differing.get(), relay.dropped(), failure);
    }

    /** What waits is not decided any more. */
    void end() {
        ended = true;
        relay.close();
    }
}
