package org.recoveryrules.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.cases.CaseResult.Outcome;
import org.recoveryrules.drools.cases.CaseRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the cases of a policy. */
@Command(
        name = "test",
        header = "Run the cases of a policy, and say which rule is to blame.",
        description = {
            "",
            "Decides about every case in the tables beside the rule files, and tells each that came out otherwise.",
            "Ends with 0 if every case passed, with 3 if one did not, with 2 if the policy or one of its tables cannot be"
                    + " used as it is, and with 1 if there is no case at all: then nothing was tested.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  recovery-rules test my-shop",
            "  recovery-rules test my-shop --watch       again on every save",
            "  recovery-rules test my-shop --coverage    and what the cases do not show"
        })
final class TestCommand implements Callable<ExitCode> {
    /** How the results are written. */
    enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private WatchOption watch;

    @Parameters(paramLabel = "POLICY", description = "The folder of the policy.", converter = PolicyFolder.class)
    private Path policy;

    @Option(
            names = "--coverage",
            description = "Tell the rules that no case shows firing, and those that no case shows not firing.")
    private boolean coverage;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "How to write what came of it: for people, or for programs (every case, and the coverage).",
            defaultValue = "text")
    private Format format;

    @Override
    public ExitCode call() throws Exception {
        return watch.run(policy, this::test);
    }

    private ExitCode test() throws IOException {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.load(policy)) {
            CaseRun run = advisor.runCases();
            print(run, advisor.warnings());
            return ended(run);
        }
    }

    private void print(CaseRun run, List<Diagnostic> diagnostics) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            out.println(CaseJsonReport.of(run, diagnostics));
            return;
        }
        CaseReport report = new CaseReport(spec.commandLine().getColorScheme(), run);
        if (!diagnostics.isEmpty()) {
            new TextReport(spec.commandLine().getColorScheme()).print(diagnostics, out);
            out.println();
        }
        report.print(out);
        if (coverage) {
            report.printCoverage(out);
        }
    }

    private ExitCode ended(CaseRun run) {
        if (run.results().isEmpty()) {
            Failures.say(
                    spec.commandLine(),
                    "nothing was tested; a case stands in a table beside its rule file, paradox/barriers.cases.csv beside"
                            + " paradox/barriers.drl");
            return ExitCode.COULD_NOT_RUN;
        }
        return run.count(Outcome.PASSED) == run.results().size() ? ExitCode.FINE : ExitCode.CASE_FAILED;
    }
}
