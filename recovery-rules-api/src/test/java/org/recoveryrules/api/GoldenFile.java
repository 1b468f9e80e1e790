package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that changes on purpose only. The system property {@code golden.accept} set to {@code true} takes what came as
 * what is expected from now on.
 *
 * @param expected the file under version control
 * @param actual where what came is written, to compare by hand
 * @param accept whether what came replaces what was expected
 */
record GoldenFile(Path expected, Path actual, boolean accept) {
    /** A golden file among the test resources of this module. */
    static GoldenFile of(String resource) {
        Path module = Path.of(System.getProperty("basedir", ""));
        return new GoldenFile(
                module.resolve("src/test/resources").resolve(resource),
                module.resolve("target/golden").resolve(resource),
                Boolean.getBoolean("golden.accept"));
    }

    void assertContent(String content) throws IOException {
        if (accept) {
            write(expected, content);
        }
        write(actual, content);
        String advice = "what came differs from " + expected
                + "; if that is meant, accept it with: mvn verify -Dgolden.accept=true";
        assertThat(expected).as(advice).exists();
        assertThat(actual).as(advice).hasSameTextualContentAs(expected);
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
