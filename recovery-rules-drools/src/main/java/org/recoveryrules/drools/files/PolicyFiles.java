package org.recoveryrules.drools.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of one policy version, by normalised path: a snapshot that does not change. */
public final class PolicyFiles {
    /** The file that every policy has. */
    public static final String SETTINGS = "policy.properties";

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String origin;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /**
     * Takes the files of a policy. What editors and systems leave behind is none of it: hidden files, backups, locks.
     *
     * @param origin where the files come from, for messages
     * @param contents contents by path; forward or backward slashes
     */
    public PolicyFiles(String origin, Map<String, byte[]> contents) {
        this.origin = origin;
        contents.forEach((path, content) -> {
            String normalised = Normalizer.normalize(path.replace('\\', '/'), Normalizer.Form.NFC);
            if (!isLeftBehind(normalised)) {
                files.put(normalised, content.clone());
            }
        });
    }

    private static boolean isLeftBehind(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith(".")
                || path.contains("/.")
                || name.endsWith("~")
                || name.startsWith("~$")
                || name.startsWith("#")
                || name.equals("Thumbs.db")
                || name.equals("desktop.ini");
    }

    /** Where the files come from. */
    public String origin() {
        return origin;
    }

    /** Contents by path. */
    public SortedMap<String, byte[]> contents() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** The text of a file, without a byte order mark; empty where it is not UTF-8, which is told. */
    public Optional<SourceText> text(String path, Faults faults) {
        return text(path, files.get(path), faults);
    }

    /** The text of a file's content, without a byte order mark; empty where it is not UTF-8, which is told. */
    public static Optional<SourceText> text(String path, byte[] content, Faults faults) {
        byte[] bytes = withoutMark(content);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String read = out.flip().toString();
        if (!result.isError()) {
            return Optional.of(new SourceText(path, read));
        }
        String rest = new String(bytes, in.position(), bytes.length - in.position(), StandardCharsets.ISO_8859_1);
        SourceText shown = new SourceText(path, read + rest);
        faults.add(
                shown.place(new Span(read.length(), read.length() + 1)),
                Code.ENCODING,
                "this file is not UTF-8",
                "save it as UTF-8 in your editor");
        return Optional.empty();
    }

    private static byte[] withoutMark(byte[] content) {
        boolean marked = content.length >= MARK.length && Arrays.equals(content, 0, MARK.length, MARK, 0, MARK.length);
        return marked ? Arrays.copyOfRange(content, MARK.length, content.length) : content;
    }

    /** SHA-256 over path, length and bytes of files, in the order of their paths. */
    public static String digest(SortedMap<String, byte[]> contents) {
        MessageDigest digest = Sha256.newDigest();
        contents.forEach((path, content) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(
                    ByteBuffer.allocate(Long.BYTES).putLong(content.length).array());
            digest.update(content);
        });
        return Sha256.hex(digest);
    }
}
