package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFileTest {
    @TempDir
    private Path folder;

    private Path expected;
    private Path actual;

    @BeforeEach
    void golden_file_of_two_lines() throws IOException {
        expected = folder.resolve("golden.txt");
        actual = folder.resolve("target/golden.txt");
        Files.writeString(expected, "one\ntwo\n");
    }

    @Test
    void the_same_content_passes() throws IOException {
        new GoldenFile(expected, actual, false).assertContent("one\ntwo\n");
        assertThat(actual).hasSameTextualContentAs(expected);
    }

    @Test
    void other_content_fails_with_the_difference_and_how_to_accept_it() {
        assertThatThrownBy(() -> new GoldenFile(expected, actual, false).assertContent("one\nthree\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[what came differs from " + expected + "; if that is meant, accept it with: "
                        + "mvn verify -Dgolden.accept=true]")
                .hasMessageContaining("Changed content at line 2:\n"
                        + "expecting:\n"
                        + "  [\"two\"]\n"
                        + "but was:\n"
                        + "  [\"three\"]");
        assertThat(expected).hasContent("one\ntwo\n");
    }

    @Test
    void a_missing_file_fails_with_how_to_accept_it() throws IOException {
        Files.delete(expected);
        assertThatThrownBy(() -> new GoldenFile(expected, actual, false).assertContent("one\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("mvn verify -Dgolden.accept=true");
    }

    @Test
    void accepted_content_is_expected_from_then_on() throws IOException {
        new GoldenFile(expected, actual, true).assertContent("one\nthree\n");
        assertThat(expected).hasContent("one\nthree\n");
        new GoldenFile(expected, actual, false).assertContent("one\nthree\n");
    }
}
