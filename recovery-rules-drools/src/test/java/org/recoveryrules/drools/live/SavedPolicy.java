package org.recoveryrules.drools.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.PolicySource;

/** A small policy that is saved anew while it serves: a barrier by a severity that can be chosen. */
final class SavedPolicy implements PolicySource {
    final AtomicInteger reads = new AtomicInteger();
    private volatile PolicySource saved = () -> {
        throw new IOException("nothing is saved");
    };

    static SavedPolicy of(String severity) {
        SavedPolicy policy = new SavedPolicy();
        policy.save(severity);
        return policy;
    }

    /** The files of the policy in which harm of a severity, and graver, is a barrier. */
    static Map<String, String> files(String severity) {
        return Policies.files(Policies.rule(
                "test.severe",
                "ServiceFailure( severity >= Severity." + severity + " )",
                "findings.barrier( Barrier.SEVERITY );"));
    }

    void save(String severity) {
        save(files(severity));
    }

    void save(String severity, String path, String text) {
        Map<String, String> files = new TreeMap<>(files(severity));
        files.put(path, text);
        save(files);
    }

    void save(Map<String, String> files) {
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        saved = () -> contents;
    }

    /** From now on reading it does this. */
    void read(PolicySource reading) {
        saved = reading;
    }

    @Override
    public Map<String, byte[]> read() throws IOException {
        reads.incrementAndGet();
        return saved.read();
    }

    @Override
    public String toString() {
        return "saved";
    }
}
