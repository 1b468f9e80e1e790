package org.recoveryrules.drools.tables;

import static org.recoveryrules.drools.tables.FaultyTableException.TOO_LARGE;
import static org.recoveryrules.drools.tables.FaultyTableException.UNREADABLE;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Place;

/**
 * A table in a text file. Drools itself takes commas only and knows nothing of a byte order mark or of a line end within
 * quotes; this reads what spreadsheets write, separated by commas, semicolons or tabs, and knows where each character
 * stands.
 */
final class CsvSheet implements Sheet {
    private static final Pattern FAILED = Pattern.compile("#(REF|DIV/0|VALUE|NAME|NUM|NULL|SPILL|CALC)[!?]|#N/A");

    private static final String MERGED = "...";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
    /** What follows the one cell that every table has. */
    private static final Pattern SEPARATOR = Pattern.compile("(?im)(?:^|[,;\\t])[ \"]*ruleset[ \"]*([,;\\t])");

    private final String path;
    private final String text;
    private final char separator;
    private final List<Integer> lineStarts = new ArrayList<>();
    private final List<List<Integer>> cellStarts = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();
    private int at;
    private int textLength;

    private CsvSheet(String path, String text) {
        this.path = path;
        this.text = text;
        Matcher ruleSet = SEPARATOR.matcher(text);
        this.separator = ruleSet.find() ? ruleSet.group(1).charAt(0) : ',';
        lineStarts.add(0);
        LINE_END.matcher(text).results().forEach(end -> lineStarts.add(end.end()));
    }

    static CsvSheet read(String path, byte[] content) {
        String text = decode(path, content);
        CsvSheet sheet = new CsvSheet(path, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        while (sheet.at < sheet.text.length()) {
            sheet.readRow();
        }
        return sheet;
    }

    private static String decode(String path, byte[] content) {
        CharBuffer characters = CharBuffer.allocate(content.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content), characters, true);
        String text = characters.flip().toString();
        if (result.isError()) {
            throw new FaultyTableException(
                    new CsvSheet(path, text).place(text.length(), text.length()),
                    UNREADABLE,
                    "the character that comes here is not in UTF-8",
                    "save the file as \"CSV UTF-8\"");
        }
        return text;
    }

    @Override
    public List<Cell> cells() {
        return cells;
    }

    @Override
    public List<Merge> merges() {
        return merges;
    }

    @Override
    public Place placeOf(int row, int column) {
        if (row >= cellStarts.size()) {
            return place(text.length(), text.length());
        }
        List<Integer> starts = cellStarts.get(row);
        int start = starts.get(Math.min(column, starts.size() - 1));
        return place(start, start);
    }

    @Override
    public String howToUnmerge() {
        return "three dots at the end of a cell merge it with its neighbours; write \"…\" or leave them out";
    }

    private void readRow() {
        List<Integer> starts = new ArrayList<>();
        require(cellStarts.size() < MAX_ROWS, "more than " + MAX_ROWS + " rows");
        cellStarts.add(starts);
        int mergedColumn = Cell.NOT_MERGED;
        boolean more = true;
        while (more) {
            require(starts.size() < MAX_COLUMNS, "more than " + MAX_COLUMNS + " columns");
            starts.add(at);
            CellText cell = readCell();
            int column = starts.size() - 1;
            if (!cell.text().endsWith(MERGED)) {
                mergedColumn = Cell.NOT_MERGED;
            } else if (mergedColumn == Cell.NOT_MERGED) {
                mergedColumn = column;
            }
            add(column, cell, mergedColumn);
            more = at < text.length() && !skipLineEnd();
            at += more ? 1 : 0;
        }
    }

    private void add(int column, CellText cell, int mergedColumn) {
        int row = cellStarts.size() - 1;
        CellText shown = cell;
        if (mergedColumn != Cell.NOT_MERGED) {
            shown = cell.part(0, cell.text().length() - MERGED.length()).stripped();
            int last = merges.size() - 1;
            if (last >= 0 && merges.get(last).covers(row, mergedColumn)) {
                merges.remove(last);
            }
            merges.add(new Merge(row, mergedColumn, row, column));
            require(merges.size() <= MAX_MERGES, "more than " + MAX_MERGES + " merged cells");
        }
        if (!shown.text().isEmpty()) {
            textLength += shown.text().length();
            require(shown.text().length() <= MAX_CELL_LENGTH, "more than " + MAX_CELL_LENGTH + " characters in a cell");
            require(textLength <= MAX_TEXT_LENGTH, "more than " + MAX_TEXT_LENGTH + " characters");
            require(cells.size() < MAX_CELLS, "more than " + MAX_CELLS + " cells");
            List<Integer> offsets = shown.offsets;
            Cell.Source source = (from, to) -> place(offsets.get(from), offsets.get(to - 1) + 1);
            cells.add(new Cell(row, column, shown.text(), mergedColumn, source, flaws(shown.text(), source)));
        }
    }

    /** What a spreadsheet that shows its formulas writes in their place, and what it writes where one failed. */
    private static List<Diagnostic> flaws(String text, Cell.Source source) {
        boolean formula = text.startsWith("=");
        if (!formula && !FAILED.matcher(text).matches()) {
            return List.of();
        }
        String message = formula
                ? "this is a formula; a policy takes what is written, not what is computed"
                : "this is an error of the spreadsheet, not a value";
        Place place = source.place(0, text.length());
        return List.of(new Diagnostic(place, Diagnostic.Level.ERROR, "table-value", message, "write the value"));
    }

    private void require(boolean kept, String excess) {
        if (!kept) {
            throw new FaultyTableException(
                    place(at, at), TOO_LARGE, "the table has " + excess, "divide it into several tables");
        }
    }

    private CellText readCell() {
        return text.startsWith("\"", at) ? readQuoted() : readPlain();
    }

    private CellText readPlain() {
        CellText cell = new CellText();
        for (; !atCellEnd(); at++) {
            if (text.charAt(at) == '"') {
                throw unreadable(
                        at,
                        "a quote stands within a cell that does not begin with one",
                        "put the whole cell within quotes and double those in it: \"because( \"\"$param\"\" )\"");
            }
            cell.add(text.charAt(at), at);
        }
        return cell.stripped();
    }

    private CellText readQuoted() {
        int start = at++;
        CellText cell = new CellText();
        while (text.startsWith("\"\"", at) || !text.startsWith("\"", at)) {
            if (at == text.length()) {
                throw unreadable(start, "this quote is never closed", "end the cell with a quote; double those in it");
            }
            int character = at;
            if (skipLineEnd()) {
                cell.add('\n', character);
            } else {
                cell.add(text.charAt(character), character);
                at += text.charAt(character) == '"' ? 2 : 1;
            }
        }
        at++;
        if (!atCellEnd()) {
            throw unreadable(at, "there is text after the closing quote", "double the quotes within a cell");
        }
        return cell.stripped();
    }

    private boolean atCellEnd() {
        return at == text.length()
                || text.charAt(at) == separator
                || text.charAt(at) == '\r'
                || text.charAt(at) == '\n';
    }

    private boolean skipLineEnd() {
        Matcher end = LINE_END.matcher(text).region(at, text.length());
        boolean found = end.lookingAt();
        at = found ? end.end() : at;
        return found;
    }

    private FaultyTableException unreadable(int offset, String message, String hint) {
        return new FaultyTableException(place(offset, Math.min(offset + 1, text.length())), UNREADABLE, message, hint);
    }

    private Place place(int from, int to) {
        int line = lineOf(from);
        int end = line < lineStarts.size() ? lineStarts.get(line) : text.length();
        String excerpt = text.substring(lineStarts.get(line - 1), end).replaceFirst("[\\r\\n]+$", "");
        return new Place(path, "", line, columnOf(from), lineOf(to), columnOf(to), excerpt);
    }

    private int lineOf(int offset) {
        int found = Collections.binarySearch(lineStarts, offset);
        return found < 0 ? -found - 1 : found + 1;
    }

    private int columnOf(int offset) {
        return text.codePointCount(lineStarts.get(lineOf(offset) - 1), offset) + 1;
    }

    /** The text of a cell, and where each of its characters stands. */
    private static final class CellText {
        private final StringBuilder characters = new StringBuilder();
        private final List<Integer> offsets = new ArrayList<>();

        void add(char character, int offset) {
            characters.append(character);
            offsets.add(offset);
        }

        String text() {
            return characters.toString();
        }

        CellText stripped() {
            int end = Cell.visibleEnd(characters);
            return part(Math.min(Cell.visibleStart(characters), end), end);
        }

        CellText part(int from, int to) {
            CellText part = new CellText();
            part.characters.append(characters, from, to);
            part.offsets.addAll(offsets.subList(from, to));
            return part;
        }
    }
}
