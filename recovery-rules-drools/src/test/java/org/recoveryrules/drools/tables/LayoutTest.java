package org.recoveryrules.drools.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.tables.Tables.rows;
import static org.recoveryrules.drools.tables.Tables.small;
import static org.recoveryrules.drools.tables.Tables.with;
import static org.recoveryrules.drools.tables.Tables.xlsx;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recoveryrules.api.Diagnostic;

/** What is wrong with a table is told at its cell, all of it at once, and by no exception. */
class LayoutTest {
    private static final String PATH = "remedy/tariff.xlsx";

    @Test
    void a_sheet_without_a_table() {
        assertThat(faults(rows("notes | of Ann")))
                .containsExactly(
                        "remedy/tariff.xlsx: error[table-missing]: no cell begins with RuleTable",
                        "remedy/tariff.xlsx: error[table-setting]: the setting RuleSet is missing");
    }

    @Test
    void a_title_that_is_almost_one() {
        assertThat(faults(with(small(), "A5", "Rule table: Tariff")))
                .containsExactly("remedy/tariff.xlsx:Tariff!A5: error[table-missing]: no cell begins with RuleTable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A1  | Rule Set        | A1 | table-setting | 'Rule Set' is no setting, and would be passed over
            A2  | imports         | A2 | table-setting | 'imports' is no setting, and would be passed over
            A3  | Globals:        | A3 | table-setting | 'Globals:' is no setting, and would be passed over
            A4  | Import          | A4 | table-setting | nothing is set
            A3  | NumericDisabled | A3 | table-setting | NumericDisabled changes how cells are read, and here that never changes
            B3  | findings        | B3 | table-setting | Variables takes a type and a name
            B3  | a.Type a, b     | B3 | table-setting | Variables takes a type and a name
            B6  | Customer        | B6 | table-header  | 'Customer' is no header
            B6  | NAME            | B6 | table-header  | there is another column NAME
            G9  | a note          | G9 | table-header  | the column of this cell has no header
            G12 | a note          | G12 | table-header | the column of this cell has no header
            G15 | a note          | G15 | table-header | the column of this cell has no header
            B7  | severity == $param | B7 | table-snippet | this row is not for snippets
            A8  | $param          | A8 | table-snippet | a column NAME has no snippet
            B8  | severity        | B8 | table-snippet | Drools would put the value in quotes here
            B8  | severity >=     | B8 | table-snippet | Drools would put the value in quotes here
            B7  | ``              | B8 | table-snippet | this condition is about nothing
            B8  | ``              | B8 | table-snippet | the column has values and no snippet to put them into
            A9  | remedy.first    | A9 | table-row     | this rule is lost: the fourth row below RuleTable is for captions
            A11 | ``              | A11 | table-row    | this rule has no name
            D8  | offer( RemedyKind.$1, $2 ) | D10 | table-value | this is 1 of the 2 values that the column takes
            """)
    void a_cell_that_is_not_what_it_should_be(String name, String text, String place, String code, String message) {
        assertThat(faults(with(small(), name, text)))
                .contains("remedy/tariff.xlsx:Tariff!" + place + ": error[" + code + "]: " + message);
    }

    @Test
    void a_setting_that_is_set_twice() {
        assertThat(faults(with(with(small(), "A4", "RuleSet"), "B4", "com.example.other")))
                .containsExactly("remedy/tariff.xlsx:Tariff!B4: error[table-setting]: "
                        + "RuleSet is set more than once, and one of them would be passed over");
    }

    @Test
    void the_columns_that_a_rule_needs() {
        List<List<String>> rows = rows("""
                RuleSet | com.example.policy.remedy
                RuleTable Tariff
                CONDITION
                Handling
                delayHours > $param
                Hours
                24
                """);

        assertThat(faults(rows))
                .containsExactly(
                        "remedy/tariff.xlsx:Tariff!A2: error[table-header]: the table has no column NAME",
                        "remedy/tariff.xlsx:Tariff!A2: error[table-header]: the table has no column ACTION",
                        "remedy/tariff.xlsx:Tariff!A2: error[table-header]: the table has no column METADATA because( \"$param\" )",
                        "remedy/tariff.xlsx:Tariff!A2: error[table-header]: the table has no column METADATA source( \"$param\" )");
    }

    @Test
    void a_table_without_rules() {
        assertThat(faults(small().subList(0, 9)))
                .containsExactly("remedy/tariff.xlsx:Tariff!A5: error[table-row]: the table has no rules");
    }

    @Test
    void an_empty_row_before_the_first_rule() {
        List<List<String>> rows = small();
        rows.add(9, List.of());

        assertThat(faults(rows))
                .containsExactly("remedy/tariff.xlsx:Tariff!A10: error[table-row]: "
                        + "this row is empty, and Drools would make a rule of it that always fires");
    }

    @Test
    void a_rule_below_an_empty_row() {
        List<List<String>> rows = small();
        rows.add(10, List.of());
        rows.add(11, List.of("a note about the rule below"));

        assertThat(faults(rows))
                .containsExactly("remedy/tariff.xlsx:Tariff!A13: error[table-row]: "
                        + "this row is lost: the table ends at the empty row above it");
    }

    @ParameterizedTest
    @CsvSource({"B10:C10, B10", "D8:E8, D8", "B7:B8, B7", "A5:B6, A5", "A1:B1, A1", "B8:B9, B8", "C7:D7, C7"})
    void cells_that_must_not_be_merged(String merged, String place) {
        List<Diagnostic> faults =
                DecisionTable.read(PATH, xlsx(small(), merged)).faults();

        assertThat(faults)
                .filteredOn(fault -> fault.place().cell().equals("Tariff!" + place))
                .isNotEmpty();
    }

    @Test
    void what_drools_finds_is_told_at_the_cell_it_names() {
        assertThat(faults(with(with(small(), "G6", "PRIORITY"), "G11", "high")))
                .containsExactly("remedy/tariff.xlsx:Tariff!G11: error[table-invalid]: "
                        + "Drools says: Priority is not an integer literal, in cell G11");
        assertThat(faults(with(with(small(), "A4", "SequentialMinPriority"), "B4", "low")))
                .containsExactly("remedy/tariff.xlsx: error[table-invalid]: "
                        + "Drools says: Invalid numeric value for option: SequentialMinPriority");
    }

    @Test
    void rules_that_would_become_too_long() {
        List<List<String>> rows = with(small(), "B8", "$param".repeat(600));
        with(rows, "B10", "x".repeat(4_000));
        with(rows, "B11", "x".repeat(4_000));

        assertThat(faults(rows))
                .containsExactly("remedy/tariff.xlsx:Tariff!B11: error[table-too-large]: "
                        + "the rules down to here have more than 4000000 characters");
    }

    @Test
    void all_of_it_is_told_at_once_with_what_would_be_right() {
        List<List<String>> rows = with(with(small(), "B6", "Customer"), "A11", "");

        assertThat(DecisionTable.read(PATH, xlsx(rows)).faults().stream()
                        .map(Diagnostic::describe)
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        remedy/tariff.xlsx:Tariff!B6: error[table-header]: 'Customer' is no header
                         Tariff!B6 | Customer
                                   | ^^^^^^^^
                          hint: write CONDITION, ACTION, NAME or METADATA
                        remedy/tariff.xlsx:Tariff!A11: error[table-row]: this rule has no name
                          hint: write topic.what-it-says""");
    }

    @Test
    void notes_beside_and_below_a_table_are_no_faults() {
        List<List<String>> rows = small();
        rows.add(0, List.of("Credits by harm and delay, by Ann"));
        rows.add(1, List.of("valid from", "January"));
        rows.add(List.of());
        rows.add(List.of("* of the price without taxes"));

        assertThat(faults(rows)).isEmpty();
    }

    @Test
    void two_tables_below_each_other_are_two() {
        List<List<String>> rows = small();
        List<List<String>> more = small();
        rows.add(List.of());
        rows.addAll(more.subList(4, 9));
        rows.addAll(with(with(more, "A10", "remedy.other-minor"), "A11", "remedy.other-major")
                .subList(9, 11));

        DecisionTable table = DecisionTable.read(PATH, xlsx(rows));

        assertThat(table.faults()).isEmpty();
        int start = table.drl().indexOf("remedy.other-major");
        assertThat(table.place(start, start).cell()).isEqualTo("Tariff!A19");
    }

    @Test
    void a_long_table_is_read() {
        List<List<String>> rows = small().subList(0, 9);
        IntStream.range(0, 2_000)
                .forEach(row -> rows.add(
                        List.of("remedy.rule-" + row, "MINOR", "" + row, "5", "it took " + row + " hours", "tariff")));

        DecisionTable table = DecisionTable.read(PATH, xlsx(rows));

        int start = table.drl().indexOf("remedy.rule-1999");
        assertThat(table.place(start, start).cell()).isEqualTo("Tariff!A2009");
    }

    private static List<String> faults(List<List<String>> rows) {
        return DecisionTable.read(PATH, xlsx(rows)).faults().stream()
                .map(Diagnostic::toString)
                .toList();
    }
}
