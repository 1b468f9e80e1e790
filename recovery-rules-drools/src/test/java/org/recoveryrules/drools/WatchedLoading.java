package org.recoveryrules.drools;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Loads policies with classes of their own, of this library as of Drools, and so knows what the loading took of either: an
 * engine that was reached would have had to be loaded.
 */
final class WatchedLoading extends ClassLoader {
    private static final List<String> OWN = List.of("org.recoveryrules.", "org.drools.", "org.kie.", "org.mvel2.");
    /** What compiles and evaluates conditions, compiles consequences, and matches rules. */
    static final List<String> ENGINE = List.of(
            "org.mvel2.", "org.drools.mvel.", "org.drools.ecj.", "org.drools.compiler.", "org.drools.core.reteoo.");

    private final Set<String> loaded = new ConcurrentSkipListSet<>();

    WatchedLoading() {
        super(WatchedLoading.class.getClassLoader());
    }

    /**
     * Loads a policy.
     *
     * @param policy a folder, or contents by path
     * @return its errors, {@code code at file:line}; none if it was loaded
     */
    @SuppressWarnings("unchecked")
    List<String> errors(Object policy, Profile profile) throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this); // Drools finds its services by it
        try {
            return (List<String>) loadClass(Attempt.class.getName())
                    .getMethod("errors", Object.class, String.class)
                    .invoke(null, policy, profile.name());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The beginnings of those parts of the engine that were loaded. */
    Set<String> partsOfEngine() {
        Set<String> parts = new TreeSet<>(ENGINE);
        parts.removeIf(part -> loaded.stream().noneMatch(type -> type.startsWith(part)));
        return parts;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (OWN.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> found = findLoadedClass(name);
            return found == null ? define(name) : found;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream type = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (type == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = type.readAllBytes();
            loaded.add(name);
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
