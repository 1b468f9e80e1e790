package org.recoveryrules.drools.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.RandomContexts;
import org.recoveryrules.drools.check.PolicyCheck;
import org.recoveryrules.drools.engine.Interpreter;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.json.ContextJson;
import org.recoveryrules.drools.json.DecisionJson;
import org.recoveryrules.drools.json.InvalidContextException;
import org.recoveryrules.drools.policy.PolicyCompiler;

/**
 * Whatever somebody asks: a context is refused in words for people at a place that is there, or decided about, the same
 * each time and as the rules read. Decisions are whole because their record is.
 */
class ContextFuzzTest {
    /** Enough for a build; {@code -Drecovery.fuzz=100000} is a run of half an hour. */
    private static final int INPUTS = 2 * Integer.getInteger("recovery.fuzz", 5_000);

    private static final int SEED = Integer.getInteger("recovery.fuzz.seed", 1);
    private static final int ROUND = 1_000;
    private static final Pattern COMPONENT = Pattern.compile(
            "(?:failure|history|customer|claim|handling|area)\\.[a-zA-Z]+(?:\\.[a-z]+)? must .*", Pattern.DOTALL);

    private final Guard guard = new Guard();
    private final Report report = new Report();

    @AfterEach
    void close() {
        guard.close();
        System.out.println("Fuzzing of decide: " + report);
    }

    @Test
    void documents_with_mistakes_are_refused_or_decided_about() throws IOException {
        try (Decider decider = new Decider(Seeds.withoutCases(Seeds.standard()), CurrencyUnit.USD)) {
            for (int round = 0; round * ROUND < INPUTS; round++) {
                documents(SEED + round, decider);
            }
        }

        assertThat(report.flaws()).isEmpty();
        assertThat(report.count("decided")).isGreaterThan(INPUTS / 20);
        assertThat(report.count("refused")).isGreaterThan(INPUTS / 2);
    }

    @Test
    void contexts_at_the_ends_of_their_ranges_are_refused_or_decided_about() throws IOException {
        for (CurrencyUnit currency : List.of(CurrencyUnit.JPY, CurrencyUnit.of("KWD"))) {
            try (Decider decider = new Decider(Seeds.withoutCases(Seeds.standard()), currency)) {
                for (int round = 0; round * ROUND < INPUTS / 2; round++) {
                    contexts(SEED + round, currency, decider);
                }
            }
        }

        assertThat(report.flaws()).isEmpty();
        assertThat(report.count("decided")).isGreaterThan(INPUTS / 20);
        assertThat(report.count("refused")).isGreaterThan(INPUTS / 20);
    }

    private void documents(int seed, Decider decider) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomContexts contexts = new RandomContexts(CurrencyUnit.USD, random);
        ContextEdits edits = new ContextEdits(random, () -> json(contexts.next()));
        for (int i = 0; i < ROUND; i++) {
            byte[] document = json(contexts.next());
            if (random.nextInt(4) == 0) {
                document = flat(document);
            }
            do {
                document = edits.edit(document);
            } while (random.nextInt(3) == 0);
            byte[] edited = document;
            look("seed %d, document %d".formatted(seed, i), () -> flaw(edited, decider), () -> text(edited));
        }
    }

    /** The same without parts. */
    private static byte[] flat(byte[] document) {
        return text(document)
                .replaceAll(
                        "\"(?:failure|history|customer|claim|handling|area)\":\\{((?:[^{}]|\\{[^{}]*\\{[^{}]*}[^{}]*}|\\{[^{}]*})*)}",
                        "$1")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void contexts(int seed, CurrencyUnit currency, Decider decider) {
        AnyContexts contexts = new AnyContexts(currency, new SplittableRandom(seed));
        for (int i = 0; i < ROUND; i++) {
            List<String> shown = new ArrayList<>();
            look(
                    "seed %d, context %d in %s".formatted(seed, i, currency),
                    () -> flaw(contexts, decider, shown),
                    () -> String.join("\n", shown));
        }
    }

    private void look(String name, Supplier<Optional<Flaw>> oracle, Supplier<String> shown) {
        long start = System.nanoTime();
        Optional<Flaw> flaw = guard.flaw(oracle);
        report.input(name, System.nanoTime() - start);
        flaw.ifPresent(found -> report.flaw(found, name, shown));
    }

    private Optional<Flaw> flaw(byte[] document, Decider decider) {
        FailureContext context;
        try {
            context = ContextJson.read(document);
        } catch (InvalidContextException e) {
            report.outcome("refused");
            return new SoundFaults(text(document)).flaw(e);
        }
        byte[] written = json(context);
        FailureContext again = ContextJson.read(written);
        if (!again.equals(context)) {
            return Optional.of(new Flaw("another context once written", context + "\n" + again));
        }
        return decider.flaw(context, report);
    }

    private Optional<Flaw> flaw(AnyContexts contexts, Decider decider, List<String> shown) {
        FailureContext context;
        try {
            context = contexts.next();
        } catch (IllegalArgumentException e) {
            report.outcome("refused");
            shown.add(e.toString());
            return COMPONENT.matcher(e.getMessage()).matches()
                    ? Optional.empty()
                    : Optional.of(new Flaw("a message that names no component", e.getMessage()));
        }
        shown.add(context.toString());
        return decider.flaw(context, report);
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private static byte[] json(FailureContext context) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ContextJson.write(context, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What decides, and what decides the same without an engine. */
    private static final class Decider implements AutoCloseable {
        private final DroolsRecoveryAdvisor advisor;
        private final Interpreter interpreter;

        Decider(Input policy, CurrencyUnit currency) {
            advisor = DroolsRecoveryAdvisor.builder()
                    .policy(policy)
                    .currency(currency)
                    .build();
            PolicyFiles files = new PolicyFiles(Input.ORIGIN, policy.files());
            interpreter = Interpreter.of(
                            PolicyCompiler.declarative(PolicyCheck.check(files, () -> files, Optional.of(currency))))
                    .orElseThrow();
        }

        Optional<Flaw> flaw(FailureContext context, Report report) {
            if (!context.currency().equals(advisor.policy().currency())) {
                report.outcome("of another currency");
                return refused(context);
            }
            report.outcome("decided");
            RecoveryDecision decision = advisor.decide(context);
            if (!advisor.decide(context).equals(decision)) {
                return Optional.of(new Flaw("another decision the second time", context.toString()));
            }
            if (!interpreter.decide(context).equals(decision)) {
                return Optional.of(
                        new Flaw("another decision than is read", decision + "\n" + interpreter.decide(context)));
            }
            try {
                DecisionJson.write(decision, OutputStream.nullOutputStream());
            } catch (IOException e) {
                return Optional.of(Flaw.of(e));
            }
            return Optional.empty();
        }

        private Optional<Flaw> refused(FailureContext context) {
            try {
                advisor.decide(context);
                return Optional.of(new Flaw("a decision in another currency", context.toString()));
            } catch (IllegalArgumentException e) {
                return e.getMessage().startsWith("customer.lifetimeValue must be in ")
                        ? Optional.empty()
                        : Optional.of(new Flaw("a message that names no component", e.getMessage()));
            }
        }

        @Override
        public void close() {
            advisor.close();
        }
    }
}
