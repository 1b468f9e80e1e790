package org.recoveryrules.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The program: one command each for starting, checking, testing and trying a policy.
 *
 * <p>A command is a {@code Callable<ExitCode>}. It writes to its command line's {@code getOut()}, throws what keeps it from
 * running, and leaves it to the program to say so.
 */
@Command(
        name = "recovery-rules",
        description = "Checks, tests and tries policies for recovering from service failures.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {})
public final class RecoveryRules {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            description = "Say where in the program an unexpected failure happened.",
            scope = ScopeType.INHERIT)
    private boolean stacktrace;

    private RecoveryRules() {}

    /**
     * Runs one command and ends with its exit code.
     *
     * @param arguments the command and what it takes
     */
    public static void main(String... arguments) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int code = commandLine(out, err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** The program, writing where it is told to. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        RecoveryRules program = new RecoveryRules();
        Failures failures = new Failures(() -> program.stacktrace);
        return new CommandLine(program)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(RecoveryRules::execute)
                .setParameterExceptionHandler(failures::notUnderstood)
                .setExecutionExceptionHandler(failures::failed);
    }

    @Option(
            names = "--no-color",
            description = "Print without colour, as if NO_COLOR were set.",
            scope = ScopeType.INHERIT)
    private void noColor(boolean chosen) {
        spec.root().commandLine().setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    }

    private static int execute(ParseResult parsed) {
        int help = new RunLast().execute(parsed);
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        Object result = last.commandSpec().commandLine().getExecutionResult();
        return result instanceof ExitCode ended ? ended.code() : help;
    }

    /** UTF-8 whatever the platform's default is: so are the files of a policy. */
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
