package org.recoveryrules.drools.tables;

import static org.recoveryrules.drools.tables.FaultyTableException.TOO_LARGE;
import static org.recoveryrules.drools.tables.FaultyTableException.UNREADABLE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChartSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.files.OwnThread;

/**
 * A sheet of a workbook. A cell counts for the text or the number that it holds. One whose value is computed has a flaw: what
 * the workbook remembers of a formula is what was computed last, wherever that was, and to compute it again would run what
 * came with the file. Nothing but this class names a class of Apache POI, so that text files are read without it.
 */
final class Workbook implements Sheet {
    private static final int MAX_UNPACKED_BYTES = 16 << 20;
    /** Each takes POI some hundred bytes of memory, however short it is. */
    private static final int MAX_TAGS = 1_000_000;

    private static final int MAX_SHEETS = 20;
    /** Excel takes no longer one. */
    private static final int MAX_FORMAT_LENGTH = 255;
    /** So many digits of a number Excel keeps and shows. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final Pattern DIGIT_PLACE = Pattern.compile("[0#?]|(?i:general)");
    private static final String WORDS = "(?:[^\\d.(-]|\\.(?!\\d))*+";
    /** One number with no other digit: no fraction, no power of ten. */
    private static final Pattern NUMBER =
            Pattern.compile(WORDS + "(?<minus>[(-]?)" + WORDS + "(?<digits>\\d+(?:\\.\\d+)?|\\.\\d+)\\D*");
    /** What bookkeepers write for nothing. */
    private static final Pattern NOUGHT = Pattern.compile("\\D*-\\D*");

    private final String path;
    private final String name;
    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
    /** By place, so that they come row by row. */
    private final SortedMap<Integer, Cell> byPlace = new TreeMap<>();

    private final List<Merge> merges = new ArrayList<>();
    private int textLength;

    private Workbook(String path, String name) {
        this.path = path;
        this.name = name;
    }

    /** Reads the first sheet, the only one that Drools reads. */
    static Sheet read(String path, byte[] content) {
        // Log4j, to which Apache POI logs, leaves a part of it in the thread.
        return OwnThread.call(() -> open(path, content));
    }

    private static Sheet open(String path, byte[] content) {
        try {
            try (OPCPackage unpacked = OPCPackage.open(new ByteArrayInputStream(repacked(path, content)))) {
                requireFewSheets(path, unpacked);
                return read(path, new XSSFWorkbook(unpacked));
            }
        } catch (FaultyTableException e) {
            throw e;
        } catch (IOException
                | OpenXML4JException
                | RuntimeException e) { // POI tells in many ways that a file is damaged
            throw new FaultyTableException(
                    Place.of(path),
                    UNREADABLE,
                    FileMagic.valueOf(content) == FileMagic.OLE2
                            ? "the workbook is protected by a password or in the format of Excel before 2007"
                            : "this is no workbook, or a damaged one",
                    "save it as \"Excel Workbook (.xlsx)\" without a password");
        }
    }

    private static Sheet read(String path, XSSFWorkbook file) {
        List<XSSFSheet> sheets = IntStream.range(0, file.getNumberOfSheets())
                .mapToObj(file::getSheetAt)
                .filter(sheet -> !(sheet instanceof XSSFChartSheet))
                .toList();
        Sheet first = read(path, sheets.get(0));
        sheets.stream().skip(1).map(sheet -> read(path, sheet)).forEach(Workbook::requireNoTable);
        return first;
    }

    /** POI reads a part as often as a sheet is said to be in it. */
    private static void requireFewSheets(String path, OPCPackage unpacked) throws IOException, OpenXML4JException {
        int bytes = 0;
        int count = 0;
        for (Iterator<InputStream> sheets = new XSSFReader(unpacked).getSheetsData(); sheets.hasNext(); count++) {
            requireSmall(count < MAX_SHEETS, path, MAX_SHEETS + " sheets");
            try (InputStream sheet = sheets.next()) {
                bytes += sheet.readNBytes(MAX_UNPACKED_BYTES - bytes + 1).length;
                requireSmall(bytes <= MAX_UNPACKED_BYTES, path, MAX_UNPACKED_BYTES + " bytes, unpacked");
            }
        }
    }

    /**
     * The file, packed anew from what was counted while it was unpacked: POI itself would see more in some files than is
     * seen here. The bound of POI is one for the whole virtual machine, and not ours to set.
     */
    private static byte[] repacked(String path, byte[] content) throws IOException {
        ByteArrayOutputStream repacked = new ByteArrayOutputStream();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content));
                ZipOutputStream out = new ZipOutputStream(repacked)) {
            out.setLevel(Deflater.BEST_SPEED);
            int bytes = 0;
            int tags = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes(MAX_UNPACKED_BYTES - bytes + 1);
                bytes += part.length;
                tags += tags(part);
                requireSmall(bytes <= MAX_UNPACKED_BYTES, path, MAX_UNPACKED_BYTES + " bytes, unpacked");
                requireSmall(tags <= MAX_TAGS, path, MAX_TAGS + " XML tags");
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(part);
            }
        }
        return repacked.toByteArray();
    }

    /** How many tags begin in XML in any encoding that there is: in EBCDIC they begin with what else is an L. */
    private static int tags(byte[] xml) {
        int tags = 0;
        for (byte character : xml) {
            tags += character == '<' || character == 'L' ? 1 : 0;
        }
        return tags;
    }

    private static void requireSmall(boolean small, String path, String bound) {
        if (!small) {
            throw new FaultyTableException(
                    Place.of(path),
                    TOO_LARGE,
                    "the workbook has more than " + bound,
                    "keep nothing in it but the table");
        }
    }

    private static Workbook read(String path, XSSFSheet sheet) {
        Workbook workbook = new Workbook(path, sheet.getSheetName());
        for (Row row : sheet) {
            row.forEach(cell -> workbook.read((XSSFCell) cell));
        }
        sheet.getMergedRegions().forEach(workbook::merge);
        return workbook;
    }

    private void requireNoTable() {
        byPlace.values().stream().filter(Layout::isTitle).findFirst().ifPresent(title -> {
            throw new FaultyTableException(
                    title.place(),
                    "table-sheet",
                    "only the first sheet of a workbook is read, and this is another one",
                    "move the table to the first sheet, below the other, or to a workbook of its own");
        });
    }

    @Override
    public List<Cell> cells() {
        return List.copyOf(byPlace.values());
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
        String excerpt = Stream.of(text.substring(0, Math.min(text.length(), MAX_CELL_LENGTH))
                        .split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
        return new Place(path, name, row + 1, column + 1, row + 1, column + 2, excerpt);
    }

    private void read(XSSFCell cell) {
        switch (cell.getCellType()) {
            case STRING -> add(cell, text(cell), List.of());
            case BOOLEAN -> add(cell, String.valueOf(cell.getBooleanCellValue()), List.of());
            case NUMERIC -> {
                if (!rawValue(cell).isEmpty()) {
                    addNumber(cell, new BigDecimal(cell.getNumericCellValue()).round(DIGITS));
                }
            }
            case FORMULA -> {
                String message = "this is a formula; a policy takes what is written, not what is computed";
                addFlawed(cell, "=" + formula(cell), message, "copy the cell and paste it as a value");
            }
            case ERROR -> {
                String message = "this is an error of the spreadsheet, not a value";
                addFlawed(cell, rawValue(cell), message, "write the value");
            }
            default -> {
                // A blank cell has a look alone.
            }
        }
    }

    private static String text(XSSFCell cell) {
        String text = cell.getStringCellValue();
        if (text.isEmpty() && !rawValue(cell).isEmpty()) { // POI says nothing of a shared string that is not there
            cell.getSheet().getWorkbook().getSharedStringSource().getItemAt(Integer.parseInt(rawValue(cell)));
        }
        return text;
    }

    /** As it is written: POI would first compute one that several cells share, and fail at some. */
    private static String formula(XSSFCell cell) {
        CTCellFormula formula = cell.getCTCell().getF();
        return formula == null ? "" : formula.getStringValue();
    }

    /** A cell that says it holds a number may hold none, which POI takes for 0. */
    private static String rawValue(XSSFCell cell) {
        return Optional.ofNullable(cell.getRawValue()).orElse("").strip();
    }

    private void addNumber(XSSFCell cell, BigDecimal number) {
        String text = number.stripTrailingZeros().toPlainString();
        Optional<String> format = Optional.ofNullable(cell.getCellStyle().getDataFormatString());
        if (format.filter(it -> shows(cell, it, number)).isPresent()) {
            add(cell, text, List.of());
        } else {
            String flaw = "this cell holds %s, which its format '%s' shows as something else"
                    .formatted(text, format.orElse("unknown"));
            String hint = "give the cell the format General and write the number that is meant, or write it as text";
            addFlawed(cell, text, flaw, hint);
        }
    }

    private boolean shows(XSSFCell cell, String format, BigDecimal number) {
        if (format.equalsIgnoreCase("General") || format.equals("@")) {
            return true;
        }
        if (format.length() > MAX_FORMAT_LENGTH || !DIGIT_PLACE.matcher(format).find()) {
            return false; // a date, or hidden, for which POI shows the number nevertheless
        }
        String shown = formatter.formatCellValue(cell).replace(",", "");
        Matcher matcher = NUMBER.matcher(shown);
        return matcher.matches()
                ? new BigDecimal(matcher.group("minus").replace('(', '-') + matcher.group("digits")).compareTo(number)
                        == 0
                : number.signum() == 0 && NOUGHT.matcher(shown).matches();
    }

    private void addFlawed(XSSFCell cell, String text, String flaw, String hint) {
        Place place = place(cell.getRowIndex(), cell.getColumnIndex(), text);
        add(cell, text, List.of(new Diagnostic(place, Level.ERROR, "table-value", flaw, hint)));
    }

    private void add(XSSFCell cell, String text, List<Diagnostic> flaws) {
        int end = Cell.visibleEnd(text);
        String shown = text.substring(Math.min(Cell.visibleStart(text), end), end);
        if (!shown.isEmpty()) {
            int row = cell.getRowIndex();
            int column = cell.getColumnIndex();
            Place place = place(row, column, shown);
            put(new Cell(row, column, shown, Cell.NOT_MERGED, (from, to) -> place, flaws));
        }
    }

    private void put(Cell cell) {
        textLength += cell.text().length();
        Place place = cell.place();
        require(cell.row() < MAX_ROWS, place, MAX_ROWS + " rows");
        require(cell.column() < MAX_COLUMNS, place, MAX_COLUMNS + " columns");
        require(cell.text().length() <= MAX_CELL_LENGTH, place, MAX_CELL_LENGTH + " characters in a cell");
        require(textLength <= MAX_TEXT_LENGTH, place, MAX_TEXT_LENGTH + " characters");
        require(byPlace.size() < MAX_CELLS, place, MAX_CELLS + " cells");
        byPlace.put(cell.row() * MAX_COLUMNS + cell.column(), cell);
    }

    private static void require(boolean kept, Place place, String bound) {
        if (!kept) {
            throw new FaultyTableException(
                    place, TOO_LARGE, "the table has more than " + bound, "divide it into several tables");
        }
    }

    /** Repeats the text of the first of merged cells in all of them, as far down and right as the table goes. */
    private void merge(CellRangeAddress range) {
        int firstRow = range.getFirstRow();
        int firstColumn = range.getFirstColumn();
        Merge merge = new Merge(firstRow, firstColumn, range.getLastRow(), range.getLastColumn());
        merges.add(merge);
        require(merges.size() <= MAX_MERGES, placeOf(firstRow, firstColumn), MAX_MERGES + " merged cells");
        int lastRow = byPlace.isEmpty() ? -1 : Math.min(merge.lastRow(), byPlace.lastKey() / MAX_COLUMNS);
        Optional<Cell> first = byPlace.values().stream()
                .filter(cell -> cell.row() == firstRow && cell.column() == firstColumn)
                .findFirst();
        byPlace.values().removeIf(merge::covers);
        first.ifPresent(cell -> {
            for (int row = firstRow; row <= lastRow; row++) {
                for (int column = firstColumn; column <= Math.min(merge.lastColumn(), MAX_COLUMNS - 1); column++) {
                    put(new Cell(row, column, cell.text(), firstColumn, cell.source(), cell.flaws()));
                }
            }
        });
    }
}
