package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.cli.Watch.Snapshot;

class WatchTest {
    @TempDir
    private Path above;

    private Path folder;
    private Path file;
    private Thread watching;
    private final LinkedBlockingQueue<Snapshot> seen = new LinkedBlockingQueue<>();

    @BeforeEach
    void watch() throws IOException, InterruptedException {
        folder = above.resolve("policy");
        file = Files.writeString(
                Files.createDirectories(folder.resolve("topic")).resolve("a.drl"), "a");
        watching = new Thread(() -> Watch.watch(folder, () -> seen.add(Snapshot.of(folder))));
        watching.start();
        awaitAction();
    }

    @AfterEach
    void end() throws InterruptedException {
        watching.interrupt();
        watching.join();
    }

    @Test
    void a_saved_file_runs_the_action_again() throws IOException, InterruptedException {
        Files.writeString(file, "ab");
        awaitAction();
        Files.writeString(file, "abc");
        awaitAction();
    }

    @Test
    void a_file_saved_with_as_many_characters_does() throws IOException, InterruptedException {
        Files.writeString(file, "b");
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        awaitAction();
    }

    @Test
    void a_created_file_does() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("topic/b.drl"), "b");
        awaitAction();
    }

    @Test
    void a_deleted_file_does() throws IOException, InterruptedException {
        Files.delete(file);
        awaitAction();
    }

    @Test
    void a_renamed_file_does() throws IOException, InterruptedException {
        Files.move(file, file.resolveSibling("b.drl"));
        awaitAction();
    }

    @Test
    void a_file_in_a_folder_that_was_added_does() throws IOException, InterruptedException {
        Path added = Files.createDirectories(folder.resolve("more/topics"));
        Files.writeString(added.resolve("b.drl"), "b");
        awaitAction();
        Files.writeString(added.resolve("b.drl"), "bc");
        awaitAction();
    }

    @Test
    void a_folder_that_comes_back_does() throws IOException, InterruptedException {
        Path away = above.resolve("away");
        Files.move(folder, away);
        assertThat(awaitAction().files()).isEmpty();
        Files.move(away, folder);
        assertThat(awaitAction().files()).containsOnlyKeys(file);
    }

    @Test
    void many_files_saved_in_a_row_do_not_each_run_it() throws IOException, InterruptedException {
        int saved = 50;
        for (int i = 0; i < saved; i++) {
            Files.writeString(folder.resolve(i + ".drl"), "a");
        }

        int runs = 1;
        while (awaitAction().files().size() <= saved) {
            runs++;
        }
        assertThat(runs).isLessThan(saved);
    }

    @Test
    void it_ends_when_it_is_interrupted() throws InterruptedException {
        watching.interrupt();
        watching.join();

        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".a.drl.swp", ".git/index", "~$tariff.xlsx", "a.drl~", ".~lock.tariff.xlsx#"})
    void what_editors_keep_for_themselves_is_not_looked_at(String name) throws IOException {
        Snapshot before = Snapshot.of(folder);

        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), "a");

        assertThat(Snapshot.of(folder)).isEqualTo(before);
    }

    @Test
    void a_folder_may_have_a_name_that_begins_with_a_dot() throws IOException {
        Path hidden = Files.createDirectory(folder.resolve(".policy"));
        Files.writeString(hidden.resolve("a.drl"), "a");

        assertThat(Snapshot.of(hidden).files()).hasSize(1);
    }

    /** Fails where the action does not run within a minute, which is no measure of how fast it should. */
    private Snapshot awaitAction() throws InterruptedException {
        return Objects.requireNonNull(seen.poll(1, TimeUnit.MINUTES));
    }
}
