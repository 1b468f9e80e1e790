package org.recoveryrules.drools.cases;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recoveryrules.api.Diagnostic.Place;

/** The text of a file, and the lines and columns in which a reader finds what stands at an offset. */
final class SourceText {
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final String MARK = "\uFEFF";

    private final String path;
    private final String text;
    private final OptionalInt malformed;
    private final TreeMap<Integer, Line> lines = new TreeMap<>();

    private record Line(int number, String text) {}

    /** Takes a file in UTF-8, with or without the byte order mark that some editors write first. */
    SourceText(String path, byte[] content) {
        String decoded = new String(content, StandardCharsets.UTF_8);
        int mark = decoded.startsWith(MARK) ? MARK.length() : 0;
        this.path = path;
        this.text = decoded.substring(mark);
        this.malformed = malformed(content, mark);
        Matcher end = LINE_END.matcher(text);
        int start = 0;
        while (end.find()) {
            lines.put(start, new Line(lines.size() + 1, text.substring(start, end.start())));
            start = end.end();
        }
        lines.put(start, new Line(lines.size() + 1, text.substring(start)));
    }

    String text() {
        return text;
    }

    /** Where the first byte stands that is not UTF-8. */
    OptionalInt malformed() {
        return malformed;
    }

    /** The place from an offset to the one after its last character. */
    Place place(int start, int end) {
        Map.Entry<Integer, Line> first = lines.floorEntry(start);
        Map.Entry<Integer, Line> last = lines.floorEntry(end);
        return new Place(
                path,
                "",
                first.getValue().number(),
                column(first.getKey(), start),
                last.getValue().number(),
                column(last.getKey(), end),
                first.getValue().text());
    }

    private int column(int lineStart, int offset) {
        return 1 + text.codePointCount(lineStart, offset);
    }

    private static OptionalInt malformed(byte[] content, int mark) {
        CharBuffer sound = CharBuffer.allocate(content.length);
        boolean complete = !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content), sound, true)
                .isError();
        return complete ? OptionalInt.empty() : OptionalInt.of(sound.position() - mark);
    }
}
