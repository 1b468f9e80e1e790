package org.recoveryrules.drools.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.recoveryrules.api.Diagnostic.Place;

/** The text of a file: offsets in, places out. Lines end as in any editor: LF, CR LF or CR. Immutable. */
public final class SourceText {
    /** A longer line is shown to nobody. */
    private static final int EXCERPT = 400;

    private final String file;
    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>();
    /** Whether a character takes two of Java's; else the columns of a long line need not be counted one by one. */
    private final boolean hasPairs;

    private final Function<Span, Place> places;

    /**
     * Takes a text as it stands in a file.
     *
     * @param file the file's path within the policy
     * @param text its text, without a byte order mark
     */
    public SourceText(String file, String text) {
        this(file, text, Optional.empty());
    }

    /**
     * Takes a text that was made from a file, such as the rules of a decision table.
     *
     * @param file the file's path within the policy
     * @param text the text
     * @param places the place in the file for a stretch of the text
     */
    public SourceText(String file, String text, Function<Span, Place> places) {
        this(file, text, Optional.of(places));
    }

    private SourceText(String file, String text, Optional<Function<Span, Place>> places) {
        this.file = file;
        this.text = text;
        this.places = places.orElse(this::placeInText);
        this.hasPairs = text.chars().anyMatch(character -> Character.isSurrogate((char) character));
        lineStarts.add(0);
        for (int i = 0; i < text.length(); i++) {
            boolean paired = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !paired)) {
                lineStarts.add(i + 1);
            }
        }
    }

    /**
     * Whether a character shows nothing but changes what is shown, or shows where: a control character, a separator of
     * lines that editors ignore, or a mark that reverses the direction of what follows.
     */
    public static boolean isHidden(char character) {
        return (Character.isISOControl(character) && "\t\n\r\f".indexOf(character) < 0)
                || (character >= '\u2028' && character <= '\u202e')
                || (character >= '\u2066' && character <= '\u2069');
    }

    /** A text with a sign in place of each character that is hidden. */
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder(text);
        for (int i = 0; i < visible.length(); i++) {
            if (isHidden(visible.charAt(i))) {
                visible.setCharAt(i, '\ufffd');
            }
        }
        return visible.toString();
    }

    /** A line as it can be shown: without what nobody sees; empty where it is too long to be read. */
    static String excerpt(String line) {
        return line.length() > EXCERPT ? "" : visible(line);
    }

    public String file() {
        return file;
    }

    public String text() {
        return text;
    }

    /** The text of a stretch. */
    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** The line of an offset, from 1. */
    public int line(int offset) {
        int found = Collections.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The place of a stretch. */
    public Place place(Span span) {
        return places.apply(span);
    }

    private Place placeInText(Span span) {
        int line = line(span.start());
        int endLine = line(span.end());
        Span shown = lineSpan(line);
        return new Place(
                file,
                "",
                line,
                column(line, span.start()),
                endLine,
                column(endLine, span.end()),
                shown.end() - shown.start() > EXCERPT ? "" : visible(text(shown)));
    }

    private int column(int line, int offset) {
        int start = lineStarts.get(line - 1);
        return 1 + (hasPairs ? text.codePointCount(start, offset) : offset - start);
    }

    private Span lineSpan(int line) {
        int start = lineStarts.get(line - 1);
        int end = line < lineStarts.size() ? lineStarts.get(line) : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return new Span(start, end);
    }
}
