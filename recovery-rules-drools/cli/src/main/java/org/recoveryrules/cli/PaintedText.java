package org.recoveryrules.cli;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.cli.Shown.Extent;

/** The text of a rule file, line by line, with what the cases show of it painted into it. */
final class PaintedText {
    private final List<String> lines;
    private final List<Shown> shown;
    private final @Nullable Extent[][] paint;

    /**
     * Paints a text.
     *
     * @param text the text
     * @param shown what there is to paint, by line
     */
    PaintedText(String text, List<Shown> shown) {
        this.lines = text.lines().toList();
        this.shown = shown;
        this.paint = new @Nullable Extent[lines.size()][];
        for (int line = 0; line < paint.length; line++) {
            paint[line] = new @Nullable Extent[lines.get(line).length()];
        }
        shown.forEach(this::paint);
    }

    /** Of what lies one over the other, as in a cell from which several comparisons were made, the worst is seen. */
    private void paint(Shown one) {
        Place place = one.place();
        for (int line = place.line(); line <= Math.min(place.endLine(), lines.size()); line++) {
            @Nullable Extent[] characters = paint[line - 1];
            int start = line == place.line() ? index(line, place.column()) : 0;
            int end = line == place.endLine() ? index(line, place.endColumn()) : characters.length;
            for (int i = start; i < end; i++) {
                Extent other = characters[i];
                characters[i] = other == null || other.compareTo(one.extent()) < 0 ? one.extent() : other;
            }
        }
    }

    /** Where in a line a column begins, which is a character (a code point). */
    private int index(int line, int column) {
        String text = lines.get(line - 1);
        int characters = text.codePointCount(0, text.length());
        return text.offsetByCodePoints(0, Math.max(0, Math.min(column - 1, characters)));
    }

    /**
     * Writes a list of its lines.
     *
     * @param notes writes what the cases show of what ends on a line; not called where that is nothing
     */
    void write(Html html, Consumer<List<Shown>> notes) {
        html.begin("ol", "class", "code");
        for (int line = 1; line <= lines.size(); line++) {
            int number = line;
            html.begin("li").begin("code");
            writeLine(html, lines.get(line - 1), paint[line - 1]);
            html.end();
            List<Shown> ended = shown.stream()
                    .filter(one -> Math.min(one.place().endLine(), lines.size()) == number)
                    .toList();
            if (!ended.isEmpty()) {
                notes.accept(ended);
            }
            html.end();
        }
        html.end();
    }

    private static void writeLine(Html html, String line, @Nullable Extent[] characters) {
        int start = 0;
        while (start < line.length()) {
            Extent extent = characters[start];
            int end = start;
            while (end < line.length() && characters[end] == extent) {
                end++;
            }
            if (extent == null) {
                html.text(line.substring(start, end));
            } else {
                html.element("mark", line.substring(start, end), "class", extent.style());
            }
            start = end;
        }
    }
}
