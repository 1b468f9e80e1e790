package org.recoveryrules.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.cases.Case;
import org.recoveryrules.drools.cases.CaseResult;
import org.recoveryrules.drools.files.Nearest;
import org.recoveryrules.drools.json.ContextJson;
import org.recoveryrules.drools.json.Fault;
import org.recoveryrules.drools.json.InvalidContextException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The arguments of a command that is about a failure: the policy, what is known, and the currency. */
final class FailureArguments {
    private static final String STANDARD_INPUT = "-";

    @Spec(Spec.Target.MIXEE)
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

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            converter = Currency.class,
            description = "Decide in this currency: amounts of the policy are read in it, never converted.")
    private Optional<CurrencyUnit> currency = Optional.empty();

    private final InputStream in;

    FailureArguments() {
        this(new FileInputStream(FileDescriptor.in));
    }

    /** Reads standard input from elsewhere. */
    FailureArguments(InputStream in) {
        this.in = in;
    }

    /** What is done about one failure. */
    @FunctionalInterface
    interface Answer {
        void about(FailureContext context, DroolsRecoveryAdvisor advisor) throws IOException;
    }

    /** What is done about many failures. */
    @FunctionalInterface
    interface Answers {
        ExitCode about(InputStream lines, DroolsRecoveryAdvisor advisor) throws IOException;
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

    /** Reads one context and answers it; what is wrong with it is told. */
    ExitCode answer(Answer answer) throws IOException {
        if (arguments.isEmpty()) {
            throw fault("there is no CONTEXT: a file, or - for standard input");
        }
        requireAtMost(2, "");
        String name = arguments.get(arguments.size() - 1);
        Optional<Path> policy = policy(arguments.subList(0, arguments.size() - 1));
        try (InputStream file = open(name)) {
            // Standard input may be a pipe, of which a file stream cannot tell how much is left.
            InputStream bytes = new BufferedInputStream(file);
            FailureContext context = ContextJson.read(bytes.readNBytes(ContextJson.MAX_BYTES + 1));
            try (DroolsRecoveryAdvisor advisor = advisor(policy)) {
                answer.about(context, advisor);
                return ExitCode.FINE;
            }
        } catch (InvalidContextException e) {
            e.faults().forEach(fault -> complain(name + place(fault), fault.toString()));
        } catch (IllegalArgumentException e) {
            complain(name, e.getMessage());
        }
        return ExitCode.COULD_NOT_RUN;
    }

    /** Answers what is known in a case of the policy. */
    ExitCode answerCase(String sentence, Answer answer) throws IOException {
        requireAtMost(1, "; a sentence follows --case");
        try (DroolsRecoveryAdvisor advisor = advisor(policy(arguments))) {
            answer.about(context(sentence, advisor.runCases().results()), advisor);
            return ExitCode.FINE;
        }
    }

    private FailureContext context(String sentence, List<CaseResult> cases) {
        List<Case> meant = cases.stream()
                .map(CaseResult::tested)
                .filter(tested -> tested.sentence().equals(sentence))
                .toList();
        if (meant.isEmpty()) {
            List<String> sentences =
                    cases.stream().map(result -> result.tested().sentence()).toList();
            throw fault("there is no case '" + sentence + "'"
                    + Nearest.to(sentence, sentences)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse(""));
        } else if (meant.size() > 1) {
            throw fault("there is more than one case '" + sentence + "': "
                    + meant.stream()
                            .map(tested ->
                                    tested.place().file() + ":" + tested.place().line())
                            .collect(Collectors.joining(", ")));
        }
        return meant.get(0).context();
    }

    /** Answers the lines of a file. */
    ExitCode answerEach(String file, Answers answers) throws IOException {
        requireAtMost(1, "; FILE follows --batch");
        Optional<Path> policy = policy(arguments);
        try (InputStream lines = open(file);
                DroolsRecoveryAdvisor advisor = advisor(policy)) {
            return answers.about(lines, advisor);
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
        DroolsRecoveryAdvisor.Builder builder = DroolsRecoveryAdvisor.builder().untested();
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
