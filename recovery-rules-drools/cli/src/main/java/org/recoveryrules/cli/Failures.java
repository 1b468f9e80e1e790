package org.recoveryrules.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.regex.Pattern;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.api.RecoveryRulesException;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what kept a command from running: in a line, with what would be right where that can be guessed. */
final class Failures {
    /** The option for no colour, which counts behind the argument that was not understood, too. */
    static final String NO_COLOR = "--no-color";

    /** The option that adds where in the program a failure happened. */
    static final String STACKTRACE = "--stacktrace";

    /** How picocli begins what it says of an argument that has a position and no name. */
    private static final Pattern POSITION = Pattern.compile("^Invalid value for positional parameter at .*?\\): ");

    private Failures() {}

    /** For arguments that were not understood. */
    static int notUnderstood(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        if (List.of(arguments).contains(NO_COLOR)) {
            command.setColorScheme(Help.defaultColorScheme(Ansi.OFF));
        }
        if (fault instanceof UnmatchedArgumentException unmatched) {
            say(command, unmatched(unmatched));
        } else {
            say(command, POSITION.matcher(fault.getMessage()).replaceFirst(""));
        }
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.COULD_NOT_RUN.code();
    }

    private static String unmatched(UnmatchedArgumentException fault) {
        String argument = "'" + fault.getUnmatched().get(0) + "'";
        String suggestions = String.join(" or ", fault.getSuggestions());
        boolean isCommandAwaited = !fault.getCommandLine().getSubcommands().isEmpty();
        String what = fault.isUnknownOption() ? "option" : isCommandAwaited ? "command" : "use for";
        return "there is no " + what + " " + argument
                + (suggestions.isEmpty() ? "" : "; did you mean " + suggestions + "?");
    }

    /** For a command that began and could not go on. */
    static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof InvalidPolicyException invalid) {
            new TextReport(command.getColorScheme()).print(invalid.diagnostics(), command.getErr());
            return ExitCode.POLICY_INVALID.code();
        }
        say(command, words(failure));
        if (command.getCommandSpec().root().userObject() instanceof RecoveryRules program
                && program.isStacktraceWanted()) {
            failure.printStackTrace(command.getErr());
        }
        return ExitCode.COULD_NOT_RUN.code();
    }

    private static String words(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "there is no file '" + missing.getFile() + "'";
        } else if (failure instanceof AccessDeniedException denied) {
            return "access to '" + denied.getFile() + "' is denied";
        } else if (failure instanceof FileSystemException file && file.getReason() == null) {
            return "'" + file.getFile() + "': " + file.getClass().getSimpleName();
        } else if (failure instanceof IOException || failure instanceof RecoveryRulesException) {
            return String.valueOf(failure.getMessage());
        }
        Throwable unexpected = failure instanceof ExecutionException ? failure.getCause() : failure;
        return "unexpected " + unexpected.toString().lines().findFirst().orElse("") + "; " + STACKTRACE
                + " says where it happened";
    }

    static void say(CommandLine command, String message) {
        String label = command.getColorScheme().errorText("error:").toString();
        command.getErr().println(label + " " + message);
    }
}
