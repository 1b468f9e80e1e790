package org.recoveryrules.drools;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a policy in a folder. */
record FolderSource(Path folder) implements PolicySource {
    @Override
    public Map<String, byte[]> read() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new FileNotFoundException("there is no folder " + folder);
        }
        Map<String, byte[]> contents = new TreeMap<>();
        for (Path file : files()) {
            contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
        }
        return contents;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
