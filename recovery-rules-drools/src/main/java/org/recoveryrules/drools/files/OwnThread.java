package org.recoveryrules.drools.files;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Does what a caller's thread is not to be used for. The compiler of consequences leaves out classes when its thread is
 * interrupted, without a word: rules would be there that fail once they fire. It and Drools keep an exception of their first
 * use for good, and so the classes that were on the stack; readers of workbooks leave things in the thread: either would hold
 * the class loader of an application when all else of it is gone.
 */
public final class OwnThread {
    private OwnThread() {}

    /**
     * Does something in a thread that ends with it, with the class loader of this library as the context class loader, and
     * waits for it. A caller that is interrupted meanwhile is so still at the end.
     *
     * @param <T> what comes of it
     * @param work what to do; what it throws is thrown. It must not need anything that the caller has locked
     * @return what came of it
     */
    public static <T> T call(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, OwnThread::start).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(null, work, "recovery-rules-loading", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(OwnThread.class.getClassLoader());
        thread.start();
    }
}
