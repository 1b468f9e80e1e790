package org.recoveryrules.benchmarks.sizes;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Runs programs in JVMs of their own, of the version and with the class path of this one. */
final class FreshJvm implements AutoCloseable {
    private final Path folder;
    private final String classPath;

    /**
     * What came of a program.
     *
     * @param first how long it took from the call until it wrote its first line
     * @param lines what it wrote
     */
    record Run(Duration first, List<String> lines) {}

    /** Packs what is a folder on the class path, since real programs come in jars and only those can be archived. */
    FreshJvm() {
        try {
            folder = Files.createTempDirectory("recovery-rules-benchmarks");
            List<String> jars = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                Path path = Path.of(entry);
                jars.add((Files.isDirectory(path) ? packed(path, jars.size()) : path.toAbsolutePath()).toString());
            }
            classPath = String.join(File.pathSeparator, jars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path packed(Path classes, int number) throws IOException {
        Path jar = folder.resolve(number + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> content = Files.walk(classes)) {
            for (Path path : content.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace(File.separatorChar, '/')));
                Files.copy(path, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    /** A path for a file that is there as long as this is open. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Runs a program to its end.
     *
     * @param options of the JVM
     * @param program its main class
     * @param arguments its arguments
     * @throws IllegalStateException if it fails
     */
    Run run(List<String> options, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Dslf4j.internal.verbosity=ERROR", "-cp", classPath, program.getName()));
        command.addAll(List.of(arguments));
        try {
            return run(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run run(List<String> command) throws IOException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                // Where a JVM that crashes leaves its report.
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            final Duration first = Duration.ofNanos(System.nanoTime() - start);
            for (; line != null; line = out.readLine()) {
                lines.add(line);
            }
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException("a JVM must end with 0, but ended with " + status + ": " + command);
            }
            return new Run(first, lines);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a JVM ran", e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
