package org.recoveryrules.drools.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.tables.Tables.small;
import static org.recoveryrules.drools.tables.Tables.workbook;
import static org.recoveryrules.drools.tables.Tables.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.Diagnostic;

/** Tables in workbooks: what a cell holds counts, and nothing in a workbook is run. */
class WorkbookTest {
    private static final String PATH = "remedy/tariff.xlsx";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            24                  | General            | 24
            24.5                | General            | 24.5
            4.35                | 0.00               | 4.35
            0.30000000000000004 | General            | 0.3
            24                  | 0.00               | 24
            1000                | #,##0              | 1000
            1000000000000       | General            | 1000000000000
            -3                  | 0_ ;[Red]\\-0\\     | -3
            25                  | "$"#,##0.00        | 25
            25                  | [$€-407] #,##0.00  | 25
            25.5                | 0.0" per cent"     | 25.5
            25                  | @                  | 25
            -25                 | 0_);(0)            | -25
            25000               | _-* #,##0.00\\ "Fr."_-;-* #,##0.00\\ "Fr."_-;_-* "-"??\\ "Fr."_- | 25000
            0                   | _-* #,##0.00\\ "Fr."_-;-* #,##0.00\\ "Fr."_-;_-* "-"??\\ "Fr."_- | 0
            """)
    void a_number_is_the_number_that_the_cell_holds(double number, String format, String text) {
        DecisionTable table = read(cell -> format(cell, number, format));

        assertThat(table.faults()).isEmpty();
        assertThat(table.drl()).contains("Handling(delayHours > " + text + ")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.8   | 0%         | 0.8
            0.8   | 0          | 0.8
            2.55  | 0.0        | 2.55
            25000 | 0,         | 25000
            46000 | dd.mm.yyyy | 46000
            46000 | yyyy-mm-dd | 46000
            0.5   | [h]:mm     | 0.5
            0.5   | [h]        | 0.5
            0.5   | # ?/?      | 0.5
            25000 | 0.00E+00   | 25000
            25    | ;;;        | 25
            25    | d          | 25
            """)
    void a_number_that_shows_as_another_one_is_a_fault(double number, String format, String text) {
        assertThat(faults(xlsx(changed(cell -> format(cell, number, format)))))
                .containsExactly("remedy/tariff.xlsx:Tariff!C10: error[table-value]: this cell holds " + text
                        + ", which its format '" + format + "' shows as something else");
    }

    @Test
    void a_formula_is_a_fault_and_never_computed() {
        assertThat(faults(xlsx(changed(cell -> cell.setCellFormula("20+4")))))
                .containsExactly("remedy/tariff.xlsx:Tariff!C10: error[table-value]: "
                        + "this is a formula; a policy takes what is written, not what is computed");
    }

    @Test
    void a_formula_that_remembers_a_value_is_a_fault_as_well() {
        XSSFWorkbook workbook = changed(cell -> cell.setCellFormula("20+4"));
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

        assertThat(read(xlsx(workbook)).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.place().excerpt()).isEqualTo("=20+4");
            assertThat(fault.hint()).isEqualTo("copy the cell and paste it as a value");
        });
    }

    @Test
    void every_cell_of_an_array_formula_is_a_fault() {
        XSSFWorkbook workbook = changed(cell -> {});
        workbook.getSheetAt(0).setArrayFormula("{24;48}", CellRangeAddress.valueOf("C10:C11"));

        assertThat(read(xlsx(workbook)).faults())
                .extracting(fault -> fault.place().excerpt())
                .containsExactly("={24;48}", "=");
    }

    @Test
    void a_formula_that_cells_share_is_a_fault_whatever_it_says() throws IOException {
        byte[] content = edited(
                xlsx(small()),
                SHEET,
                xml -> xml.replace("<v>24.0</v>", "<f t=\"shared\" ref=\"C10:D10\" si=\"0\">no formula ((</f><v>24</v>")
                        .replace("<v>5.0</v>", "<f t=\"shared\" si=\"0\"/><v>5</v>"));

        assertThat(read(content).faults())
                .extracting(fault -> fault.place().excerpt())
                .containsExactly("=no formula ((", "=");
    }

    @Test
    void an_error_of_the_spreadsheet_is_a_fault() {
        assertThat(faults(xlsx(changed(cell -> cell.setCellErrorValue((byte) 42)))))
                .containsExactly("remedy/tariff.xlsx:Tariff!C10: error[table-value]: "
                        + "this is an error of the spreadsheet, not a value");
    }

    @Test
    void what_a_note_holds_is_of_no_account() {
        XSSFWorkbook workbook = workbook(small());
        workbook.getSheetAt(0).getRow(8).createCell(2).setCellFormula("NOW()");
        workbook.getSheetAt(0).createRow(20).createCell(0).setCellFormula("1+1");

        assertThat(faults(xlsx(workbook))).isEmpty();
    }

    @Test
    void truth_is_written_as_in_rules() {
        assertThat(read(cell -> cell.setCellValue(true)).drl()).contains("delayHours > true)");
    }

    @Test
    void a_text_with_formats_in_it_is_one_text() {
        XSSFRichTextString text = new XSSFRichTextString("24 ");
        text.append("+ 1");
        text.applyFont(0, 1, (short) 0);

        assertThat(read(cell -> cell.setCellValue(text)).drl()).contains("delayHours > 24 + 1)");
    }

    @Test
    void merged_cells_need_no_cells_but_the_first() throws IOException {
        byte[] workbook = xlsx(Tables.with(Tables.with(small(), "C7", ""), "C8", "accepted == $param"), "B7:C7");
        byte[] bare = edited(workbook, SHEET, xml -> xml.replace("<c r=\"C7\" s=\"0\"/>", ""));

        assertThat(read(bare).drl()).contains("ServiceFailure(severity == Severity.MINOR, accepted == 24)");
    }

    @Test
    void cells_and_rows_may_leave_out_where_they_are() throws IOException {
        byte[] workbook = xlsx(small());
        byte[] bare = edited(workbook, SHEET, xml -> xml.replaceAll(" r=\"[A-Z0-9]+\"", ""));

        assertThat(read(bare).drl()).isEqualTo(read(workbook).drl());
    }

    @Test
    void texts_may_stand_in_the_cells_and_be_escaped() throws IOException {
        byte[] content = edited(
                xlsx(small()),
                SHEET,
                xml -> xml.replaceFirst(
                        "<c r=\"B10\" t=\"s\" s=\"0\"><v>\\d+</v></c>",
                        "<c r=\"B10\" t=\"inlineStr\"><is>\n <r><t>MAJ</t></r>\n <r><t>O_x0052_</t></r>"
                                + "<rPh sb=\"0\" eb=\"1\"><t>aid</t></rPh></is></c>"));

        assertThat(read(content).drl())
                .contains("rule \"remedy.minor\"")
                .contains("severity == Severity.MAJOR)\n\t\tHandling");
    }

    @Test
    void a_strict_workbook_is_to_be_saved_as_the_usual_one() throws IOException {
        UnaryOperator<String> strict = xml -> xml.replace(
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships");
        byte[] workbook = xlsx(small());
        byte[] content = workbook;
        for (String part : List.of("_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET)) {
            content = edited(content, part, strict);
        }

        assertThat(read(content).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("table-unreadable");
            assertThat(fault.hint()).isEqualTo("save it as \"Excel Workbook (.xlsx)\" without a password");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<v/>", "<v> </v>"})
    void a_number_that_is_not_there(String nothing) throws IOException {
        byte[] content = edited(xlsx(small()), SHEET, xml -> xml.replace("<v>24.0</v>", nothing));

        assertThat(read(content).drl()).doesNotContain("Handling").contains("rule \"remedy.minor\"");
    }

    @Test
    void a_table_in_another_sheet_is_a_fault() {
        XSSFWorkbook workbook = workbook(small());
        workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("of Ann");
        assertThat(faults(xlsx(workbook))).isEmpty();

        XSSFWorkbook second = workbook(small());
        second.createSheet("More").createRow(2).createCell(1).setCellValue("RuleTable More");
        assertThat(faults(xlsx(second)))
                .containsExactly("remedy/tariff.xlsx:More!B3: error[table-sheet]: "
                        + "only the first sheet of a workbook is read, and this is another one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RuleSet,com.example", "PK\u0003\u0004 and then nothing"})
    void what_is_no_workbook(String content) {
        assertThat(faults(content.getBytes(StandardCharsets.UTF_8)))
                .containsExactly("remedy/tariff.xlsx: error[table-unreadable]: this is no workbook, or a damaged one");
    }

    @Test
    void a_workbook_cut_off_anywhere_is_a_fault_or_whole() {
        byte[] whole = xlsx(small());
        String rules = read(whole).drl();
        for (int length = 0; length < whole.length; length += 41) {
            DecisionTable table = DecisionTable.read(PATH, Arrays.copyOf(whole, length));
            assertThat(table.faults().isEmpty())
                    .as("%d bytes", length)
                    .isEqualTo(table.drl().equals(rules));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <v>24.0</v>        | <v>24h</v>
            <v>24.0</v>        | <v>NaN</v>
            <v>24.0</v>        | <v>1E999999999</v>
            r="C10"          | r="10C"
            r="C10"          | s="x"
            t="s" s="0"><v>0</v> | t="s" s="0"><v>99999</v>
            </sheetData>     | </sheetDat>
            <sheetData>      | <!DOCTYPE x><sheetData>
            """)
    void a_part_that_is_damaged(String sound, String damaged) throws IOException {
        byte[] workbook = xlsx(small());
        byte[] content = edited(workbook, SHEET, xml -> xml.replace(sound, damaged));

        assertThat(faults(content))
                .containsExactly("remedy/tariff.xlsx: error[table-unreadable]: this is no workbook, or a damaged one");
    }

    @Test
    void nothing_outside_a_workbook_is_read() throws IOException {
        byte[] content = edited(
                xlsx(small()),
                SHEET,
                xml -> xml.replace(
                                "<worksheet",
                                "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><worksheet")
                        .replace("<v>24.0</v>", "<v>&x;</v>"));

        assertThat(faults(content))
                .containsExactly("remedy/tariff.xlsx: error[table-unreadable]: this is no workbook, or a damaged one");
    }

    @Test
    void a_password() throws Exception {
        byte[] plain = xlsx(small());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(file)) {
                out.write(plain);
            }
            file.writeFilesystem(bytes);
        }

        assertThat(faults(bytes.toByteArray()))
                .containsExactly("remedy/tariff.xlsx: error[table-unreadable]: "
                        + "the workbook is protected by a password or in the format of Excel before 2007");
    }

    @Test
    void the_format_before_2007() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook old = new HSSFWorkbook()) {
            old.createSheet("Tariff");
            old.write(bytes);
        }

        assertThat(faults(bytes.toByteArray()))
                .containsExactly("remedy/tariff.xlsx: error[table-unreadable]: "
                        + "the workbook is protected by a password or in the format of Excel before 2007");
    }

    @Test
    void a_zip_that_unpacks_to_too_much() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/media/picture.png"));
            zip.write(new byte[40 << 20]);
        }

        assertThat(bytes.size()).isLessThan(100_000);
        assertThat(faults(bytes.toByteArray()))
                .containsExactly("remedy/tariff.xlsx: error[table-too-large]: "
                        + "the workbook has more than 16777216 bytes, unpacked");
    }

    @Test
    void bounds_hold() {
        assertThat(faults(xlsx(filled(
                        sheet -> sheet.createRow(Sheet.MAX_ROWS).createCell(0).setCellValue("x")))))
                .containsExactly(
                        "remedy/tariff.xlsx:Tariff!A10001: error[table-too-large]: the table has more than 10000 rows");
        assertThat(faults(xlsx(filled(sheet ->
                        sheet.createRow(0).createCell(Sheet.MAX_COLUMNS).setCellValue("x")))))
                .containsExactly(
                        "remedy/tariff.xlsx:Tariff!GS1: error[table-too-large]: the table has more than 200 columns");
        assertThat(faults(xlsx(filled(sheet -> sheet.createRow(0).createCell(0).setCellValue("x".repeat(4_001))))))
                .containsExactly("remedy/tariff.xlsx:Tariff!A1: error[table-too-large]: "
                        + "the table has more than 4000 characters in a cell");
    }

    @Test
    void merged_cells_of_the_whole_sheet_do_not_fill_the_memory() {
        List<List<String>> rows = List.of(List.of("x".repeat(3_000)), List.of(), List.of("", "last"));

        assertThat(faults(xlsx(rows, "A1:XFD99999")))
                .containsExactly("remedy/tariff.xlsx:Tariff!A1: error[table-too-large]: "
                        + "the table has more than 1000000 characters");
    }

    @Test
    void merged_cells_count_each() {
        XSSFWorkbook spread = workbook(List.of(List.of("x")), "A1:GR600");
        spread.getSheetAt(0).createRow(599).createCell(0).setCellValue("last");
        assertThat(faults(xlsx(spread)))
                .containsExactly("remedy/tariff.xlsx:Tariff!A1: error[table-too-large]: "
                        + "the table has more than 100000 cells");

        XSSFWorkbook many = workbook(List.of());
        for (int row = 0; row <= 1_000; row++) {
            many.getSheetAt(0).addMergedRegionUnsafe(new CellRangeAddress(row, row, 0, 1));
        }
        assertThat(faults(xlsx(many)))
                .containsExactly("remedy/tariff.xlsx:Tariff!A1001: error[table-too-large]: "
                        + "the table has more than 1000 merged cells");
    }

    private static void format(Cell cell, double number, String format) {
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
        cell.setCellValue(number);
        cell.setCellStyle(style);
    }

    /** The small table with another cell C10. */
    private static XSSFWorkbook changed(Consumer<Cell> change) {
        XSSFWorkbook workbook = workbook(small());
        Cell cell = workbook.getSheetAt(0).getRow(9).getCell(2);
        cell.setBlank();
        change.accept(cell);
        return workbook;
    }

    private static XSSFWorkbook filled(Consumer<XSSFSheet> fill) {
        XSSFWorkbook workbook = workbook(List.of());
        fill.accept(workbook.getSheetAt(0));
        return workbook;
    }

    private static byte[] edited(byte[] workbook, String part, UnaryOperator<String> edit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.write((entry.getName().equals(part) ? edit.apply(content) : content)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static DecisionTable read(Consumer<Cell> change) {
        return read(xlsx(changed(change)));
    }

    private static DecisionTable read(byte[] content) {
        return DecisionTable.read(PATH, content);
    }

    private static List<String> faults(byte[] content) {
        return read(content).faults().stream().map(Diagnostic::toString).toList();
    }
}
