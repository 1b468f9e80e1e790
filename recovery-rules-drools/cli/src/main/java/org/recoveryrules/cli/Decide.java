package org.recoveryrules.cli;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.cli.json.ContextJson;
import org.recoveryrules.cli.json.DecisionJson;
import org.recoveryrules.cli.json.Fault;
import org.recoveryrules.cli.json.InvalidContextException;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Decides one failure, or many. */
@Command(
        name = "decide",
        header = "Decide one failure, or many.",
        customSynopsis = {
            "recovery-rules decide [POLICY] CONTEXT [--json] [--currency CODE]",
            "       recovery-rules decide [POLICY] --batch [FILE] [--currency CODE]"
        },
        description = {
            "",
            "One failure is a JSON object of at most 1 MiB; 'recovery-rules schema context' tells what it can hold. "
                    + "Everything that is wrong with it is told at once.",
            "",
            "With --batch, each line is a context of its own (JSON Lines, at most 1 MiB a line), and each is answered by "
                    + "one line in the same order: its decision, or {\"line\":7,\"error\":\"...\"} in place of one. Blank "
                    + "lines are counted but not answered. Memory does not grow with the input. Ends with 0 if every line "
                    + "has its decision, with 1 if one has none.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  recovery-rules decide failure.json               by the standard policy",
            "  recovery-rules decide my-shop failure.json       by your own",
            "  recovery-rules decide my-shop - --json < failure.json",
            "  recovery-rules decide my-shop --batch failures.jsonl > decisions.jsonl"
        })
final class Decide implements Callable<ExitCode> {
    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..2",
            paramLabel = "[POLICY] CONTEXT",
            hideParamSyntax = true,
            description = {
                "POLICY: the folder of the policy; the standard policy if it is left out.",
                "CONTEXT: the file with what is known about the failure; - is standard input."
            })
    private List<String> arguments = List.of();

    @Option(names = "--json", description = "Write the decision as JSON; --batch always does.")
    private boolean json;

    @Option(
            names = "--batch",
            arity = "0..1",
            paramLabel = "FILE",
            fallbackValue = STANDARD_INPUT,
            description = "Decide each line of FILE, or of standard input.")
    private Optional<String> batch = Optional.empty();

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            converter = Currency.class,
            description = "Decide in this currency: amounts of the policy are read in it, never converted.")
    private Optional<CurrencyUnit> currency = Optional.empty();

    private final InputStream in;
    private final OutputStream out;

    Decide() {
        this(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    }

    /** Reads what a batch decides, and writes it, as bytes and without a layer that would hide a failure. */
    Decide(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Reads the code of a currency. */
    static final class Currency implements ITypeConverter<CurrencyUnit> {
        @Override
        public CurrencyUnit convert(String code) {
            try {
                return CurrencyUnit.of(code);
            } catch (IllegalCurrencyException e) {
                throw new TypeConversionException("there is no currency '" + code + "'; one is written like USD");
            }
        }
    }

    @Override
    public ExitCode call() throws IOException {
        return batch.isPresent() ? decideEach(batch.get()) : decideOne();
    }

    private ExitCode decideOne() throws IOException {
        if (arguments.isEmpty()) {
            throw fault("there is no CONTEXT: a file, or - for standard input");
        }
        requireAtMost(2, "");
        String name = arguments.get(arguments.size() - 1);
        Optional<Path> policy = policy(arguments.subList(0, arguments.size() - 1));
        try (InputStream file = open(name)) {
            FailureContext context = ContextJson.read(file.readNBytes(ContextJson.MAX_BYTES + 1));
            try (DroolsRecoveryAdvisor advisor = advisor(policy)) {
                print(advisor.decide(context));
                return ExitCode.FINE;
            }
        } catch (InvalidContextException e) {
            e.faults().forEach(fault -> complain(name + place(fault), fault.toString()));
        } catch (IllegalArgumentException e) {
            complain(name, e.getMessage());
        }
        return ExitCode.COULD_NOT_RUN;
    }

    private ExitCode decideEach(String name) throws IOException {
        requireAtMost(1, "; FILE follows --batch");
        Optional<Path> policy = policy(arguments);
        try (InputStream lines = open(name);
                DroolsRecoveryAdvisor advisor = advisor(policy)) {
            PrintWriter err = spec.commandLine().getErr();
            Batch.Outcome outcome = new Batch(advisor, Progress.on(err)).decide(lines, out);
            if (outcome.failed() > 0) {
                err.println(outcome.failed() + " of " + outcome.lines() + " lines have no decision");
                return ExitCode.COULD_NOT_RUN;
            }
            return ExitCode.FINE;
        }
    }

    private void requireAtMost(int allowed, String hint) {
        if (arguments.size() > allowed) {
            throw fault("there is no use for '" + arguments.get(allowed) + "'" + hint);
        }
    }

    private Optional<Path> policy(List<String> given) {
        try {
            return given.stream().findFirst().map(new PolicyFolder()::convert);
        } catch (TypeConversionException e) {
            throw fault(e.getMessage() + "; POLICY comes first");
        }
    }

    private DroolsRecoveryAdvisor advisor(Optional<Path> policy) {
        DroolsRecoveryAdvisor.Builder builder = DroolsRecoveryAdvisor.builder();
        policy.map(PolicySource::folder).ifPresent(builder::policy);
        currency.ifPresent(builder::currency);
        return builder.build();
    }

    private InputStream open(String name) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return in;
        }
        try {
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                throw fault("'" + name + "' is a folder, not a file");
            }
            return Files.newInputStream(file);
        } catch (InvalidPathException e) {
            throw fault("'" + name + "' is not a path: " + e.getReason());
        }
    }

    private void print(RecoveryDecision decision) throws IOException {
        PrintWriter writer = spec.commandLine().getOut();
        if (json) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            DecisionJson.writeIndented(decision, text);
            writer.println(text.toString(StandardCharsets.UTF_8));
        } else {
            writer.print(DecisionPage.of(decision));
        }
        writer.flush();
    }

    private void complain(String place, String message) {
        spec.commandLine().getErr().println(place + ": " + message);
    }

    private ParameterException fault(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static String place(Fault fault) {
        return fault.line() == 0 ? "" : ":" + fault.line() + ":" + fault.column();
    }
}
