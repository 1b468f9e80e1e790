package org.recoveryrules.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells all that is wrong with a policy. */
@Command(
        name = "check",
        header = "Tell all that is wrong with a policy, at once.",
        description = {
            "",
            "Every error and warning with its file, line and column, the line itself, and a hint where there is one.",
            "Ends with 0 if the policy can be used, with 2 if it cannot.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  recovery-rules check my-shop",
            "  recovery-rules check my-shop --watch     again on every save",
            "  recovery-rules check my-shop --strict    warnings count as errors do",
            "  recovery-rules check my-shop --format sarif > my-shop.sarif"
        })
final class Check implements Callable<ExitCode> {
    /** How the diagnostics are written. */
    enum Format {
        TEXT,
        JSON,
        SARIF;

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
            names = "--format",
            paramLabel = "text|json|sarif",
            description = "How to write what is found: for people, for programs, or as SARIF 2.1.0 for code hosts.",
            defaultValue = "text")
    private Format format;

    @Option(names = "--strict", description = "End with 2 where there are warnings, too.")
    private boolean strict;

    private final Function<PolicySource, List<Diagnostic>> checker;

    Check() {
        this(policy -> DroolsRecoveryAdvisor.builder().policy(policy).untested().check());
    }

    Check(Function<PolicySource, List<Diagnostic>> checker) {
        this.checker = checker;
    }

    @Override
    public ExitCode call() throws Exception {
        return watch.run(policy, this::check);
    }

    private ExitCode check() throws IOException {
        List<Diagnostic> diagnostics = checker.apply(PolicySource.folder(policy));
        print(diagnostics);
        return diagnostics.stream().anyMatch(this::counts) ? ExitCode.POLICY_INVALID : ExitCode.FINE;
    }

    private boolean counts(Diagnostic diagnostic) {
        return strict || diagnostic.level() == Level.ERROR;
    }

    private void print(List<Diagnostic> diagnostics) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> printText(diagnostics, out);
            case JSON -> out.println(JsonReport.of(diagnostics));
            case SARIF -> out.println(SarifReport.of(policy, diagnostics));
        }
    }

    private void printText(List<Diagnostic> diagnostics, PrintWriter out) {
        TextReport report = new TextReport(spec.commandLine().getColorScheme());
        if (diagnostics.isEmpty()) {
            out.println(report.fine(policy + " is fine"));
        } else {
            report.print(diagnostics, out);
        }
    }
}
