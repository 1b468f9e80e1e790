package org.recoveryrules.drools.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A folder in which somebody saves a policy as editors and copying tools do: one file after another, slowly and in place,
 * or at once by moving it there. The cases are saved first, so that they never tell less than the rules beside them.
 */
final class PolicyFolder {
    private final Path folder;
    private final Path away;
    private final Random random = new Random(5);

    PolicyFolder(Path parent) throws IOException {
        this.folder = Files.createDirectory(parent.resolve("policy"));
        this.away = parent.resolve("away");
    }

    Path path() {
        return folder;
    }

    Path resolve(String path) {
        return folder.resolve(path);
    }

    /** Saves all files, and takes away whatever else is there. */
    void save(Map<String, String> files) throws IOException {
        if (Files.isRegularFile(folder)) {
            Files.delete(folder);
        }
        if (Files.exists(away)) {
            Files.move(away, folder);
        }
        List<Path> others;
        try (Stream<Path> below = Files.walk(folder)) {
            others = below.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !files.containsKey(folder.relativize(path).toString()))
                    .toList();
        }
        List<String> paths = new ArrayList<>(new TreeMap<>(files).keySet());
        paths.sort((one, other) -> Boolean.compare(isCases(other), isCases(one)));
        for (String path : paths) {
            save(path, files.get(path).getBytes(UTF_8));
        }
        for (Path other : others) {
            Files.delete(other);
        }
    }

    private static boolean isCases(String path) {
        return path.equals(Variants.CASES);
    }

    void save(String path, byte[] content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        if (random.nextBoolean()) {
            Path draft = file.resolveSibling("." + file.getFileName());
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        int first = random.nextInt(content.length + 1);
        try (OutputStream slow = Files.newOutputStream(file)) {
            pause();
            slow.write(content, 0, first);
            pause();
            slow.write(content, first, content.length - first);
        }
    }

    void delete(String path) throws IOException {
        Files.delete(folder.resolve(path));
    }

    /** Renames the folder; it is back with the next files that are saved. */
    void moveAway() throws IOException {
        Files.move(folder, away);
    }

    private void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(5)));
    }
}
