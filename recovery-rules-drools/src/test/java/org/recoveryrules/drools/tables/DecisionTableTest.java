package org.recoveryrules.drools.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recoveryrules.drools.tables.Tables.small;
import static org.recoveryrules.drools.tables.Tables.with;
import static org.recoveryrules.drools.tables.Tables.xlsx;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recoveryrules.api.Diagnostic.Place;

class DecisionTableTest {
    private static final String WORKBOOK = "remedy/tariff.xlsx";
    private static final String TEXT = "remedy/tariff.csv";
    private static final String RULES = """
            package com.example.policy.remedy;
            //generated from Decision Table
            import org.recoveryrules.api.*;
            import org.recoveryrules.drools.rules.Amount;
            global org.recoveryrules.drools.rules.Findings findings;
            // rule values at A10, header at A5
            rule "remedy.minor"
            \t@because( "it took us long" )
            \t@source( "tariff 1" )
            \twhen
            \t\tServiceFailure(severity == Severity.MINOR)
            \t\tHandling(delayHours > 24)
            \tthen
            \t\tfindings.offer( RemedyKind.CREDIT, Component.GESTURE, Amount.percentOfPrice( 5 ) );
            end

            // rule values at A11, header at A5
            rule "remedy.major"
            \t@because( "it was serious" )
            \t@source( "tariff 2" )
            \twhen
            \t\tServiceFailure(severity == Severity.MAJOR)
            \tthen
            \t\tfindings.offer( RemedyKind.CREDIT, Component.GESTURE, Amount.percentOfPrice( 20 ) );
            end

            """;

    @ParameterizedTest
    @CsvSource({
        "remedy/tariff.xlsx, true",
        "remedy/tariff.csv, true",
        "remedy/tariff.cases.csv, false",
        "remedy/tariff.drl, false",
        "remedy/tariff.xls, true",
        "remedy/TARIFF.XLSX, true",
        "tariff.xlsx, true",
        "remedy/~$tariff.xlsx, false",
        "~$tariff.xlsx, false",
        "remedy/cases.csv, true",
        "remedy/notes.xlsx.txt, false"
    })
    void its_name_says_whether_a_file_is_a_table(String path, boolean table) {
        assertThat(DecisionTable.isTable(path)).isEqualTo(table);
    }

    @Test
    void a_row_is_a_rule() {
        assertThat(drl(WORKBOOK, xlsx(small()))).isEqualTo(RULES);
        assertThat(drl(TEXT, Tables.csv(small()))).isEqualTo(RULES);
    }

    @Test
    void the_rules_are_those_that_drools_makes_of_the_table() {
        byte[] workbook = xlsx(with(small(), "C10", "24.5"));
        byte[] text = Tables.csv(small());
        SpreadsheetCompiler drools = new SpreadsheetCompiler();

        assertThat(drl(WORKBOOK, workbook))
                .isEqualTo(drools.compile(new ByteArrayInputStream(workbook), InputType.XLS));
        assertThat(drl(TEXT, text)).isEqualTo(drools.compile(new ByteArrayInputStream(text), InputType.CSV));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            com.example.policy.remedy                 | B1
            import org.recoveryrules.drools           | B2
            Findings findings;                        | B3
            // rule values at A10                     | A10
            rule "remedy.minor"                       | A10
            remedy.minor                              | A10
            "remedy.minor"                            | A10
            @because                                  | E8
            it took us long                           | E10
            " )\\n\\t@s                               | E8
            ServiceFailure                            | B7
            (severity                                 | B7
            severity                                  | B8
            == Severity.                              | B8
            MINOR                                     | B10
            Handling                                  | C7
            delayHours >                              | C8
            24                                        | C10
            findings.                                 | D7
            offer(                                    | D8
            RemedyKind.CREDIT, Component.GESTURE      | D8
            5 ) );                                    | D10
            ` ) );`                                   | D8
            rule "remedy.major"                       | A11
            MAJOR                                     | B11
            20                                        | D11
            """)
    void a_part_that_came_from_one_cell_is_placed_there(String part, String cell) {
        DecisionTable table = read(WORKBOOK, xlsx(small()));

        assertThat(place(table, part.replace("\\n", "\n").replace("\\t", "\t")).cell())
                .isEqualTo("Tariff!" + cell);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Severity.MINOR                                | B10
            ServiceFailure(severity == Severity.MAJOR)    | B11
            Handling(delayHours > 24)                     | C10
            @source( "tariff 2" )                         | F11
            rule "remedy.minor"\\n\\t@because             | A10
            findings.offer( RemedyKind.CREDIT, Component.GESTURE, Amount.percentOfPrice( 20 ) ); | D11
            """)
    void a_part_that_came_from_several_cells_is_placed_at_the_one_of_its_row(String part, String cell) {
        DecisionTable table = read(WORKBOOK, xlsx(small()));

        assertThat(place(table, part.replace("\\n", "\n").replace("\\t", "\t")).cell())
                .isEqualTo("Tariff!" + cell);
    }

    @Test
    void a_line_of_a_rule_that_holds_nothing_of_a_cell_is_placed_at_the_name_of_the_rule() {
        DecisionTable table = read(WORKBOOK, xlsx(small()));

        assertThat(place(table, "when").cell()).isEqualTo("Tariff!A10");
        assertThat(place(table, "then").cell()).isEqualTo("Tariff!A10");
        assertThat(place(table, "end").cell()).isEqualTo("Tariff!A10");
        assertThat(table.place(RULES.length(), RULES.length()).cell()).isEqualTo("Tariff!A11");
    }

    @Test
    void a_place_in_a_workbook_shows_the_cell() {
        DecisionTable table = read(WORKBOOK, xlsx(with(small(), "E10", "it took\nus  long")));

        assertThat(place(table, "took")).isEqualTo(new Place(WORKBOOK, "Tariff", 10, 5, 10, 6, "it took us  long"));
    }

    @Test
    void merged_cells_are_placed_at_the_first() {
        List<List<String>> rows = with(with(small(), "B10", "MAJOR"), "B11", "");
        DecisionTable table = read(WORKBOOK, xlsx(rows, "B10:B11"));

        assertThat(table.drl()).contains("severity == Severity.MAJOR)\n\tthen");
        int second = table.drl().lastIndexOf("MAJOR");
        assertThat(table.place(second, second + 1).cell()).isEqualTo("Tariff!B10");
    }

    @Test
    void merged_subjects_hold_the_conditions_below_them_together() {
        List<List<String>> rows = with(with(with(small(), "C7", ""), "C8", "accepted == $param"), "C10", "false");
        DecisionTable table = read(WORKBOOK, xlsx(rows, "B7:C7"));

        assertThat(table.drl()).contains("\t\tServiceFailure(severity == Severity.MINOR, accepted == false)\n");
        assertThat(place(table, "accepted").cell()).isEqualTo("Tariff!C8");
        assertThat(place(table, "false").cell()).isEqualTo("Tariff!C10");
    }

    @Test
    void several_values_in_a_cell_are_placed_there() {
        List<List<String>> rows = with(
                small(), "D8", "offer( RemedyKind.$1, Component.GESTURE, Amount.percentOfPrice( $2 ).atMost( $3 ) )");
        with(rows, "D10", "CREDIT, 5, 1+(2,3)");
        with(rows, "D11", "REFUND, 20, 7");
        DecisionTable table = read(WORKBOOK, xlsx(rows));

        assertThat(table.drl())
                .contains("RemedyKind.CREDIT, Component.GESTURE, Amount.percentOfPrice( 5 ).atMost( 1+(2,3) ) )");
        assertThat(place(table, "CREDIT").cell()).isEqualTo("Tariff!D10");
        assertThat(place(table, ", Component.GESTURE, Amount.percentOfPrice( ").cell())
                .isEqualTo("Tariff!D8");
        assertThat(place(table, "5 ).at").cell()).isEqualTo("Tariff!D10");
        assertThat(place(table, " ).atMost( ").cell()).isEqualTo("Tariff!D8");
        assertThat(place(table, "1+(2,3)").cell()).isEqualTo("Tariff!D10");
        assertThat(place(table, "REFUND").cell()).isEqualTo("Tariff!D11");
    }

    @Test
    void a_list_of_values_in_a_cell_is_placed_there() {
        List<List<String>> rows = with(small(), "B8", "forall(||){severity == Severity.$}");
        with(rows, "B10", "MINOR, MAJOR");
        with(rows, "B11", "CRITICAL");
        DecisionTable table = read(WORKBOOK, xlsx(rows));

        assertThat(table.drl()).contains("(severity == Severity.MINOR || severity == Severity.MAJOR)");
        assertThat(place(table, "severity ==").cell()).isEqualTo("Tariff!B8");
        assertThat(place(table, "MAJOR").cell()).isEqualTo("Tariff!B10");
        assertThat(place(table, "CRITICAL").cell()).isEqualTo("Tariff!B11");
    }

    @Test
    void what_is_quoted_in_a_cell_comes_escaped_and_is_placed_there() {
        DecisionTable table = read(WORKBOOK, xlsx(with(small(), "E10", "we said \"soon\"")));

        assertThat(table.drl()).contains("@because( \"we said \\\"soon\\\"\" )");
        assertThat(place(table, "\\\"soon\\\"").cell()).isEqualTo("Tariff!E10");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Sequential  | true                             | salience 65535
            Functions   | function int one() { return 1; } | function int one() { return 1; }
            Queries     | query "all" end                  | query "all" end
            Declare     | declare Extra end                | declare Extra end
            Unit        | com.example.Extra                | unit com.example.Extra;
            Dialect     | mvel                             | dialect "mvel"
            PRIORITY    | 7                                | salience 7
            NO-LOOP     | true                             | no-loop true
            AGENDA-GROUP | late                            | agenda-group "late"
            Import      | java.lang.Runtime                | import java.lang.Runtime;
            Variables   | java.util.List list              | global java.util.List list;
            """)
    void what_a_profile_may_refuse_in_a_setting_is_placed_there(String name, String setting, String part) {
        DecisionTable table = read(WORKBOOK, xlsx(with(with(small(), "A4", name), "B4", setting)));

        assertThat(place(table, part).cell()).isEqualTo("Tariff!B4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PRIORITY         | 7           | salience 7
            PRIORITY         | (1 + 2)     | salience (1 + 2)
            DURATION         | 100         | duration 100
            TIMER            | int: 1s     | timer (int: 1s)
            ENABLED          | false       | enabled false
            CALENDARS        | weekend     | calendars "weekend"
            NO-LOOP          | yes         | no-loop true
            LOCK-ON-ACTIVE   | true        | lock-on-active true
            AUTO-FOCUS       | true        | auto-focus true
            ACTIVATION-GROUP | one         | activation-group "one"
            AGENDA-GROUP     | late        | agenda-group "late"
            RULEFLOW-GROUP   | flow        | ruleflow-group "flow"
            DATE-EFFECTIVE   | 01-Jan-2026 | date-effective "01-Jan-2026"
            DATE-EXPIRES     | 01-Jan-2027 | date-expires "01-Jan-2027"
            DESCRIPTION      | */ eval     | /* */ eval */
            """)
    void what_a_profile_may_refuse_in_a_column_is_placed_there(String header, String value, String part) {
        DecisionTable table = read(WORKBOOK, xlsx(with(with(small(), "G6", header), "G11", value)));

        assertThat(place(table, part).cell()).isEqualTo("Tariff!G11");
    }

    @Test
    void a_value_that_breaks_out_of_its_place_is_placed_at_its_cell() {
        DecisionTable table = read(WORKBOOK, xlsx(with(small(), "B11", "MAJOR) eval( true")));

        assertThat(place(table, "eval( true").cell()).isEqualTo("Tariff!B11");
    }

    @Test
    void a_place_in_a_text_file_is_that_of_the_characters() {
        String text = Tables.csv(with(small(), "B10", "MINR"), ",");
        String snippets = text.lines().toList().get(7);
        DecisionTable table = read(TEXT, text.getBytes(StandardCharsets.UTF_8));

        assertThat(place(table, "MINR"))
                .isEqualTo(new Place(TEXT, "", 10, 14, 10, 18, "remedy.minor,MINR,24,5,it took us long,tariff 1"));
        assertThat(place(table, "Severity.").toString()).isEqualTo("remedy/tariff.csv:8:14");
        assertThat(place(table, "@because( \"").toString())
                .isEqualTo("remedy/tariff.csv:8:" + (snippets.indexOf("because") + 1));
    }

    @Test
    void a_part_that_is_none_of_the_rules_has_no_place() {
        DecisionTable table = read(WORKBOOK, xlsx(small()));

        assertThatThrownBy(() -> table.place(0, RULES.length() + 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> DecisionTable.read(TEXT, new byte[0]).place(0, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static Place place(DecisionTable table, String part) {
        int start = table.drl().indexOf(part);
        assertThat(start).as("%s in %s", part, table.drl()).isNotNegative();
        return table.place(start, start + part.length());
    }

    private static String drl(String path, byte[] content) {
        return read(path, content).drl();
    }

    private static DecisionTable read(String path, byte[] content) {
        DecisionTable table = DecisionTable.read(path, content);
        assertThat(table.faults()).isEmpty();
        return table;
    }
}
