package org.recoveryrules.cli;

import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.InvalidPolicyException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what kept a command from running: in a line, with what would be right where that can be guessed. */
record Failures(BooleanSupplier stacktrace) {
    /** For arguments that were not understood. */
    int notUnderstood(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        say(command, fault.getMessage());
        PrintWriter err = command.getErr();
        if (fault instanceof UnmatchedArgumentException unmatched) {
            suggest(unmatched.getSuggestions(), err);
        }
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.COULD_NOT_RUN.code();
    }

    /** For a command that began and could not go on. */
    int failed(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof InvalidPolicyException invalid) {
            for (Diagnostic diagnostic : invalid.diagnostics()) {
                command.getErr().println(diagnostic.describe());
            }
            return ExitCode.POLICY_INVALID.code();
        }
        say(command, words(failure));
        if (stacktrace.getAsBoolean()) {
            failure.printStackTrace(command.getErr());
        }
        return ExitCode.COULD_NOT_RUN.code();
    }

    private static void say(CommandLine command, String message) {
        Ansi ansi = command.getColorScheme().ansi();
        command.getErr().println(ansi.string("@|bold,red error:|@ ") + message);
    }

    private static void suggest(List<String> suggestions, PrintWriter err) {
        if (!suggestions.isEmpty()) {
            err.println("Did you mean " + String.join(" or ", suggestions) + "?");
        }
    }

    private static String words(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        if (failure instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied";
        }
        return failure.toString().lines().findFirst().orElseThrow();
    }
}
