package org.recoveryrules.drools.policy;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Does something in a thread that nobody else knows. The compiler of consequences leaves out classes when its thread is
 * interrupted, without a word: rules would be there that fail once they fire.
 */
final class Uninterrupted {
    private Uninterrupted() {}

    /**
     * Does something, and waits for it. A thread that is interrupted meanwhile is so still at the end.
     *
     * @param <T> what comes of it
     * @param work what to do; what it throws is thrown
     * @return what came of it
     */
    static <T> T call(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "recovery-rules-compiler");
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
