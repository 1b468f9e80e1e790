package org.recoveryrules.drools.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.Contexts.minor;
import static org.recoveryrules.drools.Contexts.usd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Severity;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;

/** The tariff of a shop as a table: it decides as written, and its workbook and its text file are the same. */
class TariffTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/recoveryrules/drools/tables");
    private static final String WORKBOOK = "remedy/tariff.xlsx";
    private static final String TEXT = "remedy/tariff.csv";

    private static DroolsRecoveryAdvisor advisor;

    @BeforeAll
    static void load() throws IOException {
        Map<String, String> files = Map.of(
                "policy.properties",
                "name = shop\nversion = 1\ncurrency = USD\n",
                "remedy/tariff.drl",
                read(WORKBOOK).drl());
        advisor = DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.memory(files))
                .build();
    }

    @AfterAll
    static void close() {
        advisor.close();
    }

    @ParameterizedTest
    @CsvSource({
        "MINOR,    PT24H,   5.00, remedy.credit-minor-in-a-day",
        "MINOR,    PT24H1S, 10.00, remedy.credit-minor-in-three-days",
        "MINOR,    PT72H,   10.00, remedy.credit-minor-in-three-days",
        "MINOR,    PT72H1S, 15.00, remedy.credit-minor-later",
        "MODERATE, PT0S,    15.00, remedy.credit-moderate-in-a-day",
        "MODERATE, PT48H,   20.00, remedy.credit-moderate-in-three-days",
        "MODERATE, PT96H,   30.00, remedy.credit-moderate-later",
        "MAJOR,    PT0S,    30.00, remedy.credit-major-in-a-day",
        "MAJOR,    PT48H,   40.00, remedy.credit-major-in-three-days",
        "MAJOR,    PT96H,   50.00, remedy.credit-major-later"
    })
    void it_decides_as_written(Severity severity, Duration delay, String credit, String rule) {
        FailureContext failure =
                minor().severity(severity).delay(delay).price(usd("100")).build();

        RecoveryDecision decision = advisor.decide(failure);

        assertThat(decision.remedies()).singleElement().satisfies(remedy -> {
            assertThat(remedy.kind()).isEqualTo(RemedyKind.CREDIT);
            assertThat(remedy.amount()).hasValue(usd(credit));
        });
        assertThat(decision.reasons())
                .extracting(Reason::rule)
                .filteredOn(id -> id.startsWith("remedy."))
                .containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEGLIGIBLE", "CRITICAL"})
    void it_leaves_out_what_is_not_in_it(Severity severity) {
        assertThat(advisor.decide(minor().severity(severity).price(usd("100")).build())
                        .remedies())
                .isEmpty();
    }

    @Test
    void its_workbook_and_its_text_file_make_the_same_rules() throws IOException {
        assertThat(read(WORKBOOK).drl()).isEqualTo(read(TEXT).drl());
    }

    /** The system property {@code golden.accept} set to {@code true} writes the workbook anew. */
    @Test
    void its_workbook_is_made_of_its_text_file() throws IOException {
        byte[] workbook = Tables.xlsx(workbook(CsvSheet.read(TEXT, Files.readAllBytes(FOLDER.resolve(TEXT)))));
        if (Boolean.getBoolean("golden.accept")) {
            Files.write(FOLDER.resolve(WORKBOOK), workbook);
        }
        Sheet made = Workbook.read(WORKBOOK, workbook);
        Sheet kept = Workbook.read(WORKBOOK, Files.readAllBytes(FOLDER.resolve(WORKBOOK)));

        assertThat(kept.cells())
                .extracting(Cell::place)
                .isEqualTo(made.cells().stream().map(Cell::place).toList());
        assertThat(kept.merges()).isEqualTo(made.merges());
    }

    private static DecisionTable read(String path) throws IOException {
        DecisionTable table = DecisionTable.read(path, Files.readAllBytes(FOLDER.resolve(path)));
        assertThat(table.faults()).isEmpty();
        return table;
    }

    /** The cells of a text file in a workbook that is good to read: the head of the table shaded, its captions bold. */
    private static XSSFWorkbook workbook(Sheet text) {
        List<List<String>> rows = new ArrayList<>();
        for (Cell cell : text.cells()) {
            while (rows.size() <= cell.row()) {
                rows.add(new ArrayList<>());
            }
            List<String> row = rows.get(cell.row());
            while (row.size() < cell.column()) {
                row.add("");
            }
            row.add(cell.mergedColumn() < cell.column() && cell.mergedColumn() != Cell.NOT_MERGED ? "" : cell.text());
        }
        XSSFWorkbook workbook = Tables.workbook(rows);
        XSSFSheet sheet = workbook.getSheetAt(0);
        text.merges()
                .forEach(merge -> sheet.addMergedRegion(new CellRangeAddress(
                        merge.firstRow(), merge.lastRow(), merge.firstColumn(), merge.lastColumn())));
        CellStyle shaded = workbook.createCellStyle();
        shaded.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
        shaded.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        shaded.setWrapText(true);
        CellStyle bold = workbook.createCellStyle();
        bold.setFont(workbook.createFont());
        workbook.getFontAt(bold.getFontIndex()).setBold(true);
        for (int row = 4; row < 8; row++) {
            sheet.getRow(row).forEach(cell -> cell.setCellStyle(shaded));
        }
        sheet.getRow(8).forEach(cell -> cell.setCellStyle(bold));
        int[] widths = {36, 24, 20, 20, 32, 64, 18};
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, 256 * widths[column]);
        }
        return workbook;
    }
}
