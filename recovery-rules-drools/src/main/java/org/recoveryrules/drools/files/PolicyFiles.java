package org.recoveryrules.drools.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.InvalidPolicyException;

/** The files of one policy version, by normalised path: a snapshot that does not change. */
public final class PolicyFiles {
    /** The file that every policy has. */
    public static final String SETTINGS = "policy.properties";

    /** The folder of the standard policy on the class path. */
    public static final String STANDARD = "org/recoveryrules/policy/standard";

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String origin;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /** What reads contents by path. */
    @FunctionalInterface
    public interface Contents {
        /** All contents as they are now. */
        Map<String, byte[]> read() throws IOException;
    }

    /**
     * Takes the files of a policy. What editors and systems leave behind is none of it: hidden files, backups, locks.
     *
     * @param origin where the files come from, for messages
     * @param contents contents by path; forward or backward slashes
     * @throws InvalidPolicyException if a path is none within a policy, two of them are the same, or there are too many
     *     files or bytes
     */
    public PolicyFiles(String origin, Map<String, byte[]> contents) {
        this.origin = origin;
        Faults faults = new Faults();
        long bytes =
                contents.values().stream().mapToLong(content -> content.length).sum();
        if (contents.size() > PolicySize.FILES || bytes > PolicySize.BYTES) {
            String most = contents.size() > PolicySize.FILES
                    ? PolicySize.FILES + " files"
                    : PolicySize.BYTES + " bytes in all";
            String message = "this policy has more than " + most;
            faults.add(Place.of(origin), Code.POLICY_TOO_LARGE, message, "divide it, and leave out what is none of it");
        } else {
            contents.forEach((path, content) -> take(path, content, faults));
        }
        if (!faults.errors().isEmpty()) {
            throw new InvalidPolicyException(origin, faults.all());
        }
    }

    private void take(String path, byte[] content, Faults faults) {
        boolean tooLong = path.length() > PolicySize.PATH_LENGTH; // and normalising it might take long
        String normalised = tooLong ? path : Normalizer.normalize(path.replace('\\', '/'), Normalizer.Form.NFC);
        if (isLeftBehind(normalised)) {
            return;
        }
        String wrong = wrongWith(normalised);
        if (!wrong.isEmpty()) {
            Place place = normalised.isBlank() ? Place.of(origin) : Place.of(shown(normalised));
            faults.add(place, Code.PATH_INVALID, wrong, "such as paradox/barriers.drl");
        } else if (files.put(normalised, content.clone()) != null) {
            String message = "there is another file of this name";
            faults.add(Place.of(normalised), Code.PATH_INVALID, message, "give this one another name");
        }
    }

    /** What keeps a path from being one within a policy; empty where nothing does. */
    private static String wrongWith(String path) {
        if (path.isBlank()) {
            return "every file of a policy has a name, and one of this has none";
        } else if (path.length() > PolicySize.PATH_LENGTH) {
            return "this path has more than " + PolicySize.PATH_LENGTH + " characters";
        } else if (!path.equals(shown(path))) {
            return "the name of a file has no hidden characters";
        }
        List<String> parts = List.of(path.split("/", -1));
        if (DRIVE.matcher(path).matches() || parts.contains("") || parts.contains(".") || parts.contains("..")) {
            return "a file of a policy lies below its folder, and its path leads nowhere else";
        }
        return parts.size() <= PolicySize.DEPTH + 1
                ? ""
                : "this file lies more than " + PolicySize.DEPTH + " folders deep";
    }

    /** A path as it can be shown to anybody. */
    static String shown(String path) {
        StringBuilder shown = new StringBuilder();
        path.chars()
                .limit(PolicySize.PATH_LENGTH)
                .forEach(character -> shown.append(
                        Character.isISOControl(character) || SourceText.isHidden((char) character)
                                ? '\ufffd'
                                : (char) character));
        return shown.toString();
    }

    /**
     * Reads the files of a policy.
     *
     * @param origin where the files come from, for messages
     * @param contents what reads them
     * @return the files
     * @throws InvalidPolicyException if they cannot be read, or cannot be the files of a policy
     */
    public static PolicyFiles read(String origin, Contents contents) {
        try {
            return new PolicyFiles(origin, contents.read());
        } catch (InvalidPolicyException e) {
            throw e;
        } catch (Exception e) {
            // Whatever it is: languages without checked exceptions throw any, such as a SQLException.
            Faults faults = new Faults();
            faults.add(Place.of(origin), Code.POLICY_UNREADABLE, reason(e));
            throw new InvalidPolicyException(origin, faults.all());
        }
    }

    /** What failed, in words where the failure has any: that of a file system has no more than a path. */
    private static String reason(Exception e) {
        boolean inWords = e instanceof IOException && !(e instanceof FileSystemException);
        return Optional.ofNullable(e.getMessage()).filter(words -> inWords).orElse(e.toString());
    }

    /** Whether a path is that of something hidden, a backup or a lock. */
    static boolean isLeftBehind(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Stream.of(path.split("/")).anyMatch(PolicyFiles::isHidden)
                || name.endsWith("~")
                || name.startsWith("~$")
                || name.startsWith("#")
                || name.equals("Icon\r")
                || name.equals("Thumbs.db")
                || name.equals("desktop.ini");
    }

    private static boolean isHidden(String folderOrName) {
        return folderOrName.startsWith(".") && !folderOrName.matches("\\.+");
    }

    /** Where the files come from. */
    public String origin() {
        return origin;
    }

    /** Contents by path. */
    public SortedMap<String, byte[]> contents() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** The text of a file, without a byte order mark; empty where it is not UTF-8 or too large, which is told. */
    public Optional<SourceText> text(String path, Faults faults) {
        return text(path, files.get(path), faults);
    }

    /** Whether a file is too large to be read, which is told. */
    public static boolean isTooLarge(String path, byte[] content, Faults faults) {
        if (content.length > PolicySize.TEXT_BYTES) {
            String message = "this file has more than " + PolicySize.TEXT_BYTES + " bytes";
            faults.add(Place.of(path), Code.FILE_TOO_LARGE, message, "split it");
        }
        return content.length > PolicySize.TEXT_BYTES;
    }

    /** The text of a file's content, without a byte order mark; empty where it is not UTF-8 or too large, which is told. */
    public static Optional<SourceText> text(String path, byte[] content, Faults faults) {
        if (isTooLarge(path, content, faults)) {
            return Optional.empty();
        }
        long zeros =
                IntStream.range(0, content.length).filter(i -> content[i] == 0).count();
        if (zeros > 0 || isMarkedUtf16(content)) {
            boolean utf16 = isMarkedUtf16(content) || zeros * 4 >= content.length;
            String message = utf16 ? "this file is UTF-16, not UTF-8" : "this file is no text: it holds zero bytes";
            faults.add(Place.of(path), Code.ENCODING, message, "save it as text in UTF-8 in your editor");
            return Optional.empty();
        }
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

    private static boolean isMarkedUtf16(byte[] content) {
        return content.length > 1 && (content[0] ^ content[1]) == 1 && (content[0] & content[1]) == (byte) 0xFE;
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
