package org.recoveryrules.drools.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Tables for tests: rows of cells, written as a workbook or as text. */
final class Tables {
    static final String SHEET = "Tariff";

    private Tables() {}

    /** The rows of a small sound table, to be changed: severity and delay in, credit out. */
    static List<List<String>> small() {
        return rows("""
                RuleSet | com.example.policy.remedy
                Import | org.recoveryrules.api.*, org.recoveryrules.drools.rules.Amount
                Variables | org.recoveryrules.drools.rules.Findings findings

                RuleTable Tariff
                NAME | CONDITION | CONDITION | ACTION | METADATA | METADATA
                 | ServiceFailure | Handling | findings
                 | severity == Severity.$param | delayHours > $param | offer( RemedyKind.CREDIT, Component.GESTURE, Amount.percentOfPrice( $param ) ) | because( "$param" ) | source( "$param" )
                Rule | Harm | Hours | Percent | Because | Source
                remedy.minor | MINOR | 24 | 5 | it took us long | tariff 1
                remedy.major | MAJOR | | 20 | it was serious | tariff 2
                """);
    }

    /** Rows as they are written in a text block: a line each, bars between the cells. */
    static List<List<String>> rows(String text) {
        return text.lines()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .map(ArrayList::new)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The rows with another text in one cell; row and column as the reader of a sheet names them. */
    static List<List<String>> with(List<List<String>> rows, String name, String text) {
        int column = name.charAt(0) - 'A';
        int number = Integer.parseInt(name.substring(1));
        while (rows.size() < number) {
            rows.add(new ArrayList<>());
        }
        List<String> row = rows.get(number - 1);
        while (row.size() <= column) {
            row.add("");
        }
        row.set(column, text);
        return rows;
    }

    /** As a workbook with one sheet; what looks like a number is one. */
    static byte[] xlsx(List<List<String>> rows, String... merged) {
        return xlsx(workbook(rows, merged));
    }

    static XSSFWorkbook workbook(List<List<String>> rows, String... merged) {
        XSSFWorkbook workbook = new XSSFWorkbook();
        XSSFSheet sheet = workbook.createSheet(SHEET);
        for (int row = 0; row < rows.size(); row++) {
            Row written = sheet.createRow(row);
            for (int column = 0; column < rows.get(row).size(); column++) {
                String text = rows.get(row).get(column);
                Cell cell = written.createCell(column);
                if (text.matches("-?\\d{1,9}(\\.\\d{1,4})?")) {
                    cell.setCellValue(Double.parseDouble(text));
                } else if (!text.isEmpty()) {
                    cell.setCellValue(text);
                }
            }
        }
        Arrays.stream(merged).map(CellRangeAddress::valueOf).forEach(sheet::addMergedRegion);
        return workbook;
    }

    static byte[] xlsx(XSSFWorkbook workbook) {
        try (workbook) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As text, with a separator; a cell is quoted where it must be. */
    static String csv(List<List<String>> rows, String separator) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell ->
                                cell.matches("(?s).*[\",;\t\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                        .collect(Collectors.joining(separator)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static byte[] csv(List<List<String>> rows) {
        return csv(rows, ",").getBytes(StandardCharsets.UTF_8);
    }
}
