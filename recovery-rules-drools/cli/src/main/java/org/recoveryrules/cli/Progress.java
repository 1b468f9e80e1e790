package org.recoveryrules.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells how far a long run is, once a second, on a line that is written over. Confined to one thread. */
final class Progress {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final String CLEAR = "\r" + " ".repeat(60) + "\r";

    private final PrintWriter err;
    private final LongSupplier nanos;
    private final long start;
    private long told;

    Progress(PrintWriter err, LongSupplier nanos) {
        this.err = err;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.told = start;
    }

    /** Tells it only where somebody is there to see it: if standard error is a terminal. */
    static Progress on(PrintWriter err) {
        return new Progress(isErrATerminal() ? err : new PrintWriter(Writer.nullWriter()), System::nanoTime);
    }

    /** So many lines are done. */
    void lines(long lines) {
        long now = nanos.getAsLong();
        if (now - told >= SECOND) {
            told = now;
            long rate = Math.round((double) lines * SECOND / (now - start));
            err.printf(Locale.ROOT, "\r%,d lines, %,d a second", lines, rate);
            err.flush();
        }
    }

    /** Leaves the line empty. */
    void end() {
        if (told != start) {
            err.print(CLEAR);
            err.flush();
        }
    }

    /** Java does not tell this of standard error, the shell does. Where there is no such program, nobody is told. */
    private static boolean isErrATerminal() {
        try {
            return new ProcessBuilder("test", "-t", "2")
                            .redirectError(Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
