package org.recoveryrules.drools.live;

import java.time.Duration;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RecoveryRulesException;

/**
 * Is told what an advisor does, after it was done: by a thread of its own, one event after another, in the order in which
 * they came, so that it can hold up nobody. What it throws is logged and changes nothing. While it is busy, 1,000 to
 * 2,000 events wait for it; those beyond are left out, of whatever kind, and counted: one that is slow about decisions can miss a
 * reload. Contexts and decisions are a customer's data. Each method does nothing unless it is overridden.
 */
public interface AdvisorListener {
    /**
     * A decision was made.
     *
     * @param decided the decision
     */
    default void decided(Decided decided) {}

    /**
     * There was no decision, by a fault of the policy.
     *
     * @param undecided what kept it from being made
     */
    default void undecided(Undecided undecided) {}

    /**
     * A policy was loaded or refused, or an earlier version serves again. The first such event is the start.
     *
     * @param reload what came of it
     */
    default void reloaded(Reload reload) {}

    /**
     * The staged policy decides otherwise than the one that serves. Told of the first 100 such decisions and of every
     * hundredth after them.
     *
     * @param difference where
     */
    default void differed(ShadowDifference difference) {}

    /**
     * The staged policy is not asked any more: it failed, it serves now, or somebody took it away.
     *
     * @param last what it came to
     */
    default void unstaged(Staged last) {}

    /**
     * Events were left out, since they came faster than this took them.
     *
     * @param events how many since the last time that this was told, 1 or more
     */
    default void missed(long events) {}

    /**
     * A decision that was made.
     *
     * @param context what was known
     * @param decision the decision
     * @param took how long it took, 0 or more
     */
    record Decided(FailureContext context, RecoveryDecision decision, Duration took) {}

    /**
     * A decision that was not made.
     *
     * @param context what was known
     * @param policy the policy that did not decide
     * @param failure what kept it from that
     * @param took how long it took, 0 or more
     */
    record Undecided(FailureContext context, PolicyIdentity policy, RecoveryRulesException failure, Duration took) {}
}
