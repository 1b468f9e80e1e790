package org.recoveryrules.drools;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
            List<Path> entries = below.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !isHidden(path))
                    .toList();
            for (Path entry : entries) {
                if (!Files.isRegularFile(entry)) {
                    throw new FileNotFoundException("'" + folder.relativize(entry)
                            + "' is no file; a policy holds files and folders, and no link to a"
                            + " folder or to nothing");
                }
            }
            return entries;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean isHidden(Path path) {
        for (Path part : folder.relativize(path)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
