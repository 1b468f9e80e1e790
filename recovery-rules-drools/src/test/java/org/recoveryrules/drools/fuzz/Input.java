package org.recoveryrules.drools.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recoveryrules.drools.PolicySource;

/**
 * The files of a policy, sound or not, by path.
 *
 * @param files contents by path; nobody changes them
 */
record Input(SortedMap<String, byte[]> files) implements PolicySource {
    /** Where its diagnostics say that it comes from. */
    static final String ORIGIN = "fuzz";

    Input {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The files of a folder and of what is below it. */
    static Input folder(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path file : below.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return new Input(files);
    }

    Input with(String path, byte[] content) {
        SortedMap<String, byte[]> others = new TreeMap<>(files);
        others.put(path, content);
        return new Input(others);
    }

    Input with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Input without(String path) {
        SortedMap<String, byte[]> others = new TreeMap<>(files);
        others.remove(path);
        return new Input(others);
    }

    /** All files with their texts. */
    String describe() {
        return files.entrySet().stream()
                .map(file -> file.getKey() + ":\n" + text(file.getKey()).indent(4))
                .collect(Collectors.joining());
    }

    private String text(String path) {
        byte[] content = files.get(path);
        return path.endsWith(".xlsx") ? content.length + " bytes" : new String(content, StandardCharsets.UTF_8);
    }

    List<String> paths() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Map<String, byte[]> read() {
        return files;
    }

    @Override
    public String toString() {
        return ORIGIN;
    }
}
