package org.recoveryrules.drools.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Place;

/**
 * A text in which each fault is marked where it stands: ⟦field-unknown|severty⟧. A mark may be empty ⟦end-missing|⟧, may
 * hold others, and concerns the whole file where it has no bar: ⟦file-empty⟧.
 *
 * @param text the text without its marks
 * @param faults what is marked, in the order of the text
 */
record MarkedText(String text, List<Fault> faults) {
    /**
     * A fault that is expected or that came.
     *
     * @param file the file
     * @param line the line on which it begins; 0 where it concerns the whole file
     * @param column the column in which it begins
     * @param endLine the line on which it ends
     * @param endColumn the column after its last character
     * @param code what is wrong
     */
    record Fault(String file, int line, int column, int endLine, int endColumn, String code) {
        static final Comparator<Fault> ORDER = Comparator.comparing(Fault::file)
                .thenComparingInt(Fault::line)
                .thenComparingInt(Fault::column)
                .thenComparing(Fault::code);

        static Fault of(Diagnostic diagnostic) {
            Place place = diagnostic.place();
            return new Fault(
                    place.file(), place.line(), place.column(), place.endLine(), place.endColumn(), diagnostic.code());
        }

        @Override
        public String toString() {
            return "%s:%d:%d-%d:%d %s".formatted(file, line, column, endLine, endColumn, code);
        }
    }

    private record Mark(String code, int line, int column) {}

    /** Reads a marked text. Lines end by LF, CR LF or CR; a column is a code point. */
    static MarkedText of(String file, String marked) {
        StringBuilder text = new StringBuilder();
        List<Fault> faults = new ArrayList<>();
        Deque<Mark> open = new ArrayDeque<>();
        int line = 1;
        int column = 1;
        int at = 0;
        while (at < marked.length()) {
            int character = marked.codePointAt(at);
            at += Character.charCount(character);
            if (character == '⟦') {
                int end = at;
                while (marked.charAt(end) != '|' && marked.charAt(end) != '⟧') {
                    end++;
                }
                String code = marked.substring(at, end);
                if (marked.charAt(end) == '|') {
                    open.push(new Mark(code, line, column));
                } else {
                    faults.add(new Fault(file, 0, 0, 0, 0, code));
                }
                at = end + 1;
            } else if (character == '⟧') {
                Mark mark = open.pop();
                faults.add(new Fault(file, mark.line(), mark.column(), line, column, mark.code()));
            } else {
                text.appendCodePoint(character);
                boolean paired = character == '\r' && at < marked.length() && marked.charAt(at) == '\n';
                boolean ends = character == '\n' || (character == '\r' && !paired);
                line += ends ? 1 : 0;
                column = ends ? 1 : column + 1;
            }
        }
        faults.sort(Fault.ORDER);
        return new MarkedText(text.toString(), List.copyOf(faults));
    }
}
