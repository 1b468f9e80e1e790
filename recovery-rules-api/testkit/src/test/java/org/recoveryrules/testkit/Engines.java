package org.recoveryrules.testkit;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;

/** A class path with given engines. */
final class Engines extends ClassLoader {
    private static final String SERVICE = "META-INF/services/" + PolicyEngine.class.getName();

    private final Path services;

    private Engines(ClassLoader parent, Path services) {
        super(parent);
        this.services = services;
    }

    /** Does something where these engines are on the class path, and no other. */
    static void with(List<Class<? extends PolicyEngine>> engines, Runnable action) throws IOException {
        Path services = Files.createTempFile("engines", ".txt");
        Files.writeString(services, engines.stream().map(Class::getName).collect(Collectors.joining("\n")));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new Engines(before, services));
        try {
            action.run();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            Files.delete(services);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(SERVICE)
                ? Collections.enumeration(List.of(services.toUri().toURL()))
                : super.getResources(name);
    }
}
