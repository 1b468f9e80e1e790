package org.recoveryrules.drools.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;

class FaultsTest {
    private static final String SMILE = "\ud83d\ude00";

    private final Faults faults = new Faults();

    @Test
    void show_what_nobody_sees_in_whatever_they_quote() {
        faults.add(Place.of("a.drl"), Code.FILE_UNKNOWN, "'a\u202eb\u001b[2J'", "not '\u2066', \ud83d or \ud83d\ude00");

        assertThat(faults.all())
                .extracting(Diagnostic::message, Diagnostic::hint)
                .containsExactly(tuple("'a\ufffdb\ufffd[2J'", "not '\ufffd', \ufffd or \ud83d\ude00"));
    }

    @Test
    void quote_no_more_of_a_word_than_somebody_reads() {
        faults.add(
                Place.of("a.drl"), Code.FILE_UNKNOWN, "is '" + "x".repeat(99), "is '" + SMILE.repeat(100) + "' here");

        assertThat(message()).isEqualTo("is '" + "x".repeat(99));
        assertThat(faults.all().get(0).hint()).isEqualTo("is '" + SMILE.repeat(99) + "… here");
    }

    @Test
    void tell_of_each_file_that_it_is_faulty_however_much_is_told_already() {
        for (int file = 0; file < 10; file++) {
            for (int line = 1; line <= 1_100; line++) {
                faults.add(Place.of(file + ".drl", line), Code.FIELD_UNKNOWN, "there is no such field");
            }
        }
        faults.add(Place.of("a.drl", 1), Code.RULE_SAME, "this says the same");
        faults.add(Place.of("a.drl", 2), Code.FIELD_UNKNOWN, "there is no such field");
        faults.add(Place.of("a.drl", 3), Code.FIELD_UNKNOWN, "there is no such field");

        assertThat(faults.all())
                .hasSize(10_002)
                .filteredOn(fault -> fault.place().file().equals("a.drl"))
                .extracting(fault -> fault.place().line())
                .containsExactly(1, 2);
        assertThat(faults.isFaulty("a.drl")).isTrue();
        assertThat(faults.isFaulty("b.drl")).isFalse();
    }

    @Test
    void say_no_more_than_somebody_reads() {
        faults.add(Place.of("a.drl"), Code.FILE_UNKNOWN, "a ".repeat(999) + "bc");
        faults.add(Place.of("b.drl"), Code.FILE_UNKNOWN, "a ".repeat(999) + "bcd");

        assertThat(faults.all())
                .extracting(Diagnostic::message)
                .containsExactly("a ".repeat(999) + "bc", "a ".repeat(999) + "b…");
    }

    @Test
    void say_the_same_when_they_are_noted_again() {
        faults.add(Place.of("a.drl"), Code.FILE_UNKNOWN, "x".repeat(5_000) + " ab".repeat(5_000));
        Faults others = new Faults();

        others.addAll(faults.all());

        assertThat(others.all()).isEqualTo(faults.all());
    }

    @Test
    void show_what_others_found_like_their_own() {
        faults.addAll(
                List.of(new Diagnostic(Place.of("a.csv"), Level.ERROR, "table-value", "'\u0007'", "x".repeat(101))));

        assertThat(faults.all())
                .containsExactly(new Diagnostic(
                        Place.of("a.csv"), Level.ERROR, "table-value", "'\ufffd'", "x".repeat(100) + "…"));
    }

    @Test
    void show_a_line_only_if_somebody_reads_it() {
        faults.add(new Place("a.csv", "", 1, 1, 1, 2, "a\u202eb "), Code.TABLE_VALUE, "wrong");
        faults.add(new Place("a.csv", "", 2, 1, 2, 2, "x".repeat(401)), Code.TABLE_VALUE, "wrong");

        assertThat(faults.all()).extracting(fault -> fault.place().excerpt()).containsExactly("a\ufffdb ", "");
    }

    @Test
    void in_a_text_are_told_on_one_line() {
        FaultsInText inText = new FaultsInText(new SourceText("a.json", "[]"), faults);

        inText.add(new Span(0, 1), Code.CASES_MALFORMED, "'a\r\nb\fc'", "not 'a\n\nb'");

        assertThat(message()).isEqualTo("'a b c'");
        assertThat(faults.all().get(0).hint()).isEqualTo("not 'a b'");
    }

    private String message() {
        return faults.all().get(0).message();
    }
}
