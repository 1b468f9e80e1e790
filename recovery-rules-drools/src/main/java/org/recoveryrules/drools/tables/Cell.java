package org.recoveryrules.drools.tables;

import java.util.List;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Place;

/**
 * One cell that holds text.
 *
 * @param row its row, from 0 as Drools counts
 * @param column its column, from 0 as Drools counts
 * @param text its text, without what is invisible at either end
 * @param mergedColumn the first column of the merged cells it is one of; {@link #NOT_MERGED} if it is none of any
 * @param source where its text stands
 * @param flaws why its text cannot be taken for what it says; of no account where the cell has no effect
 */
record Cell(int row, int column, String text, int mergedColumn, Source source, List<Diagnostic> flaws) {
    static final int NOT_MERGED = -1;

    /** Where the text of a cell stands in the file. */
    interface Source {
        /** The place of the characters between two indexes, or of all of the cell where the file does not tell them apart. */
        Place place(int from, int to);
    }

    Place place() {
        return source.place(0, text.length());
    }

    /** Where a text begins to show: spreadsheets leave blanks of many kinds at the ends of what was pasted. */
    static int visibleStart(CharSequence text) {
        int start = 0;
        while (start < text.length() && isInvisible(text.charAt(start))) {
            start++;
        }
        return start;
    }

    /** Where a text ends to show. */
    static int visibleEnd(CharSequence text) {
        int end = text.length();
        while (end > 0 && isInvisible(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isInvisible(char character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
    }
}
