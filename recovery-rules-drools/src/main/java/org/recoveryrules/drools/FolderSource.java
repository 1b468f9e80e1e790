package org.recoveryrules.drools;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.drools.files.FolderReading;

/** The files of a policy in a folder. Somebody may be saving into it, so it is read until two readings in a row agree. */
record FolderSource(Path folder) implements PolicySource {
    private static final long PAUSE_MILLIS = 20;
    private static final int READINGS = 50;

    /** What reads a folder once. */
    @FunctionalInterface
    interface Reader {
        /** Reads it as it is now. */
        FolderReading read() throws IOException;
    }

    @Override
    public Map<String, byte[]> read() throws IOException {
        FolderReading settled = settled(() -> FolderReading.of(folder));
        if (!settled.faults().isEmpty()) {
            throw new InvalidPolicyException(toString(), settled.faults());
        }
        return settled.contents();
    }

    /** The first reading that agrees with the one before it. */
    static FolderReading settled(Reader reader) throws IOException {
        FolderReading before = reader.read();
        Set<String> changing = Set.of();
        for (int i = 1; i < READINGS; i++) {
            pause();
            FolderReading now = reader.read();
            changing = before.differences(now);
            if (changing.isEmpty()) {
                return now;
            }
            before = now;
        }
        throw new IOException("the files keep changing while they are read: " + String.join(", ", changing)
                + "; try again once they are at rest");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the reading of the policy was interrupted");
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
