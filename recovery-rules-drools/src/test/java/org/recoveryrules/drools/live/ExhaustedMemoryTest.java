package org.recoveryrules.drools.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM in which one decision takes all memory. */
class ExhaustedMemoryTest {
    @Test
    void who_runs_out_of_memory_is_told_so_and_everything_goes_on(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExhaustedMemory.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).as(read(output)).isZero();
        assertThat(read(output)).endsWith(ExhaustedMemory.WELL + System.lineSeparator());
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
