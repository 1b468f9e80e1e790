package org.recoveryrules.drools.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that changes on purpose only: {@code -Dgolden.accept=true} takes what came as what is expected from now on. */
record GoldenFile(Path file) {
    static final Path FOLDER = Path.of("src/test/resources/org/recoveryrules/drools/check/golden");

    /** The golden file of a code. */
    static GoldenFile of(String code) {
        return new GoldenFile(FOLDER.resolve(code + ".txt"));
    }

    void assertContent(String content) throws IOException {
        if (Boolean.getBoolean("golden.accept")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("if what came differs from %s on purpose, accept it with -Dgolden.accept=true", file)
                .exists()
                .hasContent(content);
    }
}
