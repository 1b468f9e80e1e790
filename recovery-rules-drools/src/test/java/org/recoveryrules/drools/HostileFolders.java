package org.recoveryrules.drools;

import static org.recoveryrules.drools.files.Code.FILE_TOO_LARGE;
import static org.recoveryrules.drools.files.Code.FILE_UNREADABLE;
import static org.recoveryrules.drools.files.Code.LINK_INVALID;
import static org.recoveryrules.drools.files.Code.PATH_INVALID;
import static org.recoveryrules.drools.files.Code.POLICY_TOO_LARGE;
import static org.recoveryrules.drools.files.Code.POLICY_UNREADABLE;
import static org.recoveryrules.drools.files.Code.SETTINGS_MISSING;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.recoveryrules.drools.files.Code;

/** Attacks by what lies in a folder on a disk. */
final class HostileFolders {
    private HostileFolders() {}

    /** What is done to a folder with a sound policy in it. */
    private interface Change {
        void make(Path folder) throws IOException;
    }

    static Stream<Named<Attack>> all() {
        return Stream.of(links(), files(), sizes()).flatMap(attacks -> attacks);
    }

    private static Stream<Named<Attack>> links() {
        return Stream.of(
                link("test/hit.drl", "/etc/passwd"),
                link("test/hit.drl", "/proc/self/environ"),
                link("test/hit.drl", "/proc/self/mem"),
                link("test/hit.drl", "/dev/zero"),
                link("test/hit.drl", "/dev/random"),
                link("test/hit.drl", "/dev/stdin"),
                link("test/hit.drl", "/proc/self/fd/0"),
                link("test/hit.drl", "../../outside/hit.drl"),
                link("test/hit.drl", "../../policy/../outside/hit.drl"),
                link("README.md", "../outside/hit.drl"),
                link("policy.cases.csv", "../outside/hit.drl"),
                link("hit", "/"),
                link("hit", "/proc"),
                link("hit", ".."),
                link("hit", "../outside"),
                link("hit", "."),
                link("hit", "../policy"),
                link("test/hit", ".."),
                link("test/hit", "../test"),
                link("hit", "hit"),
                link("hit", "nothing"),
                link("hit", "policy.properties/nothing"),
                link("hit", "a/".repeat(2_000)),
                on("links to each other", LINK_INVALID, "one", folder -> {
                    Files.createSymbolicLink(folder.resolve("one"), Path.of("other"));
                    Files.createSymbolicLink(folder.resolve("other"), Path.of("one"));
                }),
                on("a link to a link that leads out", LINK_INVALID, "one", folder -> {
                    Files.createSymbolicLink(folder.resolve("one"), Path.of("other"));
                    Files.createSymbolicLink(folder.resolve("other"), Path.of("/etc"));
                }),
                on("a hidden link that leads out", LINK_INVALID, "hit", folder -> {
                    Files.createSymbolicLink(folder.resolve(".hidden"), Path.of("/etc"));
                    Files.createSymbolicLink(folder.resolve("hit"), Path.of(".hidden/passwd"));
                }),
                on("a link in a linked folder", LINK_INVALID, "hit/out", folder -> {
                    Files.createDirectory(folder.resolve(".hidden"));
                    Files.createSymbolicLink(folder.resolve("hit"), Path.of(".hidden"));
                    Files.createSymbolicLink(folder.resolve(".hidden/out"), Path.of("/etc"));
                }),
                on("folders that link to each other", POLICY_TOO_LARGE, "", folder -> {
                    for (int from = 0; from < 8; from++) {
                        Path each = Files.createDirectory(folder.resolve("folder-" + from));
                        for (int to = 0; to < 8; to++) {
                            Files.createSymbolicLink(each.resolve("to-" + to), Path.of("../folder-" + to));
                        }
                    }
                }));
    }

    private static Stream<Named<Attack>> files() {
        return Stream.of(
                on("a pipe", FILE_UNREADABLE, "test/hit.drl", folder -> pipe(folder.resolve("test/hit.drl"))),
                on("a pipe with the settings", FILE_UNREADABLE, "policy.properties", folder -> {
                    Files.delete(folder.resolve("policy.properties"));
                    pipe(folder.resolve("policy.properties"));
                }),
                on("a link to a pipe", FILE_UNREADABLE, "hit.md", folder -> {
                    pipe(folder.resolve(".pipe"));
                    Files.createSymbolicLink(folder.resolve("hit.md"), Path.of(".pipe"));
                }),
                on(
                        "a socket",
                        FILE_UNREADABLE,
                        "hit.drl",
                        folder -> ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                                .bind(UnixDomainSocketAddress.of(folder.resolve("hit.drl")))
                                .close()),
                on("a folder in place of the settings", SETTINGS_MISSING, "policy.properties", folder -> {
                    Files.delete(folder.resolve("policy.properties"));
                    Files.createDirectory(folder.resolve("policy.properties"));
                }),
                on(
                        "a name of two lines",
                        PATH_INVALID,
                        "test/a\ufffdb.drl",
                        folder -> Files.createFile(folder.resolve("test/a\nb.drl"))),
                on(
                        "a name that is shown backwards",
                        PATH_INVALID,
                        "test/a\ufffdlrd.exe",
                        folder -> Files.createFile(folder.resolve("test/a\u202elrd.exe"))),
                on(
                        "a name for a terminal",
                        PATH_INVALID,
                        "test/\ufffd[2J.drl",
                        folder -> Files.createFile(folder.resolve("test/\u001b[2J.drl"))),
                on(
                        "a name with a backslash",
                        PATH_INVALID,
                        "test/../test.drl",
                        folder -> Files.createFile(folder.resolve("test\\..\\test.drl"))),
                on(
                        "one name twice",
                        PATH_INVALID,
                        "test/test.drl",
                        folder -> Files.createFile(folder.resolve("test\\test.drl"))),
                on("a file in place of the folder", POLICY_UNREADABLE, "", folder -> {
                    Files.delete(folder.resolve("policy.properties"));
                    Files.delete(folder.resolve("test/test.drl"));
                    Files.delete(folder.resolve("test"));
                    Files.delete(folder);
                    Files.createFile(folder);
                }));
    }

    private static Stream<Named<Attack>> sizes() {
        return Stream.of(
                on("a file of ten gigabytes", FILE_TOO_LARGE, "hit.md", folder -> grow(folder.resolve("hit.md"))),
                on(
                        "settings of ten gigabytes",
                        FILE_TOO_LARGE,
                        "policy.properties",
                        folder -> grow(folder.resolve("policy.properties"))),
                on("six of them", POLICY_TOO_LARGE, "", folder -> {
                    for (int i = 0; i < 6; i++) {
                        grow(folder.resolve("hit-" + i + ".md"));
                    }
                }),
                on(
                        "folders in folders",
                        POLICY_TOO_LARGE,
                        "a/a/a/a/a/a/a/a/a/a/a",
                        folder -> Files.createDirectories(folder.resolve("a/".repeat(200)))),
                on("many folders", POLICY_TOO_LARGE, "", folder -> {
                    for (int i = 0; i < 2_000; i++) {
                        Files.createDirectory(folder.resolve("folder-" + i));
                    }
                }),
                on("many hidden files", POLICY_TOO_LARGE, "", folder -> {
                    for (int i = 0; i < 2_000; i++) {
                        Files.createFile(folder.resolve("test/.hidden-" + i));
                    }
                }));
    }

    private static Named<Attack> link(String path, String target) {
        String name = "a link from " + path + " to " + target.substring(0, Math.min(target.length(), 50));
        return on(name, LINK_INVALID, path, folder -> Files.createSymbolicLink(folder.resolve(path), Path.of(target)));
    }

    private static Named<Attack> on(String name, Code code, String file, Change change) {
        Attack.Prepared prepared = temp -> {
            Path folder = Files.createDirectory(temp.resolve("policy"));
            for (Map.Entry<String, String> written : Policies.files(Attack.RULE).entrySet()) {
                Path path = folder.resolve(written.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, written.getValue());
            }
            Files.writeString(Files.createDirectory(temp.resolve("outside")).resolve("hit.drl"), "hit");
            change.make(folder);
            return folder;
        };
        return Named.of(name, new Attack(prepared, code, file, 0));
    }

    /** Takes no space on the disk. */
    private static void grow(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(10_000_000_000L);
        }
    }

    private static void pipe(Path path) throws IOException {
        try {
            if (new ProcessBuilder("mkfifo", path.toString()).start().waitFor() != 0) {
                throw new IOException("mkfifo has failed");
            }
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
