package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.List;
import org.recoveryrules.drools.files.Span;

/**
 * Splits a text into rows of cells as RFC 4180 has it, and knows where in the text each cell stands, which no CSV library
 * tells. The first row says whether commas or semicolons separate cells. Empty lines and those that begin with {@code #}
 * are no rows. A cell whose quotes do not match ends with its line, so that the rows after it are read as they are meant.
 */
final class CsvScanner {
    enum Quotes {
        NONE,
        MATCHED,
        /** Nothing closes the quote with which the cell begins, or something follows the quote that does. */
        UNMATCHED
    }

    /** A cell, and where it stands, its quotes included. */
    record Cell(String text, Span span, Quotes quotes) {
        /** Where the characters from one index to another stand: a quote within quotes is written twice. */
        Span span(int from, int to) {
            return new Span(offset(from), offset(to));
        }

        private int offset(int index) {
            int doubled = (int) text.chars().limit(index).filter(c -> c == '"').count();
            return span.start() + index + (quotes == Quotes.MATCHED ? 1 + doubled : 0);
        }

        boolean isBlank() {
            return text.isBlank();
        }
    }

    private final List<List<Cell>> rows = new ArrayList<>();
    private final String text;
    private char separator;
    private int at;

    /** A line end at the very end saves asking everywhere whether the text goes on. */
    private CsvScanner(String text) {
        this.text = text + "\n";
    }

    /** The rows of a text, none of them without a cell. */
    static List<List<Cell>> rows(String text) {
        CsvScanner scanner = new CsvScanner(text);
        while (scanner.at < text.length()) {
            scanner.line();
        }
        return scanner.rows;
    }

    /** Where a row stands. */
    static Span span(List<Cell> row) {
        return row.get(0).span().to(row.get(row.size() - 1).span());
    }

    private void line() {
        if (text.charAt(at) == '#') {
            at = endOfLine(at);
        } else if (at < endOfLine(at)) {
            rows.add(row());
        }
        // Of a line end of two characters, the second ends an empty line.
        at++;
    }

    private List<Cell> row() {
        if (rows.isEmpty()) {
            separator = text.substring(at, endOfLine(at)).split(",", 2)[0].contains(";") ? ';' : ',';
        }
        List<Cell> row = new ArrayList<>(List.of(cell()));
        while (text.charAt(at) == separator) {
            at++;
            row.add(cell());
        }
        return row;
    }

    private Cell cell() {
        int start = at;
        boolean quoted = text.charAt(start) == '"';
        at = quoted ? afterQuotes(start) : endOfCell(start);
        if (quoted && at == endOfCell(at)) {
            return new Cell(
                    text.substring(start + 1, at - 1).replace("\"\"", "\""), new Span(start, at), Quotes.MATCHED);
        }
        at = quoted ? endOfLine(start) : at;
        return new Cell(text.substring(start, at), new Span(start, at), quoted ? Quotes.UNMATCHED : Quotes.NONE);
    }

    /** The offset after the quote that closes the one at an offset; that offset itself if nothing closes it. */
    private int afterQuotes(int opening) {
        int quote = text.indexOf('"', opening + 1);
        while (quote >= 0 && text.charAt(quote + 1) == '"') {
            quote = text.indexOf('"', quote + 2);
        }
        return quote < 0 ? opening : quote + 1;
    }

    private int endOfCell(int offset) {
        return next("\r\n" + separator, offset);
    }

    private int endOfLine(int offset) {
        return next("\r\n", offset);
    }

    private int next(String ends, int offset) {
        int next = offset;
        while (ends.indexOf(text.charAt(next)) < 0) {
            next++;
        }
        return next;
    }
}
