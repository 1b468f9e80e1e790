package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.drools.files.FolderReading;

class FolderSourceTest {
    private static final String RULES = "test/test.drl";
    private static final Map<String, String> FILES =
            Policies.files(Policies.rule("test.review", "ServiceFailure()", "findings.review();"));

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void write() throws IOException {
        folder = temp.resolve("policy");
        write(folder, FILES);
    }

    @Test
    void is_read_until_two_readings_in_a_row_agree() throws IOException {
        Deque<FolderReading> readings = new ArrayDeque<>(List.of(
                reading(RULES, "half"),
                reading(RULES, "whole"),
                reading(RULES, "whole again"),
                reading(RULES, "whole again"),
                reading(RULES, "later")));

        FolderReading settled = FolderSource.settled(readings::remove);

        assertThat(settled.contents().get(RULES)).asString().isEqualTo("whole again");
        assertThat(readings).hasSize(1);
    }

    @Test
    void a_file_that_comes_or_goes_is_a_change_too() throws IOException {
        FolderReading without = reading(RULES, "whole");
        Deque<FolderReading> readings =
                new ArrayDeque<>(List.of(without, reading("test/other.drl", "more"), without, without));

        assertThat(FolderSource.settled(readings::remove).contents())
                .isEqualTo(without.contents())
                .doesNotContainKey("test/other.drl");
        assertThat(readings).isEmpty();
    }

    @Test
    void what_was_wrong_for_a_moment_is_wrong_no_more() throws IOException {
        Path link = folder.resolve("remedy");
        Files.createSymbolicLink(link, folder.resolve("nothing"));
        FolderReading broken = FolderReading.of(folder);
        Files.delete(link);
        Deque<FolderReading> readings =
                new ArrayDeque<>(List.of(broken, FolderReading.of(folder), FolderReading.of(folder)));

        assertThat(broken.faults()).hasSize(1);
        assertThat(FolderSource.settled(readings::remove).faults()).isEmpty();
    }

    @Test
    void files_that_never_rest_are_told_by_name() throws IOException {
        FolderReading one = reading(RULES, "one");
        FolderReading other = reading(RULES, "other");
        AtomicBoolean first = new AtomicBoolean();

        assertThatThrownBy(() -> FolderSource.settled(() -> first.getAndSet(!first.get()) ? one : other))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "the files keep changing while they are read: test/test.drl; try again once they are at rest");
    }

    @Test
    void a_reading_that_is_interrupted_ends_and_says_so() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> FolderSource.settled(() -> reading(RULES, "whole")))
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("the reading of the policy was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    /** The writer replaces two files by one atomic swap of their folder; what is read is never one of each. */
    @Test
    void somebody_who_saves_meanwhile_is_never_met_half_way() throws Exception {
        Path volume = temp.resolve("volume");
        write(volume.resolve("..one"), versions("one"));
        write(volume.resolve("..two"), versions("two"));
        Files.createSymbolicLink(volume.resolve("..data"), Path.of("..one"));
        Files.createSymbolicLink(volume.resolve("policy.properties"), Path.of("..data/policy.properties"));
        Files.createSymbolicLink(volume.resolve("test"), Path.of("..data/test"));
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 0; !stop.get(); i++) {
                swap(volume, i % 2 == 0 ? "..two" : "..one");
                pause(i % 7 * 10);
            }
        });
        writer.start();
        try {
            for (int i = 0; i < 20; i++) {
                Map<String, byte[]> read = PolicySource.folder(volume).read();

                assertThat(read).containsOnlyKeys("policy.properties", "test/first.drl", "test/second.drl");
                assertThat(read.get("policy.properties"))
                        .isEqualTo(read.get("test/first.drl"))
                        .isEqualTo(read.get("test/second.drl"));
            }
        } finally {
            stop.set(true);
            writer.join();
        }
    }

    @Test
    void a_volume_of_kubernetes_is_a_policy_and_so_is_a_link_to_it() throws IOException {
        Path volume = temp.resolve("volume");
        write(volume.resolve("..2026_01"), FILES);
        Files.createSymbolicLink(volume.resolve("..data"), Path.of("..2026_01"));
        Files.createSymbolicLink(volume.resolve("policy.properties"), Path.of("..data/policy.properties"));
        Files.createSymbolicLink(volume.resolve("test"), Path.of("..data/test"));
        Path link = Files.createSymbolicLink(temp.resolve("link"), volume);

        assertThat(PolicySource.folder(volume).read())
                .containsExactlyInAnyOrderEntriesOf(PolicySource.folder(folder).read());
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.load(link)) {
            assertThat(advisor.policy().rules()).singleElement().hasFieldOrPropertyWithValue("id", "test.review");
        }
        write(volume.resolve("..2026_02"), Map.of("policy.properties", "name = other", "test/other.drl", "other"));
        swap(volume, "..2026_02");
        assertThat(PolicySource.folder(link).read()).containsOnlyKeys("policy.properties", "test/other.drl");
    }

    @Test
    void no_link_leads_out_of_the_folder() throws IOException {
        Path outside = temp.resolve("outside");
        write(outside, FILES);
        Files.createSymbolicLink(folder.resolve("test/absolute.drl"), outside.resolve(RULES));
        Files.createSymbolicLink(folder.resolve("test/relative.drl"), Path.of("../../outside/test/test.drl"));
        Files.createSymbolicLink(folder.resolve("remedy"), outside.resolve("test"));
        Files.createSymbolicLink(folder.resolve("second"), Path.of("remedy"));
        Files.createSymbolicLink(folder.resolve("parent"), Path.of(".."));
        Files.createSymbolicLink(folder.resolve("root"), Path.of("/"));
        Files.createSymbolicLink(folder.resolve("sibling"), Path.of("../policy/../outside"));
        Path beside = Files.createDirectory(temp.resolve("policy-of-another"));
        Files.createSymbolicLink(folder.resolve("beside"), beside);

        assertThat(refused())
                .containsExactly(
                        "beside: error[link-invalid]: this link leads out of the policy's folder",
                        "parent: error[link-invalid]: this link leads out of the policy's folder",
                        "remedy: error[link-invalid]: this link leads out of the policy's folder",
                        "root: error[link-invalid]: this link leads out of the policy's folder",
                        "second: error[link-invalid]: this link leads out of the policy's folder",
                        "sibling: error[link-invalid]: this link leads out of the policy's folder",
                        "test/absolute.drl: error[link-invalid]: this link leads out of the policy's folder",
                        "test/relative.drl: error[link-invalid]: this link leads out of the policy's folder");
    }

    @Test
    void links_that_lead_nowhere_or_in_a_circle_are_refused() throws IOException {
        Files.createSymbolicLink(folder.resolve("nothing.drl"), Path.of("no-such-file"));
        Files.createSymbolicLink(folder.resolve("beyond.drl"), Path.of("policy.properties/file"));
        Files.createSymbolicLink(folder.resolve("itself"), Path.of("itself"));
        Files.createSymbolicLink(folder.resolve("there"), Path.of("back"));
        Files.createSymbolicLink(folder.resolve("back"), Path.of("there"));
        Files.createSymbolicLink(folder.resolve("test/up"), Path.of(".."));
        Files.createSymbolicLink(folder.resolve("test/here"), Path.of("."));

        String nowhere = ": error[link-invalid]: this link leads to nothing, or in a circle";
        String back = ": error[link-invalid]: this link leads back to a folder in which it lies";
        assertThat(refused())
                .containsExactly(
                        "back" + nowhere,
                        "beyond.drl" + nowhere,
                        "itself" + nowhere,
                        "nothing.drl" + nowhere,
                        "test/here" + back,
                        "test/up" + back,
                        "there" + nowhere);
    }

    @Test
    void folders_that_link_to_each_other_come_to_an_end() throws IOException {
        for (String from : List.of("a", "b", "c")) {
            Files.createDirectory(folder.resolve(from));
            for (String to : List.of("a", "b", "c")) {
                Files.createSymbolicLink(folder.resolve(from).resolve(to), Path.of("..", to));
            }
        }

        assertThat(refused())
                .hasSize(33)
                .contains("a/b/c/a: error[link-invalid]: this link leads back to a folder in which it lies");
    }

    @Test
    void what_is_no_file_is_refused_and_never_waited_for() throws Exception {
        assumeTrue(run("mkfifo", folder.resolve("test/pipe.drl").toString()), "there are no pipes here");
        Files.createSymbolicLink(folder.resolve("zero.drl"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("test/link.drl"), Path.of("pipe.drl"));
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("socket.drl")));

            assertThat(assertTimeoutPreemptively(Duration.ofMinutes(1), this::refused))
                    .containsExactly(
                            "socket.drl: error[file-unreadable]: this is a pipe, a socket or a device, and no file",
                            "test/link.drl: error[file-unreadable]: this is a pipe, a socket or a device, and no file",
                            "test/pipe.drl: error[file-unreadable]: this is a pipe, a socket or a device, and no file",
                            "zero.drl: error[link-invalid]: this link leads out of the policy's folder");
        }
    }

    @Test
    void what_must_not_be_read_is_told_by_name() throws IOException {
        Path secret = Files.writeString(folder.resolve("test/secret.drl"), "x");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(secret), "everything can be read by whoever runs this");
        try {
            assertThat(refused())
                    .containsExactly(
                            "closed: error[file-unreadable]: this cannot be read: access is denied",
                            "test/secret.drl: error[file-unreadable]: this cannot be read: access is denied");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void what_is_hidden_is_not_looked_into() throws IOException {
        Files.createDirectories(folder.resolve(".git/objects"));
        Files.createSymbolicLink(folder.resolve(".git/objects/out"), Path.of("/"));
        Files.createSymbolicLink(folder.resolve(".lock"), Path.of("nothing"));
        Files.createSymbolicLink(folder.resolve("test/test.drl~"), Path.of("/dev/zero"));

        assertThat(PolicySource.folder(folder).read()).containsOnlyKeys("policy.properties", RULES);
    }

    @Test
    void no_more_is_read_than_a_policy_can_have() throws IOException {
        write(folder, Map.of("notes.md", " ".repeat(5 << 20)));

        assertThat(PolicySource.folder(folder).read().get("notes.md")).hasSize((4 << 20) + 1);
        assertThat(checked()).containsExactly("notes.md: error[file-too-large]: this file has more than 1000000 bytes");
    }

    @Test
    void more_files_than_a_policy_can_have_are_refused() throws IOException {
        for (int i = 0; i < 1_997; i++) {
            Files.createFile(folder.resolve("test/." + i));
        }
        assertThat(checked()).isEmpty();

        Files.createFile(folder.resolve("more.md"));
        assertThat(refused())
                .containsExactly(
                        folder + ": error[policy-too-large]: this folder holds more than 2000 files and folders");
    }

    @Test
    void more_bytes_than_a_policy_can_have_are_refused() throws IOException {
        String notes = " ".repeat(1_000_000);
        for (int i = 0; i < 20; i++) {
            write(folder, Map.of("notes-" + i + ".md", notes));
        }

        assertThat(checked())
                .singleElement()
                .asString()
                .startsWith(folder + ": error[policy-too-large]: ")
                .endsWith(" more than 20000000 bytes in all");
    }

    @Test
    void deeper_folders_than_a_policy_can_have_are_refused() throws IOException {
        Path deep = folder.resolve("1/2/3/4/5/6/7/8/9/10");
        write(deep, Map.of("notes.md", "deep"));
        assertThat(checked()).isEmpty();

        write(deep.resolve("11"), Map.of("notes.md", "deeper"));
        assertThat(refused())
                .containsExactly("1/2/3/4/5/6/7/8/9/10/11: error[policy-too-large]: this folder lies more than 10"
                        + " folders deep");
    }

    @Test
    void a_name_that_shows_as_another_is_shown_as_it_is() throws IOException {
        write(folder, Map.of("test/a\nb.drl", "x"));
        Files.createSymbolicLink(folder.resolve("\u202elrd"), Path.of("/"));

        assertThat(refused())
                .containsExactly("\ufffdlrd: error[link-invalid]: this link leads out of the policy's folder");
        Files.delete(folder.resolve("\u202elrd"));
        assertThat(checked())
                .containsExactly("test/a\ufffdb.drl: error[path-invalid]: the name of a file has no hidden characters");
    }

    @Test
    void a_file_in_place_of_a_folder_is_no_folder() throws IOException {
        Path file = folder.resolve("policy.properties");

        assertThatThrownBy(() -> PolicySource.folder(file).read())
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageEndingWith("error[policy-unreadable]: there is no folder " + file);
    }

    private List<String> refused() {
        return catchThrowableOfType(
                        InvalidPolicyException.class,
                        () -> PolicySource.folder(folder).read())
                .diagnostics()
                .stream()
                .map(Diagnostic::toString)
                .toList();
    }

    private List<String> checked() {
        return DroolsRecoveryAdvisor.builder().policy(PolicySource.folder(folder)).check().stream()
                .filter(diagnostic -> diagnostic.level() == Diagnostic.Level.ERROR)
                .map(Diagnostic::toString)
                .toList();
    }

    private FolderReading reading(String path, String text) throws IOException {
        Path read = Files.createTempDirectory(temp, "reading");
        write(read, Map.of(path, text));
        return FolderReading.of(read);
    }

    private static Map<String, String> versions(String version) {
        return Map.of("policy.properties", version, "test/first.drl", version, "test/second.drl", version);
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** As Kubernetes does it: a new link in place of the old one, at once. */
    private static void swap(Path volume, String version) {
        try {
            Path next = Files.createSymbolicLink(volume.resolve("..data_tmp"), Path.of(version));
            Files.move(next, volume.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
