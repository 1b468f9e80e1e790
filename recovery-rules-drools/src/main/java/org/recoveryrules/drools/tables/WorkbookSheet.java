package org.recoveryrules.drools.tables;

import static org.recoveryrules.drools.tables.FaultyTableException.TOO_LARGE;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;

/**
 * A sheet of a workbook. A cell counts for the text or the number that it holds. One whose value is computed has a flaw: what
 * the workbook remembers of a formula is what was computed last, wherever that was, and to compute it again would run what
 * came with the file.
 */
final class WorkbookSheet implements Sheet {
    private static final String FLAW = "table-value";
    private static final int MAX_MERGES = 1_000;
    /** So many digits of a number Excel keeps and shows. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");

    private final Workbook workbook;
    private final String name;
    /** By place, so that they come row by row. */
    private final SortedMap<Integer, Cell> byPlace = new TreeMap<>();

    private final List<Cell> cells = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();
    private int row = -1;
    private int column = -1;
    private int textLength;

    private WorkbookSheet(Workbook workbook, String name) {
        this.workbook = workbook;
        this.name = name;
    }

    static WorkbookSheet read(Workbook workbook, String name, byte[] part) throws XMLStreamException {
        WorkbookSheet sheet = new WorkbookSheet(workbook, name);
        Xml.forEachElement(part, sheet::read);
        sheet.merges.forEach(sheet::spread);
        sheet.cells.addAll(sheet.byPlace.values());
        return sheet;
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
        return place(row, column, "");
    }

    @Override
    public String howToUnmerge() {
        return "unmerge them, and repeat the text where it is meant";
    }

    private Place place(int row, int column, String text) {
        String excerpt = text.replaceAll("\\s*\\R\\s*", " ");
        return new Place(workbook.path(), name, row + 1, column + 1, row + 1, column + 2, excerpt);
    }

    private void read(XMLStreamReader element) throws XMLStreamException {
        switch (element.getLocalName()) {
            case "row" -> {
                row = Xml.number(element, "r", row + 2) - 1;
                column = -1;
            }
            case "c" -> readCell(element);
            case "mergeCell" -> readMerge(Xml.attribute(element, "ref"));
            default -> {
                // Widths, views, validations and the like say nothing.
            }
        }
    }

    private void readCell(XMLStreamReader element) throws XMLStreamException {
        String reference = Xml.attribute(element, "r");
        column = reference.isEmpty() ? column + 1 : columnOf(reference);
        String type = Xml.attribute(element, "t");
        int style = Xml.number(element, "s", 0);
        Map<String, String> content = new TreeMap<>();
        Xml.forEachChild(element, child -> content.put(child.getLocalName(), textOf(child)));
        String value = content.getOrDefault("v", content.getOrDefault("is", ""));
        if (content.containsKey("f")) {
            String message = "this is a formula; a policy takes what is written, not what is computed";
            addFlawed("=" + content.get("f"), message, "copy the cell and paste it as a value");
        } else if (!value.isEmpty()) {
            addValue(type, value, style);
        }
    }

    private static String textOf(XMLStreamReader element) throws XMLStreamException {
        return switch (element.getLocalName()) {
            case "v", "f" -> element.getElementText();
            default -> Xml.string(element);
        };
    }

    /** Adds a value of one of the types of ECMA-376 part 1, 18.18.11. */
    private void addValue(String type, String value, int style) {
        switch (type) {
            case "s" -> addText(workbook.sharedString(Integer.parseInt(value)));
            case "inlineStr" -> addText(value);
            case "str" -> addText(Xml.unescape(value));
            case "b" -> addText(value.equals("1") ? "true" : "false");
            case "e" -> addFlawed(value, "this is an error of the spreadsheet, not a value", "write the value");
            case "d" -> addFlawed(value, "this is a date; nothing in a policy is one", "write it as text");
            default -> addNumber(value, style);
        }
    }

    private void addNumber(String value, int style) {
        BigDecimal number = new BigDecimal(Double.parseDouble(value)).round(DIGITS);
        String text = number.stripTrailingZeros().toPlainString();
        NumberFormats formats = workbook.formats();
        if (formats.shows(number, style)) {
            addText(text);
        } else {
            String message = "this cell holds %s, which its format '%s' shows as something else";
            addFlawed(
                    text,
                    message.formatted(text, formats.code(style)),
                    "give the cell the format General and write the number that is meant, or write it as text");
        }
    }

    private void addText(String text) {
        add(text, List.of());
    }

    private void addFlawed(String text, String flaw, String hint) {
        add(text, List.of(new Diagnostic(place(row, column, text), Level.ERROR, FLAW, flaw, hint)));
    }

    private void add(String text, List<Diagnostic> flaws) {
        int end = Cell.visibleEnd(text);
        String shown = text.substring(Math.min(Cell.visibleStart(text), end), end);
        if (!shown.isEmpty()) {
            Place place = place(row, column, shown);
            put(new Cell(row, column, shown, Cell.NOT_MERGED, (from, to) -> place, flaws));
        }
    }

    private void put(Cell cell) {
        require(cell.row() < MAX_ROWS, cell, "more than " + MAX_ROWS + " rows");
        require(cell.column() < MAX_COLUMNS, cell, "more than " + MAX_COLUMNS + " columns");
        require(
                cell.text().length() <= MAX_CELL_LENGTH,
                cell,
                "more than " + MAX_CELL_LENGTH + " characters in a cell");
        textLength += cell.text().length();
        require(textLength <= MAX_TEXT_LENGTH, cell, "more than " + MAX_TEXT_LENGTH + " characters");
        require(byPlace.size() < MAX_CELLS, cell, "more than " + MAX_CELLS + " cells");
        byPlace.put(cell.row() * MAX_COLUMNS + cell.column(), cell);
    }

    private void require(boolean kept, Cell cell, String excess) {
        if (!kept) {
            throw new FaultyTableException(
                    cell.place(), TOO_LARGE, "the table has " + excess, "divide it into several tables");
        }
    }

    private void readMerge(String range) {
        String[] corners = range.split(":");
        String last = corners[corners.length - 1];
        merges.add(new Merge(rowOf(corners[0]), columnOf(corners[0]), rowOf(last), columnOf(last)));
        if (merges.size() > MAX_MERGES) {
            throw new FaultyTableException(
                    placeOf(rowOf(corners[0]), columnOf(corners[0])),
                    TOO_LARGE,
                    "the table has more than " + MAX_MERGES + " merged cells",
                    "divide it into several tables");
        }
    }

    /** Repeats the text of the first of merged cells in all of them, as far down and right as the table goes. */
    private void spread(Merge merge) {
        Cell first = byPlace.get(merge.firstRow() * MAX_COLUMNS + merge.firstColumn());
        int lastRow = byPlace.isEmpty() ? -1 : Math.min(merge.lastRow(), byPlace.lastKey() / MAX_COLUMNS);
        int lastColumn = Math.min(merge.lastColumn(), MAX_COLUMNS - 1);
        for (int below = merge.firstRow(); below <= lastRow; below++) {
            for (int right = merge.firstColumn(); right <= lastColumn; right++) {
                byPlace.remove(below * MAX_COLUMNS + right);
                if (first != null) {
                    put(new Cell(below, right, first.text(), merge.firstColumn(), first.source(), first.flaws()));
                }
            }
        }
    }

    private static int rowOf(String reference) {
        return Integer.parseInt(parsed(reference).group(2)) - 1;
    }

    private static int columnOf(String reference) {
        return parsed(reference).group(1).chars().reduce(0, (column, letter) -> 26 * column + letter - 'A' + 1) - 1;
    }

    private static Matcher parsed(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no cell: " + reference);
        }
        return matcher;
    }
}
