package org.recoveryrules.drools.policy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of one policy version, by normalised path: a snapshot that does not change. */
public final class PolicyFiles {
    static final String SETTINGS = "policy.properties";
    private static final String RULES = ".drl";
    /** The byte order mark that some editors write at the start of a file. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String origin;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /**
     * Takes what makes up a policy, {@code policy.properties} and every {@code .drl}, and leaves all else.
     *
     * @param origin where the files come from, for messages
     * @param contents contents by path; forward or backward slashes
     */
    public PolicyFiles(String origin, Map<String, byte[]> contents) {
        this.origin = origin;
        contents.forEach((path, content) -> {
            String normalised = Normalizer.normalize(path.replace('\\', '/'), Normalizer.Form.NFC);
            if (normalised.equals(SETTINGS) || normalised.endsWith(RULES)) {
                files.put(normalised, content.clone());
            }
        });
    }

    String origin() {
        return origin;
    }

    boolean hasSettings() {
        return files.containsKey(SETTINGS);
    }

    String settings() {
        return new String(withoutMark(files.get(SETTINGS)), StandardCharsets.UTF_8);
    }

    /** Contents of the rule files in UTF-8, by path. */
    SortedMap<String, byte[]> rules() {
        SortedMap<String, byte[]> rules = new TreeMap<>(files);
        rules.remove(SETTINGS);
        rules.replaceAll((path, content) -> withoutMark(content));
        return Collections.unmodifiableSortedMap(rules);
    }

    private static byte[] withoutMark(byte[] content) {
        boolean marked = content.length >= MARK.length && Arrays.equals(content, 0, MARK.length, MARK, 0, MARK.length);
        return marked ? Arrays.copyOfRange(content, MARK.length, content.length) : content;
    }

    /** SHA-256 over path, length and bytes of every file, in the order of their paths. */
    String digest() {
        MessageDigest digest = Sha256.newDigest();
        files.forEach((path, content) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(
                    ByteBuffer.allocate(Long.BYTES).putLong(content.length).array());
            digest.update(content);
        });
        return Sha256.hex(digest);
    }
}
