package org.recoveryrules.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Runs an action again each time that a file below a folder was saved, created, renamed or deleted.
 *
 * <p>It looks ten times a second at the time and size of every file, and waits until two looks in a row see the same, so
 * that saving many files runs the action once. Looking works on network shares and in containers as well, where the
 * operating system gives no notice of changes; in a large folder it looks less often, so that it takes a tenth of one
 * processor at most.
 *
 * <p>Files and folders whose names begin with a dot or a tilde, or end in a tilde, are what editors keep for themselves.
 */
final class Watch {
    private static final long PAUSE_MILLIS = 100;
    private static final int PAUSE_PER_LOOK = 9;

    private Watch() {}

    /** Runs the action now and after each change, until the thread is interrupted. */
    static void watch(Path folder, Runnable action) {
        Snapshot seen = Snapshot.of(folder);
        try {
            while (true) {
                action.run();
                seen = changed(folder, seen);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the folder differs from what was seen and has come to rest. */
    private static Snapshot changed(Path folder, Snapshot seen) throws InterruptedException {
        Snapshot before;
        Snapshot now = seen;
        long took = 0;
        do {
            before = now;
            Thread.sleep(Math.max(PAUSE_MILLIS, PAUSE_PER_LOOK * took));
            long start = System.nanoTime();
            now = Snapshot.of(folder);
            took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        } while (now.equals(seen) || !now.equals(before));
        return now;
    }

    /** What is below a folder: empty where there is no folder any more. */
    record Snapshot(Map<Path, Stamp> files) {
        static Snapshot of(Path folder) {
            Map<Path, Stamp> files = new HashMap<>();
            try {
                Files.walkFileTree(
                        folder,
                        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                        Integer.MAX_VALUE,
                        new Looking(folder, files));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Snapshot(files);
        }
    }

    record Stamp(FileTime time, long size) {}

    private static final class Looking extends SimpleFileVisitor<Path> {
        private static final Pattern OF_AN_EDITOR = Pattern.compile("[.~].*|.*~");

        private final Path folder;
        private final Map<Path, Stamp> files;

        Looking(Path folder, Map<Path, Stamp> files) {
            this.folder = folder;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return !directory.equals(folder) && isOfAnEditor(directory)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isOfAnEditor(file)) {
                files.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
            }
            return FileVisitResult.CONTINUE;
        }

        /** What goes away while it is looked at is gone. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        private static boolean isOfAnEditor(Path path) {
            return OF_AN_EDITOR.matcher(path.getFileName().toString()).matches();
        }
    }
}
