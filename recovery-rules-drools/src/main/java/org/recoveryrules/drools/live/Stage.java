package org.recoveryrules.drools.live;

import java.util.Optional;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RecoveryRulesException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where at most one version decides beside the one that serves. Safe for use by any number of threads. */
public final class Stage {
    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

    private final Observers observers;
    private volatile Optional<Shadow> running = Optional.empty();
    private volatile Optional<Staged> last = Optional.empty();

    /** An empty stage; the observers are told of differences and of the end. */
    public Stage(Observers observers) {
        this.observers = observers;
    }

    /** Sets a version on the stage, in place of the one that is there. */
    public synchronized void stage(PolicyVersion version) {
        clear();
        running = Optional.of(new Shadow(
                version, difference -> observers.tell(listener -> listener.differed(difference)), this::failed));
        PolicyIdentity policy = version.identity();
        LOG.info("Policy {} {} is staged: digest {}", policy.name(), policy.version(), policy.digest());
    }

    /** Lets the version on the stage decide what was decided, later. */
    public void decided(FailureContext context, RecoveryDecision decision) {
        Optional<Shadow> shadow = running;
        if (shadow.isPresent()) {
            shadow.get().decided(context, decision);
        }
    }

    /** What the version on the stage, or the last that was there, came to; nothing if there was none. */
    public Optional<Staged> staged() {
        return running.map(shadow -> shadow.report(Optional.empty())).or(() -> last);
    }

    /** Takes the version on the stage away, if there is one. */
    public synchronized void clear() {
        running.ifPresent(shadow -> end(shadow, Optional.empty()));
    }

    /** The same if it is of the given rules. */
    public synchronized void clear(PolicyIdentity policy) {
        running.filter(shadow -> shadow.report(Optional.empty()).policy().equals(policy))
                .ifPresent(shadow -> end(shadow, Optional.empty()));
    }

    private synchronized void failed(Shadow shadow, Throwable failure) {
        if (running.filter(current -> current == shadow).isPresent()) {
            // What else was thrown may tell a customer's data.
            String why = failure instanceof RecoveryRulesException
                    ? failure.getMessage()
                    : failure.getClass().getName();
            end(shadow, Optional.of(why));
        }
    }

    private void end(Shadow shadow, Optional<String> failure) {
        shadow.end();
        Staged report = shadow.report(failure);
        running = Optional.empty();
        last = Optional.of(report);
        LOG.info(
                "Policy {} {} is not staged any more: {} of {} decisions differed{}",
                report.policy().name(),
                report.policy().version(),
                report.differing(),
                report.compared(),
                failure.map(why -> "; it failed: " + why).orElse(""));
        observers.tell(listener -> listener.unstaged(report));
    }
}
