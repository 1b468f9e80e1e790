package org.recoveryrules.cli;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.json.DecisionJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Decides one failure, or many. */
@Command(
        name = "decide",
        header = "Decide one failure, or many.",
        customSynopsis = {
            "recovery-rules decide [POLICY] CONTEXT [--json] [--currency CODE]",
            "   or: recovery-rules decide [POLICY] --batch [FILE] [--currency CODE]"
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
    @Spec
    private CommandSpec spec;

    @Mixin
    private final FailureArguments failure;

    @Option(names = "--json", description = "Write the decision as JSON; --batch always does.")
    private boolean json;

    @Option(
            names = "--batch",
            arity = "0..1",
            paramLabel = "FILE",
            fallbackValue = "-",
            description = "Decide each line of FILE, or of standard input.")
    private Optional<String> batch = Optional.empty();

    private final OutputStream out;

    Decide() {
        this(new FailureArguments(), new FileOutputStream(FileDescriptor.out));
    }

    /** Writes what a batch decides as bytes and without a layer that would hide a failure. */
    Decide(FailureArguments failure, OutputStream out) {
        this.failure = failure;
        this.out = out;
    }

    @Override
    public ExitCode call() throws IOException {
        return batch.isPresent()
                ? failure.answerEach(batch.get(), this::decideEach)
                : failure.answer((context, advisor) -> print(advisor.decide(context)));
    }

    private ExitCode decideEach(InputStream lines, DroolsRecoveryAdvisor advisor) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Batch.Outcome outcome = new Batch(advisor, Progress.on(err)).decide(lines, out);
        if (outcome.failed() > 0) {
            err.println(outcome.failed() + " of " + outcome.lines() + " lines have no decision");
            return ExitCode.COULD_NOT_RUN;
        }
        return ExitCode.FINE;
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
}
