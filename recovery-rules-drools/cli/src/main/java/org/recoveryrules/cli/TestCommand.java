package org.recoveryrules.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.cases.CaseResult.Outcome;
import org.recoveryrules.drools.cases.CaseRun;
import org.recoveryrules.drools.cases.Coverage;
import org.recoveryrules.drools.cases.Coverage.Share;
import org.recoveryrules.drools.mutation.MutationRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the cases of a policy. */
@Command(
        name = "test",
        header = "Run the cases of a policy, and say which rule is to blame.",
        description = {
            "",
            "Decides about every case in the tables beside the rule files, and tells each that came out otherwise.",
            "Ends with 0 if every case passed, with 3 if one did not or they show less than is demanded, with 2 if the"
                    + " policy or one of its tables cannot be used as it is, and with 1 if there is no case at all: then"
                    + " nothing was tested.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  recovery-rules test my-shop --watch       again on every save",
            "  recovery-rules test my-shop --coverage    and what the cases do not show",
            "  recovery-rules test my-shop --min-coverage 100 --html coverage.html",
            "  recovery-rules test my-shop --mutate      whether the cases would notice a mistake in a rule"
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
            description =
                    "Tell how many rules, comparisons and thresholds the cases show both ways, and what they do not"
                            + " show.")
    private boolean coverage;

    @Option(
            names = "--min-coverage",
            paramLabel = "PERCENT",
            description =
                    "The same, and end with 3 if the cases show less of the rules, the comparisons or the thresholds;"
                            + " 0 to 100.")
    private int minCoverage;

    @Option(
            names = "--mutate",
            description =
                    "Make mistakes in the rules and the amounts of policy.properties, one at a time, and tell those that"
                            + " no case notices, each with a case that would. Takes seconds.")
    private boolean mutate;

    @Option(
            names = "--min-mutation",
            paramLabel = "PERCENT",
            description = "The same, and end with 3 if the cases notice less of the mistakes; 0 to 100.")
    private int minMutation;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write a page that shows the rule files with what the cases show of them.")
    private Optional<Path> page = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "How to write what came of it: for people, or for programs (every case, and the coverage).",
            defaultValue = "text")
    private Format format;

    @Override
    public ExitCode call() throws Exception {
        requireUsable();
        return watch.run(policy, this::test);
    }

    private void requireUsable() {
        requirePercent("--min-coverage", minCoverage);
        requirePercent("--min-mutation", minMutation);
        if (page.filter(file -> absolute(file).startsWith(absolute(policy))).isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--html must be a file outside of the policy, but was '" + page.get() + "'");
        }
        page.map(Path::getParent).filter(folder -> !Files.isDirectory(folder)).ifPresent(missing -> {
            throw new ParameterException(spec.commandLine(), "there is no folder '" + missing + "'");
        });
    }

    private void requirePercent(String option, int percent) {
        if (percent < 0 || percent > 100) {
            throw new ParameterException(spec.commandLine(), option + " must be 0 to 100, but was " + percent);
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private ExitCode test() throws IOException {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.folder(policy))
                .untested()
                .build()) {
            CaseRun run = advisor.runCases();
            Optional<MutationRun> mutation = mutation(advisor, run);
            print(run, mutation, advisor.warnings());
            if (page.isPresent()) {
                Map<String, byte[]> files = PolicySource.folder(policy).read();
                Files.writeString(page.get(), CoveragePage.of(advisor.policy().identity(), run, mutation, files));
                spec.commandLine().getErr().println("the page is in " + page.get());
            }
            return ended(run, mutation);
        }
    }

    /** A case that fails already would notice anything. */
    private Optional<MutationRun> mutation(DroolsRecoveryAdvisor advisor, CaseRun run) {
        boolean wanted = mutate || minMutation > 0;
        if (wanted && !passed(run)) {
            Failures.say(spec.commandLine(), "no mistakes were made in the rules: first every case has to pass");
        }
        return wanted && passed(run) ? Optional.of(advisor.runMutants()) : Optional.empty();
    }

    private static boolean passed(CaseRun run) {
        return run.count(Outcome.PASSED) == run.results().size();
    }

    private void print(CaseRun run, Optional<MutationRun> mutation, List<Diagnostic> diagnostics) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            out.println(CaseJsonReport.of(run, mutation, diagnostics));
            return;
        }
        CaseReport report = new CaseReport(spec.commandLine().getColorScheme(), run);
        if (!diagnostics.isEmpty()) {
            new TextReport(spec.commandLine().getColorScheme()).print(diagnostics, out);
            out.println();
        }
        report.print(out);
        if (coverage || minCoverage > 0) {
            report.printCoverage(out);
        }
        mutation.ifPresent(made -> new MutationReport(spec.commandLine().getColorScheme(), made).print(out));
    }

    private ExitCode ended(CaseRun run, Optional<MutationRun> mutation) {
        if (run.results().isEmpty()) {
            Failures.say(
                    spec.commandLine(),
                    "nothing was tested; a case stands in a table beside its rule file, paradox/barriers.cases.csv beside"
                            + " paradox/barriers.drl");
            return ExitCode.COULD_NOT_RUN;
        }
        boolean shown = hasCoverage(run.coverage());
        boolean noticed = mutation.map(this::hasNoticed).orElse(true);
        return shown && noticed && passed(run) ? ExitCode.FINE : ExitCode.CASES_FALL_SHORT;
    }

    private boolean hasNoticed(MutationRun mutation) {
        int percent = mutation.noticed().percent();
        if (percent < minMutation) {
            Failures.say(
                    spec.commandLine(),
                    "the cases must notice " + minMutation + " % of the mistakes or more, but notice " + percent
                            + " %");
        }
        return percent >= minMutation;
    }

    private boolean hasCoverage(Coverage shown) {
        Map<String, Share> shares = new LinkedHashMap<>();
        shares.put("rules", shown.ofRules());
        shares.put("comparisons", shown.ofComparisons());
        shares.put("thresholds", shown.ofThresholds());
        shares.values().removeIf(share -> share.percent() >= minCoverage);
        if (!shares.isEmpty()) {
            String less = shares.entrySet().stream()
                    .map(share -> share.getValue().percent() + " % of " + share.getKey())
                    .collect(Collectors.joining(", "));
            Failures.say(spec.commandLine(), "coverage must be " + minCoverage + " % or more, but is " + less);
        }
        return shares.isEmpty();
    }
}
