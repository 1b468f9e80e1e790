package org.recoveryrules.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveDeskTest {
    @Test
    void a_day_prints_what_became_of_each_save_and_what_was_decided_then(@TempDir Path desk) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        LiveDesk.run(Path.of("policy-project/policy"), desk, new PrintStream(printed, true, StandardCharsets.UTF_8));

        try (InputStream expected = getClass().getResourceAsStream("day.txt")) {
            assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                    .containsExactlyElementsOf(new String(expected.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
    }
}
