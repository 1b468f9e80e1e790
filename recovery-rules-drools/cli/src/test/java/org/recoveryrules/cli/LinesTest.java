package org.recoveryrules.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.drools.json.ContextJson;

class LinesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100_000})
    void lines_are_cut_wherever_the_reads_end(int readable) throws IOException {
        String text = "one\n\ntwo\r\nthree " + "x".repeat(70_000) + "\nlast";

        assertThat(lines(new Slow(text, readable)))
                .containsExactly("1:one", "2:", "3:two\r", "4:three " + "x".repeat(70_000), "5:last");
    }

    @Test
    void the_end_of_the_last_line_begins_no_further_one() throws IOException {
        assertThat(lines(new Slow("one\n", 100))).containsExactly("1:one");
        assertThat(lines(new Slow("", 100))).isEmpty();
        assertThat(lines(new Slow("\n", 100))).containsExactly("1:");
    }

    @Test
    void lines_come_as_soon_as_a_read_completes_them() throws IOException {
        Lines lines = new Lines(new Slow("a\nb\nc", 2));

        assertThat(lines.next().orElseThrow().lines()).containsExactly("a".getBytes(UTF_8));
        assertThat(lines.next().orElseThrow().lines()).containsExactly("b".getBytes(UTF_8));
        assertThat(lines.next().orElseThrow().lines()).containsExactly("c".getBytes(UTF_8));
        assertThat(lines.next()).isEmpty();
    }

    @Test
    void of_a_line_that_is_too_long_no_more_is_kept_than_shows_that() throws IOException {
        String text = "x".repeat(5 * ContextJson.MAX_BYTES) + "\nnext";

        List<String> lines = lines(new Slow(text, 100_000));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).hasSize("1:".length() + ContextJson.MAX_BYTES + 1);
        assertThat(lines.get(1)).isEqualTo("2:next");
    }

    private static List<String> lines(InputStream in) throws IOException {
        Lines lines = new Lines(in);
        List<String> all = new ArrayList<>();
        for (Optional<Lines.Chunk> next = lines.next(); next.isPresent(); next = lines.next()) {
            long number = next.get().first();
            for (byte[] line : next.get().lines()) {
                all.add(number++ + ":" + new String(line, UTF_8));
            }
        }
        return all;
    }

    /** Gives no more than some bytes at once, as a pipe does. */
    private static final class Slow extends ByteArrayInputStream {
        private final int readable;

        Slow(String text, int readable) {
            super(text.getBytes(UTF_8));
            this.readable = readable;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, readable));
        }
    }
}
