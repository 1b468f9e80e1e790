package org.recoveryrules.drools.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Place;

/**
 * What was read of a policy's folder in one go: its files, and what must not be among them. Nothing outside the folder is
 * read, nothing that is no file, and never much more than {@link PolicySize} allow. Files that change meanwhile may be of
 * different age; whoever needs a policy reads until two readings agree.
 */
public final class FolderReading {
    private final String origin;
    private final SortedMap<String, byte[]> contents = new TreeMap<>();
    private final Faults faults = new Faults();
    private final Set<String> vanished = new TreeSet<>();
    /** The folder, and the folders within it in which the reading is: real paths. */
    private final Deque<Path> within = new ArrayDeque<>();

    private int entries;
    private int bytes;

    private FolderReading(String origin) {
        this.origin = origin;
    }

    /**
     * Reads a folder as it is now. What is wrong with it is part of what was read.
     *
     * @param folder the folder, or a link to it
     * @return what was read
     * @throws IOException if the reading itself fails, such as by interruption
     */
    public static FolderReading of(Path folder) throws IOException {
        FolderReading reading = new FolderReading(folder.toString());
        try {
            reading.readFolder(folder.toRealPath(), "");
        } catch (NoSuchFileException | NotDirectoryException e) {
            reading.unreadable("there is no folder " + folder);
        } catch (FileSystemException e) {
            reading.unreadable("the folder cannot be read: " + reason(e));
        }
        return reading;
    }

    /** Contents by path within the folder. */
    public SortedMap<String, byte[]> contents() {
        return Collections.unmodifiableSortedMap(contents);
    }

    /** What must not be read, or cannot be. */
    public List<Diagnostic> faults() {
        return faults.all();
    }

    /** The files of which this reading and a later one do not tell the same; empty where the two agree. */
    public Set<String> differences(FolderReading later) {
        Set<String> differences = new TreeSet<>(vanished);
        differences.addAll(later.vanished);
        Set<String> paths = new TreeSet<>(contents.keySet());
        paths.addAll(later.contents.keySet());
        for (String path : paths) {
            if (!Arrays.equals(contents.get(path), later.contents.get(path))) {
                differences.add(path);
            }
        }
        if (!faults().equals(later.faults())) {
            differences.add(origin);
        }
        return differences;
    }

    private void readFolder(Path folder, String path) throws IOException {
        if (within.size() > PolicySize.DEPTH) {
            String message = "this folder lies more than " + PolicySize.DEPTH + " folders deep";
            faults.add(
                    Place.of(PolicyFiles.shown(path)),
                    Code.POLICY_TOO_LARGE,
                    message,
                    "move it up, or out of the policy");
            return;
        }
        within.push(folder);
        try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder)) {
            for (Path entry : listed) {
                if (isFull()) {
                    return;
                }
                entries++;
                String name = entry.getFileName().toString();
                if (!PolicyFiles.isLeftBehind(name)) {
                    readEntry(entry, path.isEmpty() ? name : path + "/" + name);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } finally {
            within.pop();
        }
    }

    private boolean isFull() {
        if (bytes > PolicySize.BYTES) {
            tooLarge("the files in this folder have more than " + PolicySize.BYTES + " bytes in all");
        } else if (entries >= PolicySize.FILES) {
            tooLarge("this folder holds more than " + PolicySize.FILES + " files and folders");
        }
        return bytes > PolicySize.BYTES || entries >= PolicySize.FILES;
    }

    private void readEntry(Path entry, String path) throws IOException {
        try {
            Optional<Path> real = followed(entry, path);
            if (real.isPresent()) {
                readReal(real.get(), path);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            vanished.add(PolicyFiles.shown(path));
        } catch (FileSystemException e) {
            String message = "this cannot be read: " + reason(e);
            faults.add(
                    Place.of(PolicyFiles.shown(path)),
                    Code.FILE_UNREADABLE,
                    message,
                    "let it be read, or move it out of the policy");
        }
    }

    /** Where an entry really is; empty where it is a link to what must not be read, which is told. */
    private Optional<Path> followed(Path entry, String path) throws IOException {
        Path real;
        try {
            real = entry.toRealPath();
        } catch (FileSystemException e) {
            if (!Files.isSymbolicLink(entry)) {
                throw e;
            }
            linkFault(
                    path,
                    e instanceof AccessDeniedException
                            ? "this link cannot be followed: access is denied"
                            : "this link leads to nothing, or in a circle");
            return Optional.empty();
        }
        if (!real.startsWith(within.getLast())) {
            linkFault(path, "this link leads out of the policy's folder");
        } else if (within.contains(real)) {
            linkFault(path, "this link leads back to a folder in which it lies");
        } else {
            return Optional.of(real);
        }
        return Optional.empty();
    }

    private void readReal(Path real, String path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory()) {
            readFolder(real, path);
        } else if (attributes.isRegularFile()) {
            try (InputStream content = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
                byte[] read = content.readNBytes(Math.min(PolicySize.FILE_BYTES, PolicySize.BYTES - bytes) + 1);
                bytes += read.length;
                contents.put(path, read);
            }
        } else {
            String message = "this is a pipe, a socket or a device, and no file";
            faults.add(Place.of(PolicyFiles.shown(path)), Code.FILE_UNREADABLE, message, "move it out of the policy");
        }
    }

    private void unreadable(String message) {
        faults.add(Place.of(origin), Code.POLICY_UNREADABLE, message);
    }

    private void linkFault(String path, String message) {
        String hint = "put a copy of what is meant in its place, or a link to it within the policy's folder";
        faults.add(Place.of(PolicyFiles.shown(path)), Code.LINK_INVALID, message, hint);
    }

    private void tooLarge(String message) {
        faults.add(
                Place.of(origin), Code.POLICY_TOO_LARGE, message, "keep nothing in it but the policy, or divide that");
    }

    private static String reason(FileSystemException e) {
        return e instanceof AccessDeniedException
                ? "access is denied"
                : Optional.ofNullable(e.getReason()).orElse(e.toString());
    }
}
