package org.recoveryrules.drools.cases;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.json.JsonReading;
import org.recoveryrules.drools.json.JsonValue;
import org.recoveryrules.drools.json.JsonValue.Array;
import org.recoveryrules.drools.json.JsonValue.Text;
import org.recoveryrules.drools.json.JsonValue.Truth;

/**
 * What a JSON value expects, as the cell of a table says it: the texts of a list one after the other.
 *
 * @param text the text of the cell
 * @param pieces what it is made of, by the index of its first character; not empty
 */
record CellText(String text, NavigableMap<Integer, Piece> pieces) implements CaseCell.Characters {
    private static final String ENTRIES = "; ";
    private static final String WORDS = " ";

    /**
     * A text of the document in the text of the cell.
     *
     * @param start the index of its first character in the cell
     * @param end the index after its last
     * @param place where it stands in the document
     */
    private record Piece(int start, int end, Span place) {
        /** Where an index stands; of a text with escapes, and of what only stands for something, the whole. */
        Span span(int from, int to) {
            boolean exact = place.end() - place.start() == end - start;
            int until = Math.min(to, end) - start;
            return exact ? new Span(place.start() + from - start, place.start() + until) : place;
        }
    }

    /** The cell of a value; nothing if the column cannot hold it, which is noted. */
    static Optional<CellText> of(String column, JsonValue value, String source, JsonReading document) {
        return switch (ExpectedColumns.form(column)) {
            case LIST -> ofList(column, value, source, document);
            case TRUTH ->
                value instanceof Truth truth
                        ? Optional.of(whole(Boolean.toString(truth.value()), value.span()))
                        : document.refuse(value, column, "true or false");
            case SUM ->
                value instanceof JsonValue.Number number
                        ? Optional.of(whole(number.written(), value.span()))
                        : ofText(column, value, source, "an amount, or bounds as text", document);
            case WORD -> ofText(column, value, source, "a text", document);
        };
    }

    private static Optional<CellText> ofText(
            String column, JsonValue value, String source, String allowed, JsonReading document) {
        return value instanceof Text text
                ? Optional.of(whole(text.text(), inner(text, source)))
                : document.refuse(value, column, allowed);
    }

    private static Optional<CellText> ofList(String column, JsonValue value, String source, JsonReading document) {
        boolean entries = column.equals(ExpectedRemedies.COLUMN);
        Predicate<String> allowed = entries ? CellText::isEntry : CellText::isWord;
        if (!(value instanceof Array list)) {
            return document.refuse(value, column, "a list, [] for none");
        }
        StringBuilder cell = new StringBuilder();
        NavigableMap<Integer, Piece> pieces = new TreeMap<>();
        for (int i = 0; i < list.elements().size(); i++) {
            JsonValue element = list.elements().get(i);
            if (element instanceof Text text && allowed.test(text.text())) {
                cell.append(pieces.isEmpty() ? "" : entries ? ENTRIES : WORDS);
                int start = cell.length();
                pieces.put(start, new Piece(start, start + text.text().length(), inner(text, source)));
                cell.append(text.text());
            } else {
                document.refuse(
                        element,
                        column + "[" + i + "]",
                        entries ? "a remedy, such as \"CREDIT GESTURE 5\"" : "one word");
            }
        }
        if (list.elements().isEmpty()) {
            return Optional.of(whole(CaseCell.NONE, value.span()));
        }
        return pieces.isEmpty() ? Optional.empty() : Optional.of(new CellText(cell.toString(), pieces));
    }

    private static boolean isWord(String text) {
        return text.matches("\\S+") && !text.equals(CaseCell.NONE);
    }

    private static boolean isEntry(String text) {
        return !text.isBlank() && text.indexOf(';') < 0;
    }

    private static CellText whole(String text, Span place) {
        return new CellText(text, new TreeMap<>(Map.of(0, new Piece(0, text.length(), place))));
    }

    /** The characters between the quotes; with them, if some are escaped and stand nowhere as they are. */
    private static Span inner(Text text, String source) {
        Span inner = new Span(text.span().start() + 1, text.span().end() - 1);
        return source.substring(inner.start(), inner.end()).equals(text.text()) ? inner : text.span();
    }

    @Override
    public Span span(int from, int to) {
        Piece first = piece(from);
        Piece last = piece(Math.max(from, to - 1));
        return first.span(from, to).to(last.span(Math.max(from, last.start()), to));
    }

    private Piece piece(int index) {
        return pieces.floorEntry(index).getValue();
    }
}
