package org.recoveryrules.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --watch} of a command that reads a policy. */
final class WatchOption {
    /** Cursor home, screen and what was scrolled away cleared. */
    private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--watch",
            description = "Stay, and do it again each time that a file of the policy is saved. Ctrl-C ends it.")
    private boolean watch;

    /** Runs the action, once or after each change in the folder; in that case it ends well when the user has enough. */
    ExitCode run(Path folder, Callable<ExitCode> action) throws Exception {
        if (!watch) {
            return action.call();
        }
        CommandLine line = command.commandLine();
        Thread enough = new Thread(() -> {
            line.getOut().flush();
            Runtime.getRuntime().halt(ExitCode.FINE.code());
        });
        Runtime.getRuntime().addShutdownHook(enough);
        try {
            Watch.watch(folder, () -> round(folder, action, line));
            return ExitCode.FINE;
        } finally {
            Runtime.getRuntime().removeShutdownHook(enough);
        }
    }

    private static void round(Path folder, Callable<ExitCode> action, CommandLine line) {
        PrintWriter out = line.getOut();
        if (line.getColorScheme().ansi().enabled()) {
            out.print(CLEAR);
        }
        try {
            action.call();
        } catch (Exception e) {
            Failures.failed(e, line, line.getParseResult());
        }
        LocalTime now = LocalTime.now().truncatedTo(ChronoUnit.SECONDS);
        line.getErr().println(now + " watching " + folder + ", Ctrl-C ends it");
    }
}
