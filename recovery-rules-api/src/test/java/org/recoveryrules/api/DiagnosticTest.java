package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;

class DiagnosticTest {
    @ParameterizedTest
    @CsvSource({
        "12, 5, 'paradox/barriers.drl:12:5: error[no-source]: rule has no @source'",
        "1, 1, 'paradox/barriers.drl:1:1: error[no-source]: rule has no @source'",
        "12, 0, 'paradox/barriers.drl:12: error[no-source]: rule has no @source'",
        "0, 0, 'paradox/barriers.drl: error[no-source]: rule has no @source'"
    })
    void it_is_told_in_one_line_without_a_position_that_is_0(int line, int column, String text) {
        Place place = new Place("paradox/barriers.drl", "", line, column, line, column, "");
        assertThat(error(place, "rule has no @source")).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"3, 12, Tariff!C12", "26, 1, Tariff!Z1", "27, 1, Tariff!AA1", "703, 9, Tariff!AAA9"})
    void a_cell_is_told_as_its_reader_knows_it(int column, int row, String cell) {
        Place place = new Place("remedy/tariff.xlsx", "Tariff", row, column, row, column + 1, "25x");
        assertThat(place.cell()).isEqualTo(cell);
        assertThat(place).hasToString("remedy/tariff.xlsx:" + cell);
    }

    @Test
    void it_shows_the_line_a_caret_and_the_hint() {
        Place place = new Place("a.drl", "", 14, 3, 14, 7, "\tä𝒳sevr )");
        Diagnostic diagnostic =
                new Diagnostic(place, Level.WARNING, "field-unknown", "no such field", "write severity");
        assertThat(diagnostic.describe()).isEqualTo("""
                        a.drl:14:3: warning[field-unknown]: no such field
                         14 | \tä𝒳sevr )
                            | \t ^^^^
                          hint: write severity""");
    }

    @Test
    void a_place_at_the_end_of_a_line_has_its_caret_behind_it() {
        Place place = new Place("a.drl", "", 2, 4, 2, 4, "abc");
        assertThat(error(place, "missing").describe()).endsWith("\n 2 | abc\n   |    ^");
    }

    @Test
    void a_place_of_several_lines_is_marked_to_the_end_of_the_first() {
        Place place = new Place("a.drl", "", 2, 2, 5, 1, "abcd");
        assertThat(error(place, "wrong").describe()).endsWith("\n 2 | abcd\n   |  ^^^");
    }

    @Test
    void a_cell_is_shown_with_its_address() {
        Place place = new Place("t.xlsx", "Tariff", 12, 3, 12, 4, "25x");
        assertThat(error(place, "wrong").describe())
                .isEqualTo("t.xlsx:Tariff!C12: error[code]: wrong".replace("code", "no-source")
                        + "\n Tariff!C12 | 25x\n            | ^^^");
    }

    @Test
    void without_a_line_only_the_hint_follows() {
        assertThat(new Diagnostic(Place.of("a.drl"), Level.ERROR, "empty", "no rule", "add one").describe())
                .isEqualTo("a.drl: error[empty]: no rule\n  hint: add one");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0, 0, 'place.line must be 0 or more, but was -1'",
        "1, -1, 1, 0, 'place.column must be 0 or more, but was -1'",
        "0, 1, 0, 1, 'place.column must be 0 where the line is 0, but was 1'",
        "2, 1, 1, 9, 'place.endLine must be 2 or more, but was 1'",
        "2, 3, 2, 2, 'place.endColumn must be 3 or more, but was 2'"
    })
    void a_position_outside_of_the_file_is_refused(int line, int column, int endLine, int endColumn, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Place("file.drl", "", line, column, endLine, endColumn, ""))
                .withMessage(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "' ', code, message, hint, 'place.file must not be blank, but was '' '''",
        "file, ' ', message, hint, 'diagnostic.code must not be blank, but was '' '''",
        "file, code, ' ', hint, 'diagnostic.message must not be blank, but was '' '''",
        ", code, message, hint, 'place.file must be given, but was null'",
        "file, , message, hint, 'diagnostic.code must be given, but was null'",
        "file, code, , hint, 'diagnostic.message must be given, but was null'",
        "file, code, message, , 'diagnostic.hint must be given, but was null'"
    })
    void every_text_must_be_given(String file, String code, String message, String hint, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Diagnostic(Place.of(file, 1), Level.ERROR, code, message, hint))
                .withMessage(fault);
    }

    @Test
    void place_and_level_must_be_given() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Diagnostic(null, Level.ERROR, "code", "message", ""))
                .withMessage("diagnostic.place must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Diagnostic(Place.of("file"), null, "code", "message", ""))
                .withMessage("diagnostic.level must be one of ERROR, WARNING, but was null");
    }

    private static Diagnostic error(Place place, String message) {
        return new Diagnostic(place, Level.ERROR, "no-source", message, "");
    }
}
