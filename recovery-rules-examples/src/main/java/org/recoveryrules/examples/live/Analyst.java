package org.recoveryrules.examples.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Somebody who works on the files of a policy. */
record Analyst(Path folder) {
    /** Gives a copy of a policy to an analyst. */
    static Analyst withCopyOf(Path policy, Path copy) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(policy)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = copy.resolve(policy.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return new Analyst(copy);
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** Saves as good editors do: beside the file, under a hidden name, which then takes its place at once. */
    void save(String file, String text) throws IOException {
        Path target = folder.resolve(file);
        Path hidden = Files.writeString(target.resolveSibling("." + target.getFileName() + ".new"), text);
        Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
