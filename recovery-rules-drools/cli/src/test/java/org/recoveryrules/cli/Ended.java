package org.recoveryrules.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/**
 * How a command ended that ran within this process.
 *
 * @param code what the process would have ended with
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Ended(int code, String out, String err) {
    /** Runs the program, without colour. */
    static Ended of(Object... arguments) {
        return of(program(), arguments);
    }

    /** Runs a command, which may have been prepared, without colour. */
    static Ended of(CommandLine program, Object... arguments) {
        return of(Ansi.OFF, program, arguments);
    }

    /** Runs a command as on a terminal, in colour. */
    static Ended inColour(CommandLine program, Object... arguments) {
        return of(Ansi.ON, program, arguments);
    }

    /** The program, to prepare. */
    static CommandLine program() {
        return RecoveryRules.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
    }

    private static Ended of(Ansi ansi, CommandLine program, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = program.setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(Help.defaultColorScheme(ansi))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        return new Ended(code, out.toString(), err.toString());
    }
}
