package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosticTest {
    @ParameterizedTest
    @CsvSource({
        "12, 5, 'paradox/barriers.drl:12:5: error[no-source]: rule has no @source'",
        "1, 1, 'paradox/barriers.drl:1:1: error[no-source]: rule has no @source'",
        "12, 0, 'paradox/barriers.drl:12: error[no-source]: rule has no @source'",
        "0, 0, 'paradox/barriers.drl: error[no-source]: rule has no @source'"
    })
    void it_is_told_in_one_line_without_a_position_that_is_0(int line, int column, String text) {
        assertThat(new Diagnostic("paradox/barriers.drl", line, column, "no-source", "rule has no @source"))
                .hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 'diagnostic.line must be 0 or more, but was -1'",
        "1, -1, 'diagnostic.column must be 0 or more, but was -1'",
        "0, 1, 'diagnostic.column must be 0 where the line is 0, but was 1'"
    })
    void a_position_outside_of_the_file_is_refused(int line, int column, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Diagnostic("file.drl", line, column, "code", "message"))
                .withMessage(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "' ', code, message, 'diagnostic.file must not be blank, but was '' '''",
        "file, ' ', message, 'diagnostic.code must not be blank, but was '' '''",
        "file, code, ' ', 'diagnostic.message must not be blank, but was '' '''",
        ", code, message, 'diagnostic.file must be given, but was null'",
        "file, , message, 'diagnostic.code must be given, but was null'",
        "file, code, , 'diagnostic.message must be given, but was null'"
    })
    void every_text_must_say_something(String file, String code, String message, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Diagnostic(file, 1, 1, code, message))
                .withMessage(fault);
    }
}
