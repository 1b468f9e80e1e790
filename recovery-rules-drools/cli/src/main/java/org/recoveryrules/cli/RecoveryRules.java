package org.recoveryrules.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: one command each for starting, checking, testing and trying a policy. */
@Command(
        name = "recovery-rules",
        description = "Checks, tests and tries policies for recovering from service failures.",
        mixinStandardHelpOptions = true)
public final class RecoveryRules {
    private RecoveryRules() {}

    /**
     * Runs one command and ends with its exit code.
     *
     * @param arguments the command and what it takes
     */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new RecoveryRules()).execute(arguments));
    }
}
