package org.recoveryrules.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says why a failure is decided as it is, and why not otherwise. */
@Command(
        name = "explain",
        header = "Say why a failure is decided as it is, and why not otherwise.",
        customSynopsis = {
            "recovery-rules explain [POLICY] CONTEXT [--all] [--currency CODE]",
            "   or: recovery-rules explain [POLICY] --case SENTENCE [--all] [--currency CODE]"
        },
        description = {
            "",
            "Each rule that spoke, with the values that made it fire. Then the nearest rules that did not, for the"
                    + " verdict, for restoration, gestures (goodwill) and words, for authority and for the conversation: the"
                    + " fields that kept each from it, what they are, and what they would have had to be. A rule that fired"
                    + " and whose offer came to nothing is among them.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  recovery-rules explain failure.json              by the standard policy",
            "  recovery-rules explain my-shop failure.json      by your own",
            "  recovery-rules explain my-shop failure.json --all"
        })
final class Explain implements Callable<ExitCode> {
    private static final int NEAREST = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final FailureArguments failure;

    @Option(
            names = "--all",
            description = "Tell every rule that did not fire, not only the nearest three of each kind.")
    private boolean all;

    @Option(
            names = "--case",
            paramLabel = "SENTENCE",
            description = "Explain what is known in the case of the policy with this sentence, in place of a CONTEXT.")
    private Optional<String> sentence = Optional.empty();

    Explain() {
        this(new FailureArguments());
    }

    Explain(FailureArguments failure) {
        this.failure = failure;
    }

    @Override
    public ExitCode call() throws Exception {
        return sentence.isPresent() ? failure.answerCase(sentence.get(), this::explain) : failure.answer(this::explain);
    }

    private void explain(FailureContext context, DroolsRecoveryAdvisor advisor) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(ExplanationPage.of(
                advisor.decide(context), advisor.nearMisses(context), all ? Integer.MAX_VALUE : NEAREST));
        out.flush();
    }
}
