package org.recoveryrules.api;

import java.io.Serializable;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One thing that is to be said about a policy: what is wrong, where, and what would be right.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component is null, or the code or the message is blank.
 *
 * @param place where it is
 * @param level how much it matters
 * @param code what is wrong, a stable name in lower case with hyphens
 * @param message what is wrong, in words
 * @param hint what would be right; empty where there is nothing to propose
 */
public record Diagnostic(Place place, Level level, String code, String message, String hint) implements Serializable {
    /** How much a diagnostic matters. */
    public enum Level {
        /** The policy cannot be used. */
        ERROR,
        /** The policy can be used, but does not do what its author may think. */
        WARNING
    }

    public Diagnostic {
        Require.given(place, "diagnostic.place");
        Require.constant(Level.class, level, "diagnostic.level");
        Require.text(code, "diagnostic.code");
        Require.text(message, "diagnostic.message");
        Require.given(hint, "diagnostic.hint");
    }

    /**
     * The diagnostic in one line, {@code file:line:column: error[code]: message}.
     *
     * @return the text, without a position that is not known and without the hint
     */
    @Override
    public String toString() {
        return place + ": " + level.name().toLowerCase(Locale.ROOT) + "[" + code + "]: " + message;
    }

    /**
     * The diagnostic for people: in one line, then the line of the file with a caret below the place, then the hint.
     *
     * @return one to four lines, without a line end after the last
     */
    public String describe() {
        StringBuilder text = new StringBuilder(toString());
        if (!place.excerpt().isEmpty()) {
            String number = place.sheet().isEmpty() ? Integer.toString(place.line()) : place.cell();
            String margin = " ".repeat(number.length());
            text.append("\n ").append(number).append(" | ").append(place.excerpt());
            text.append("\n ").append(margin).append(" | ").append(caret());
        }
        if (!hint.isEmpty()) {
            text.append("\n  hint: ").append(hint);
        }
        return text.toString();
    }

    /** What stands below the excerpt: tabs below tabs, so that the caret is where the reader's editor puts it. */
    private String caret() {
        int start = place.sheet().isEmpty() ? Math.max(place.column(), 1) - 1 : 0;
        int length = place.excerpt().codePointCount(0, place.excerpt().length());
        int end = place.sheet().isEmpty() && place.endLine() == place.line() ? place.endColumn() - 1 : length;
        String before = place.excerpt()
                .codePoints()
                .limit(start)
                .mapToObj(character -> character == '\t' ? "\t" : " ")
                .collect(Collectors.joining());
        return before + "^".repeat(Math.max(1, Math.min(end, Math.max(length, start + 1)) - start));
    }

    /**
     * A place in a policy. Lines and columns count from 1; a column is a character (a code point), a tab is one.
     *
     * <p>The constructor throws {@link IllegalArgumentException} if a text is null, the file is blank, a number is
     * negative, there is a column without a line, or the end lies before the start.
     *
     * @param file the file's path within the policy, with forward slashes; the name of the policy's source where it
     *     concerns no file
     * @param sheet the sheet of a spreadsheet, whose rows and columns are then the lines and columns; else empty
     * @param line the line on which it begins; 0 where it concerns the whole file
     * @param column the column in which it begins; 0 where it concerns the whole line
     * @param endLine the line on which it ends
     * @param endColumn the column after its last character
     * @param excerpt the line, or the cell, on which it begins, as it stands there; empty where there is none
     */
    public record Place(String file, String sheet, int line, int column, int endLine, int endColumn, String excerpt)
            implements Serializable {
        public Place {
            Require.text(file, "place.file");
            Require.given(sheet, "place.sheet");
            Require.notNegative(line, "place.line");
            Require.notNegative(column, "place.column");
            if (line == 0 && column > 0) {
                throw Require.fault("place.column", "must be 0 where the line is 0", column);
            }
            if (endLine < line) {
                throw Require.fault("place.endLine", "must be " + line + " or more", endLine);
            }
            if (endLine == line && endColumn < column) {
                throw Require.fault("place.endColumn", "must be " + column + " or more", endColumn);
            }
            Require.given(excerpt, "place.excerpt");
        }

        /**
         * A whole file, or the policy as a whole.
         *
         * @param file the file's path, or the name of the policy's source
         * @return the place
         */
        public static Place of(String file) {
            return new Place(file, "", 0, 0, 0, 0, "");
        }

        /**
         * A whole line.
         *
         * @param file the file's path
         * @param line the line, from 1; 0 for the whole file
         * @return the place
         */
        public static Place of(String file, int line) {
            return new Place(file, "", line, 0, line, 0, "");
        }

        /**
         * The cell of a spreadsheet as its reader knows it.
         *
         * @return such as {@code Tariff!C12}; empty where this is no cell
         */
        public String cell() {
            return sheet.isEmpty() ? "" : sheet + "!" + letters(column) + line;
        }

        /**
         * The place as it begins a diagnostic.
         *
         * @return {@code file:line:column} or {@code file:sheet!cell}, without a position that is 0
         */
        @Override
        public String toString() {
            if (!sheet.isEmpty()) {
                return file + ":" + cell();
            }
            return file + (line == 0 ? "" : ":" + line) + (column == 0 ? "" : ":" + column);
        }

        private static String letters(int column) {
            return column == 0 ? "" : letters((column - 1) / 26) + (char) ('A' + (column - 1) % 26);
        }
    }
}
