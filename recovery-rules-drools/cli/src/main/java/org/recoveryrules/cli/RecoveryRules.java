package org.recoveryrules.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
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
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:could not run",
            "2:the policy cannot be used",
            "3:a case failed, or the cases show too little"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  recovery-rules init my-shop        a policy to start from",
            "  recovery-rules check my-shop       what is wrong with it",
            "  recovery-rules help check          how to use one command"
        },
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {
            Init.class,
            Check.class,
            TestCommand.class,
            Decide.class,
            Explain.class,
            Schema.class,
            Completion.class,
            HelpCommand.class
        })
public final class RecoveryRules {
    @Spec
    private CommandSpec spec;

    @Option(
            names = Failures.STACKTRACE,
            description = "Say where in the program a failure happened.",
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
        return new CommandLine(new RecoveryRules())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(RecoveryRules::execute)
                .setParameterExceptionHandler(Failures::notUnderstood)
                .setExecutionExceptionHandler(Failures::failed);
    }

    @Option(
            names = Failures.NO_COLOR,
            description = "Print without colour, as if NO_COLOR were set.",
            scope = ScopeType.INHERIT)
    private void noColor(boolean chosen) {
        spec.root().commandLine().setColorScheme(Help.defaultColorScheme(Ansi.OFF));
    }

    /** Whether a failure is to tell where it happened. */
    boolean isStacktraceWanted() {
        return stacktrace;
    }

    private static int execute(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine command = last.commandSpec().commandLine();
        int otherwise = run(parsed, command);
        Object result = command.getExecutionResult();
        return result instanceof ExitCode ended ? ended.code() : otherwise;
    }

    private static int run(ParseResult parsed, CommandLine command) {
        try {
            return new RunLast().execute(parsed);
        } catch (Error e) {
            // Rules nested too deep or memory too small are failures like any other to who reads the message.
            throw new ExecutionException(command, e.toString(), e);
        }
    }

    /** UTF-8 whatever the platform's default is: so are the files of a policy. */
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
