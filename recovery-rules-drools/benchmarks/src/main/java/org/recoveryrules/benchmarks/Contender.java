package org.recoveryrules.benchmarks;

import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;

/** What makes the decisions of a policy. All of one policy make the same ones, apart from reasons and the order of words. */
public interface Contender extends AutoCloseable {
    /** What it is called in the tables. */
    String name();

    /**
     * Decides about one failure. Safe for use by several threads at once.
     *
     * @param context what is known about it
     * @return the decision; without reasons if the contender gives none
     */
    RecoveryDecision decide(FailureContext context);

    @Override
    default void close() {}
}
