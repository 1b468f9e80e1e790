package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;
import picocli.CommandLine;

class CheckTest {
    private static final Diagnostic ERROR =
            new Diagnostic(Place.of("a.drl", 3), Level.ERROR, "an-error", "this is wrong", "that is right");
    private static final Diagnostic WARNING =
            new Diagnostic(Place.of("b.drl"), Level.WARNING, "a-warning", "this is odd", "");

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        assertThat(Ended.of("init", folder).code()).isZero();
    }

    @Test
    void a_policy_that_can_be_used_is_fine() {
        assertThat(Ended.of("check", folder)).isEqualTo(new Ended(0, folder + " is fine\n", ""));
    }

    @Test
    void what_is_wrong_is_told_with_its_place() throws IOException {
        Path rules = folder.resolve("paradox/barriers.drl");
        Files.writeString(rules, Files.readString(rules).replace("severity >= Severity.MODERATE", "sevrity == 1"));

        Ended ended = Ended.of("check", folder);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out())
                .startsWith("paradox/barriers.drl:")
                .contains("error[")
                .contains("sevrity");
        assertThat(ended.out()).endsWith("1 error in 1 file\n");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void a_folder_without_a_policy_is_an_invalid_one() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(Ended.of("check", empty))
                .extracting(Ended::code, ended -> ended.out().contains("error[settings-missing]"))
                .containsExactly(2, true);
    }

    @Test
    void a_folder_that_is_not_there_cannot_be_checked() {
        assertThat(Ended.of("check", folder.resolve("nowhere")))
                .isEqualTo(new Ended(1, "", """
                error: there is no folder '%s'
                Try 'recovery-rules check --help'.
                """.formatted(folder.resolve("nowhere"))));
    }

    @Test
    void a_file_is_no_policy() {
        assertThat(Ended.of("check", folder.resolve("policy.properties")).err())
                .startsWith("error: there is no folder '");
    }

    @Test
    void what_is_no_path_is_no_policy() {
        assertThat(Ended.of("check", "a\0b").err()).startsWith("error: 'a\0b' is not a path: ");
    }

    @Test
    void everything_is_told_in_order_and_summed_up() {
        assertThat(check(List.of(ERROR, WARNING))).isEqualTo(new Ended(2, """
                a.drl:3: error[an-error]: this is wrong
                  hint: that is right

                b.drl: warning[a-warning]: this is odd

                1 error, 1 warning in 2 files
                """, ""));
    }

    @Test
    void warnings_alone_are_fine_unless_they_count() {
        assertThat(check(List.of(WARNING)).code()).isZero();
        assertThat(check(List.of(WARNING), "--strict").code()).isEqualTo(2);
        assertThat(check(List.of(), "--strict").code()).isZero();
    }

    @Test
    void the_format_is_chosen() throws IOException {
        assertThat(check(List.of(ERROR), "--format", "text")).isEqualTo(check(List.of(ERROR)));
        assertThat(check(List.of(ERROR), "--format", "json"))
                .isEqualTo(new Ended(2, JsonReport.of(List.of(ERROR)) + "\n", ""));
        assertThat(check(List.of(ERROR), "--format", "SARIF"))
                .isEqualTo(new Ended(2, SarifReport.of(folder, List.of(ERROR)) + "\n", ""));
    }

    /** Checks with what a checker is to find. */
    private Ended check(List<Diagnostic> found, String... options) {
        CommandLine program = Ended.program();
        program.getCommandSpec().removeSubcommand("check");
        program.addSubcommand(new Check(policy -> found)).setCaseInsensitiveEnumValuesAllowed(true);
        Object[] arguments = new Object[options.length + 2];
        arguments[0] = "check";
        arguments[1] = folder;
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Ended.of(program, arguments);
    }
}
