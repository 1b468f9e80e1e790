package org.recoveryrules.drools.engine;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/**
 * Idle sessions of one policy version; as many as ever decided at once since it was cleared. Safe for use by any number of threads.
 *
 * <p>Drools' own pool keeps a reference to every session it ever made, and so could never let go of one that is thrown
 * away.
 */
final class SessionPool {
    private final Supplier<RuleSession> opening;
    private final ConcurrentLinkedDeque<RuleSession> idle = new ConcurrentLinkedDeque<>();

    SessionPool(Supplier<RuleSession> opening) {
        this.opening = opening;
    }

    /** A session for the calling thread alone, to be given back or thrown away. */
    RuleSession lease() {
        RuleSession session = idle.pollFirst();
        return session == null ? opening.get() : session;
    }

    /** Takes a session back after a decision that went well. */
    void giveBack(RuleSession session) {
        session.reset();
        idle.addFirst(session);
    }

    /** Disposes of a session after a decision that did not go well. */
    void throwAway(RuleSession session) {
        session.dispose();
    }

    /** Disposes of every idle session; those in use come back. */
    void clear() {
        for (RuleSession session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            session.dispose();
        }
    }
}
