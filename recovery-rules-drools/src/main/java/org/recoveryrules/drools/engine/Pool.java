package org.recoveryrules.drools.engine;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Idle sessions of one policy version; as many as ever decided at once since it was cleared. Safe for use by any number of
 * threads.
 *
 * <p>Drools' own pool keeps a reference to every session it ever made, and so could never let go of one that is thrown
 * away.
 *
 * @param <S> the sessions
 */
final class Pool<S> {
    private final Supplier<S> opening;
    private final Consumer<S> disposal;
    private final ConcurrentLinkedDeque<S> idle = new ConcurrentLinkedDeque<>();

    Pool(Supplier<S> opening, Consumer<S> disposal) {
        this.opening = opening;
        this.disposal = disposal;
    }

    /** Does something in a session that nobody else uses meanwhile; one in which that fails is thrown away. */
    <T> T with(Function<S, T> work) {
        S idling = idle.pollFirst();
        S session = idling == null ? opening.get() : idling;
        T done;
        try {
            done = work.apply(session);
        } catch (RuntimeException | Error e) {
            disposal.accept(session);
            throw e;
        }
        idle.addFirst(session);
        return done;
    }

    /** Disposes of every idle session; those in use come back. */
    void clear() {
        for (S session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            disposal.accept(session);
        }
    }
}
