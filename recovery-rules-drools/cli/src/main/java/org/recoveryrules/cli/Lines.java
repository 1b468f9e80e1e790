package org.recoveryrules.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.recoveryrules.drools.json.ContextJson;

/** Cuts a stream into lines, in memory that does not grow with it. */
final class Lines {
    /** One byte more than can be read: enough to see that a line is too long. The rest of it is passed over. */
    private static final int MAX_KEPT = ContextJson.MAX_BYTES + 1;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private long next = 1;

    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * Some lines that follow each other, without their ends.
     *
     * @param first the number of the first, from 1
     */
    record Chunk(long first, List<byte[]> lines) {}

    /** The lines that the next read completes, so that who sends one and waits is answered; nothing at the end. */
    Optional<Chunk> next() throws IOException {
        while (true) {
            int length = in.read(buffer);
            List<byte[]> lines = length < 0 ? lastLine() : lines(length);
            if (length < 0 || !lines.isEmpty()) {
                long first = next;
                next += lines.size();
                return lines.isEmpty() ? Optional.empty() : Optional.of(new Chunk(first, lines));
            }
        }
    }

    private List<byte[]> lines(int length) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                lines.add(line(start, i));
                start = i + 1;
            }
        }
        keep(start, length);
        return lines;
    }

    private byte[] line(int start, int end) {
        if (begun.size() == 0) {
            return Arrays.copyOfRange(buffer, start, end);
        }
        keep(start, end);
        byte[] line = begun.toByteArray();
        begun.reset();
        return line;
    }

    private List<byte[]> lastLine() {
        return begun.size() == 0 ? List.of() : List.of(line(0, 0));
    }

    private void keep(int start, int end) {
        begun.write(buffer, start, Math.min(end - start, MAX_KEPT - begun.size()));
    }
}
