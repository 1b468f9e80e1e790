package org.recoveryrules.drools.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.tables.Tables.csv;
import static org.recoveryrules.drools.tables.Tables.small;
import static org.recoveryrules.drools.tables.Tables.with;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Place;

/** Tables in text files, as spreadsheets and people write them. */
class CsvSheetTest {
    private static final String PATH = "remedy/tariff.csv";

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void commas_semicolons_and_tabs_separate(String separator) {
        DecisionTable table = read(csv(small(), separator));

        assertThat(table.drl()).isEqualTo(read(csv(small(), ",")).drl());
        assertThat(place(table, "MINOR").toString()).isEqualTo("remedy/tariff.csv:10:14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void any_line_end_ends_a_line(String end) {
        DecisionTable table = read(csv(small(), ",").replace("\n", end));

        assertThat(table.drl()).isEqualTo(read(csv(small(), ",")).drl());
        assertThat(place(table, "MAJOR"))
                .isEqualTo(new Place(PATH, "", 11, 14, 11, 19, "remedy.major,MAJOR,,20,it was serious,tariff 2"));
    }

    @Test
    void a_line_is_shown_with_the_space_at_its_end() {
        byte[] content = "RuleSet,\"x\" y  \r\n".getBytes(StandardCharsets.UTF_8);

        DecisionTable table = DecisionTable.read(PATH, content);

        assertThat(table.faults())
                .extracting(Diagnostic::place)
                .containsExactly(new Place(PATH, "", 1, 12, 1, 13, "RuleSet,\"x\" y  "));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_cell() {
        DecisionTable table = read("\uFEFF" + csv(small(), ";"));

        assertThat(place(table, "com.example").toString()).isEqualTo("remedy/tariff.csv:1:9");
    }

    @Test
    void a_file_may_end_without_a_line_end_or_with_empty_lines() {
        String text = csv(small(), ",");

        assertThat(read(text.stripTrailing()).drl()).isEqualTo(read(text).drl());
        assertThat(read(text + "\n\n,,,\n").drl()).isEqualTo(read(text).drl());
    }

    @Test
    void quotes_and_separators_within_quotes_belong_to_the_cell() {
        DecisionTable table = read(csv(with(small(), "E10", "late; not \"soon\", as said"), ";"));

        assertThat(table.drl()).contains("@because( \"late; not \\\"soon\\\", as said\" )");
        assertThat(place(table, "as said"))
                .isEqualTo(new Place(
                        PATH,
                        "",
                        10,
                        46,
                        10,
                        53,
                        "remedy.minor;MINOR;24;5;\"late; not \"\"soon\"\", as said\";tariff 1"));
    }

    @Test
    void a_line_end_within_quotes_belongs_to_the_cell() {
        DecisionTable table = read(csv(with(small(), "D8", small().get(7).get(3).replace(", ", ",\r\n")), ","));

        assertThat(table.drl()).contains("RemedyKind.CREDIT,\nComponent.GESTURE,\nAmount");
        assertThat(place(table, "Component.GESTURE")).isEqualTo(new Place(PATH, "", 9, 1, 9, 18, "Component.GESTURE,"));
        assertThat(place(table, "MINOR").toString()).isEqualTo("remedy/tariff.csv:12:14");
    }

    @Test
    void columns_count_characters_as_people_do() {
        DecisionTable table = read(csv(with(with(small(), "E10", "\uD83D\uDE00 zäh"), "F10", "here"), ","));

        assertThat(place(table, "here").toString()).isEqualTo("remedy/tariff.csv:10:31");
    }

    @Test
    void blanks_around_a_cell_are_no_part_of_it() {
        DecisionTable table = read(csv(small(), ",").replace(",MINOR,", ",\u00A0 MINOR \u200B,"));

        assertThat(table.drl()).isEqualTo(read(csv(small(), ",")).drl());
        assertThat(place(table, "MINOR").toString()).isEqualTo("remedy/tariff.csv:10:16");
    }

    @Test
    void three_dots_merge_subjects() {
        List<List<String>> rows = with(with(small(), "B7", "ServiceFailure..."), "C7", "ServiceFailure...");
        with(with(rows, "C8", "accepted == $param"), "C10", "true");
        DecisionTable table = read(csv(rows, ","));

        assertThat(table.drl()).contains("ServiceFailure(severity == Severity.MINOR, accepted == true)");
        assertThat(place(table, "ServiceFailure").toString()).isEqualTo("remedy/tariff.csv:7:2");
    }

    @Test
    void three_dots_anywhere_else_are_refused() {
        assertThat(faults(csv(with(small(), "E10", "we will see..."), ",")))
                .containsExactly("remedy/tariff.csv:10:25: error[table-merged]: cells must not be merged here");
    }

    @Test
    void a_subject_is_not_merged_by_leaving_the_next_one_out() {
        assertThat(faults(csv(with(small(), "C7", ""), ",")))
                .containsExactly("remedy/tariff.csv:8:30: error[table-snippet]: this condition is about nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ,"MINOR,   | 10:14 | this quote is never closed
            ,"MIN"OR,  | 10:19 | there is text after the closing quote
            ,MIN"OR",  | 10:17 | a quote stands within a cell that does not begin with one
            """)
    void quotes_must_be_paired(String written, String place, String message) {
        assertThat(faults(csv(small(), ",").replace(",MINOR,", written)))
                .containsExactly("remedy/tariff.csv:" + place + ": error[table-unreadable]: " + message);
    }

    @Test
    void another_encoding_than_utf_8_is_told_where_it_shows() {
        byte[] content = csv(with(small(), "E10", "zäh"), ";").getBytes(Charset.forName("windows-1252"));

        Diagnostic fault = DecisionTable.read(PATH, content).faults().get(0);

        assertThat(fault.toString())
                .isEqualTo(
                        "remedy/tariff.csv:10:26: error[table-unreadable]: the character that comes here is not in UTF-8");
        assertThat(fault.hint()).isEqualTo("save the file as \"CSV UTF-8\"");
    }

    @Test
    void what_is_cut_off_within_a_character_is_not_utf_8() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("RuleSet,a\nRuleTable\n".getBytes(StandardCharsets.UTF_8));
        content.write(0xC3);

        assertThat(DecisionTable.read(PATH, content.toByteArray()).faults())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "remedy/tariff.csv:3:1: error[table-unreadable]: the character that comes here is not in UTF-8");
    }

    @Test
    void bounds_hold() {
        assertThat(faults("a\n".repeat(Sheet.MAX_ROWS) + "b\n"))
                .containsExactly(
                        "remedy/tariff.csv:10001:1: error[table-too-large]: the table has more than 10000 rows");
        assertThat(faults("\n" + "a,".repeat(Sheet.MAX_COLUMNS) + "b"))
                .containsExactly(
                        "remedy/tariff.csv:2:401: error[table-too-large]: the table has more than 200 columns");
        assertThat(faults("a".repeat(Sheet.MAX_CELL_LENGTH + 1)))
                .containsExactly(
                        "remedy/tariff.csv:1:4002: error[table-too-large]: the table has more than 4000 characters in a cell");
        assertThat(faults(("a".repeat(Sheet.MAX_CELL_LENGTH) + "\n").repeat(251)))
                .containsExactly(
                        "remedy/tariff.csv:251:4001: error[table-too-large]: the table has more than 1000000 characters");
        assertThat(faults(("a" + ",a".repeat(199) + "\n").repeat(501)))
                .containsExactly(
                        "remedy/tariff.csv:501:2: error[table-too-large]: the table has more than 100000 cells");
        assertThat(faults("a".repeat(Sheet.MAX_BYTES + 1)))
                .containsExactly(
                        "remedy/tariff.csv: error[table-too-large]: the file has 4194305 bytes, and a table at most 4194304");
    }

    private static DecisionTable read(String text) {
        DecisionTable table = DecisionTable.read(PATH, text.getBytes(StandardCharsets.UTF_8));
        assertThat(table.faults()).isEmpty();
        return table;
    }

    private static List<String> faults(String text) {
        DecisionTable table = DecisionTable.read(PATH, text.getBytes(StandardCharsets.UTF_8));
        assertThat(table.drl()).isEmpty();
        return table.faults().stream().map(Diagnostic::toString).toList();
    }

    private static Place place(DecisionTable table, String part) {
        int start = table.drl().indexOf(part);
        return table.place(start, start + part.length());
    }
}
