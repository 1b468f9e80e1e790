package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.api.Diagnostic.Level.ERROR;
import static org.recoveryrules.api.Diagnostic.Level.WARNING;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

class TextReportTest {
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String CYAN = "\u001b[36m";
    private static final Place FIELD =
            new Place("paradox/barriers.drl", "", 3, 5, 3, 9, "\t   sevr : 1 | ^^ @|red x|@");

    @ParameterizedTest
    @MethodSource("diagnostics")
    void without_colour_a_diagnostic_is_as_it_describes_itself(Diagnostic diagnostic) {
        assertThat(report(Ansi.OFF).of(diagnostic)).isEqualTo(diagnostic.describe());
    }

    @ParameterizedTest
    @MethodSource("diagnostics")
    void colour_adds_nothing_but_colour(Diagnostic diagnostic) {
        String coloured = report(Ansi.ON).of(diagnostic);

        assertThat(coloured).isNotEqualTo(diagnostic.describe());
        assertThat(plain(coloured)).isEqualTo(diagnostic.describe());
    }

    @Test
    void an_error_is_red_its_place_bold_and_where_to_look_cyan() {
        assertThat(report(Ansi.ON)
                        .of(new Diagnostic(FIELD, ERROR, "field-unknown", "no sevr", "severity"))
                        .lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(BOLD + "paradox/barriers.drl:3:5" + "\u001b[")
                                .contains(BOLD + RED + "error[field-unknown]" + "\u001b[")
                                .endsWith(": no sevr"),
                        line -> assertThat(line).isEqualTo(" 3 | " + FIELD.excerpt()),
                        line -> assertThat(line).startsWith("   | \t   " + CYAN + "^^^^" + "\u001b["),
                        line -> assertThat(line)
                                .startsWith(CYAN + "  hint: " + "\u001b[")
                                .endsWith("severity"));
    }

    @Test
    void a_warning_is_yellow() {
        assertThat(report(Ansi.ON).of(new Diagnostic(FIELD, WARNING, "no-case", "no case", "")))
                .contains(BOLD + YELLOW + "warning[no-case]" + "\u001b[");
    }

    @Test
    void a_line_sums_them_up() {
        Diagnostic error = found(ERROR, "a.drl");
        Diagnostic warning = found(WARNING, "a.drl");
        Diagnostic elsewhere = found(WARNING, "b.drl");

        assertThat(sum(error)).isEqualTo("1 error in 1 file");
        assertThat(sum(error, error)).isEqualTo("2 errors in 1 file");
        assertThat(sum(error, warning, elsewhere)).isEqualTo("1 error, 2 warnings in 2 files");
        assertThat(sum(warning)).isEqualTo("1 warning in 1 file");
        assertThat(sum(warning, elsewhere)).isEqualTo("2 warnings in 2 files");
    }

    private static String sum(Diagnostic... found) {
        StringWriter text = new StringWriter();
        report(Ansi.OFF).print(List.of(found), new PrintWriter(text));
        return text.toString().lines().reduce((before, line) -> line).orElseThrow();
    }

    static Stream<Diagnostic> diagnostics() {
        return Stream.of(
                new Diagnostic(FIELD, ERROR, "field-unknown", "error[x]: y\nz", "hint: $1 \\ severity"),
                new Diagnostic(FIELD, WARNING, "no-case", "no case", ""),
                new Diagnostic(Place.of("policy.properties"), ERROR, "settings-missing", "it is needed", "write one"),
                new Diagnostic(Place.of("a: b.drl", 7), ERROR, "a", ": :", ""),
                new Diagnostic(new Place("tariff.xlsx", "Tariff", 12, 3, 12, 3, "MINR"), ERROR, "value", "x", "MINOR"));
    }

    private static Diagnostic found(Level level, String file) {
        return new Diagnostic(Place.of(file), level, "a-code", "a message", "");
    }

    private static TextReport report(Ansi ansi) {
        return new TextReport(Help.defaultColorScheme(ansi));
    }

    private static String plain(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*m", "");
    }
}
