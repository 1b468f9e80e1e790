package org.recoveryrules.drools.policy;

import java.util.function.Supplier;

/**
 * Lets Drools find its parts. It looks for them with the context class loader of the thread that happens to need one first,
 * and remembers for good what was not found; in an application server or on a pool's thread that loader may be anybody's.
 */
public final class OwnLoader {
    private OwnLoader() {}

    /**
     * Does something with the class loader of this library as the context class loader.
     *
     * @param <T> what comes of it
     * @param work what to do
     * @return what came of it
     */
    public static <T> T with(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader callers = thread.getContextClassLoader();
        thread.setContextClassLoader(OwnLoader.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(callers);
        }
    }
}
