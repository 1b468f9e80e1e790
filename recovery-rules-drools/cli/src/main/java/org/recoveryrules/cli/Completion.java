package org.recoveryrules.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Teaches a shell to complete commands and options. */
@Command(
        name = "completion",
        header = "Print what teaches bash or zsh to complete commands and options.",
        description = "",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(recovery-rules completion)                 for this shell",
            "  recovery-rules completion > ~/.recovery-rules.sh    for every shell: source",
            "                                                      it in .bashrc or .zshrc"
        })
final class Completion implements Callable<ExitCode> {
    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        CommandLine program = spec.root().commandLine();
        spec.commandLine().getOut().println(AutoComplete.bash(program.getCommandName(), program));
        return ExitCode.FINE;
    }
}
