package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final AtomicLong nanos = new AtomicLong(7);
    private final StringWriter err = new StringWriter();
    private final Progress progress = new Progress(new PrintWriter(err), nanos::get);

    @Test
    void it_is_told_once_a_second_on_one_line_which_is_empty_at_the_end() {
        progress.lines(10);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
        progress.lines(20);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
        progress.lines(12_345);
        progress.lines(12_400);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(3));
        progress.lines(1_000_000);
        progress.end();

        assertThat(err)
                .hasToString(
                        "\r12,345 lines, 12,345 a second\r1,000,000 lines, 250,000 a second\r" + " ".repeat(60) + "\r");
    }

    @Test
    void a_short_run_tells_nothing() {
        progress.lines(10);
        progress.end();

        assertThat(err.toString()).isEmpty();
    }
}
