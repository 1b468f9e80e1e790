package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.InvalidPolicyException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

class RecoveryRulesTest {
    private static final Diagnostic UNKNOWN_FIELD = new Diagnostic(
            new Place("paradox/barriers.drl", "", 3, 5, 3, 9, "    sevr"), Level.ERROR, "field-unknown", "no sevr", "");

    @Test
    void help_names_every_command_and_every_exit_code() {
        Ended help = Ended.of("--help");

        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(Ended.program().getSubcommands().keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(help.out()).contains("\n  " + name + " "));
        assertThat(Stream.of(ExitCode.values()).map(code -> "\n  " + code.code() + "  "))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(help.out()).contains(line));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_of_a_command_fits_a_terminal(String command) {
        assertThat(Ended.of(command, "--help").out().lines())
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).isEqualTo(line.stripTrailing()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_teaches_by_two_to_four_examples_that_it_understands(String command) {
        List<String> examples = examples(command);

        assertThat(examples)
                .hasSizeBetween(2, 4)
                .allSatisfy(example -> assertThat(fault(example)).isIn("", "there is no folder 'my-shop'"));
    }

    @Test
    void help_can_be_asked_for_as_a_command() {
        assertThat(Ended.of("help", "check")).isEqualTo(Ended.of("check", "--help"));
    }

    @Test
    void the_version_is_told() {
        assertThat(Ended.of("--version").out()).startsWith("recovery-rules ").contains("\nJava ");
    }

    @Test
    void without_a_command_it_says_that_one_is_missing() {
        assertThat(Ended.of()).isEqualTo(new Ended(1, "", """
                error: Missing required subcommand
                Try 'recovery-rules --help'.
                """));
    }

    @Test
    void an_unknown_command_suggests_the_nearest_ones() {
        assertThat(Ended.of("chekc", "my-shop")).isEqualTo(new Ended(1, "", """
                error: there is no command 'chekc'; did you mean check or schema or help?
                Try 'recovery-rules --help'.
                """));
    }

    @Test
    void an_unknown_option_suggests_those_that_begin_alike() {
        assertThat(Ended.of("check", "--strickt", ".")).isEqualTo(new Ended(1, "", """
                error: there is no option '--strickt'; did you mean --strict or --stacktrace?
                Try 'recovery-rules check --help'.
                """));
    }

    @Test
    void a_surplus_argument_is_named() {
        assertThat(Ended.of("check", ".", "surplus")).isEqualTo(new Ended(1, "", """
                error: there is no use for 'surplus'
                Try 'recovery-rules check --help'.
                """));
    }

    @Test
    void a_value_that_is_not_allowed_is_told_with_those_that_are() {
        assertThat(Ended.of("check", ".", "--format", "xml")).isEqualTo(new Ended(1, "", """
                error: Invalid value for option '--format': expected one of [TEXT, JSON, SARIF] (case-insensitive) but was 'xml'
                Try 'recovery-rules check --help'.
                """));
    }

    @Test
    void a_policy_that_cannot_be_used_ends_any_command_with_what_is_wrong() {
        assertThat(failing(() -> {
                    throw new InvalidPolicyException("shop", List.of(UNKNOWN_FIELD));
                }))
                .isEqualTo(new Ended(2, "", """
                        paradox/barriers.drl:3:5: error[field-unknown]: no sevr
                         3 |     sevr
                           |     ^^^^

                        1 error in 1 file
                        """));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_told_in_a_line(Exception failure, String words) {
        assertThat(failing(() -> {
                    throw failure;
                }))
                .isEqualTo(new Ended(1, "", "error: " + words + "\n"));
    }

    static Stream<Object[]> failures() {
        return Stream.of(new Object[][] {
            {new NoSuchFileException("a.json"), "there is no file 'a.json'"},
            {new AccessDeniedException("a.json"), "access to 'a.json' is denied"},
            {new FileSystemLoopException("a"), "'a': FileSystemLoopException"},
            {new IOException("the disk is full"), "the disk is full"},
            {
                new IllegalStateException("this\ncannot be"),
                "unexpected java.lang.IllegalStateException: this; --stacktrace says where it happened"
            },
        });
    }

    @Test
    void too_little_memory_or_stack_is_a_failure_like_any_other() {
        assertThat(failing(() -> {
                    throw new StackOverflowError();
                }))
                .isEqualTo(new Ended(
                        1,
                        "",
                        "error: unexpected java.lang.StackOverflowError; --stacktrace says where it happened\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--stacktrace fail", "fail --stacktrace"})
    void where_a_failure_happened_is_told_on_demand(String arguments) {
        CommandLine program = program(() -> {
            throw new IllegalStateException("this cannot be");
        });

        assertThat(Ended.of(program, (Object[]) arguments.split(" ")).err())
                .startsWith("error: unexpected java.lang.IllegalStateException: this cannot be")
                .contains("\tat org.recoveryrules.cli.RecoveryRulesTest");
    }

    @Test
    void an_exit_code_is_what_the_command_returns() {
        for (ExitCode code : ExitCode.values()) {
            assertThat(failing(() -> code)).isEqualTo(new Ended(code.code(), "", ""));
        }
    }

    @Test
    void an_error_is_red_on_a_terminal() {
        assertThat(Ended.inColour(Ended.program(), "chekc").err()).startsWith("\u001b[31m\u001b[1merror:\u001b[");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-color check --strickt .", "check --strickt . --no-color"})
    void colour_can_be_switched_off(String arguments) {
        assertThat(Ended.inColour(Ended.program(), (Object[]) arguments.split(" "))
                        .err())
                .startsWith("error: there is no option '--strickt'");
    }

    static List<String> commands() {
        List<String> commands = new ArrayList<>(Ended.program().getSubcommands().keySet());
        commands.remove("help");
        return commands;
    }

    private static List<String> examples(String command) {
        return Ended.of(command, "--help")
                .out()
                .lines()
                .map(String::strip)
                .filter(line -> line.contains("recovery-rules " + command))
                .filter(line -> !line.startsWith("Usage:") && !line.startsWith("or:"))
                .toList();
    }

    /** What the program does not understand of an example; empty where it understands. */
    private static String fault(String example) {
        String command = example.replaceAll("^source <\\(|\\).*| {2,}.*| >.*", "");
        try {
            Ended.program()
                    .parseArgs(command.replaceFirst("^recovery-rules ", "").split(" "));
            return "";
        } catch (ParameterException e) {
            return e.getMessage().replaceFirst("^Invalid value for .*\\): ", "");
        }
    }

    private static Ended failing(Callable<ExitCode> command) {
        return Ended.of(program(command), "fail");
    }

    /** The program with one more command. */
    private static CommandLine program(Callable<ExitCode> command) {
        @Command(name = "fail")
        final class Fail implements Callable<ExitCode> {
            @Override
            public ExitCode call() throws Exception {
                return command.call();
            }
        }
        CommandLine program = Ended.program();
        program.addSubcommand(new Fail());
        // A command that is added later is given what those before it were given at the start.
        return program.setExecutionExceptionHandler(Failures::failed);
    }
}
