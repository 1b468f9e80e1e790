package org.recoveryrules.drools.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.drools.check.PolicyCheck;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.policy.PolicyCompiler;

/** What is trusted like code is left to Drools where it goes beyond the declarative profile: that fails in words, too. */
class TrustedFuzzTest {
    /** Compiling takes some fifty times as long as checking. */
    private static final int INPUTS = Integer.getInteger("recovery.fuzz", 5_000) / 200;

    private static final int SEED = Integer.getInteger("recovery.fuzz.seed", 1);

    private final Guard guard = new Guard();
    private final Report report = new Report();
    private final PolicyFiles standard;

    TrustedFuzzTest() throws IOException {
        standard = new PolicyFiles("standard", Seeds.standard().files());
    }

    @AfterEach
    void close() {
        guard.close();
        System.out.println("Fuzzing of trusted rules: " + report);
    }

    @Test
    void rules_that_are_trusted_compile_or_are_refused() throws IOException {
        List<Input> seeds = Seeds.sound().stream().map(Seeds::withoutCases).toList();
        SplittableRandom random = new SplittableRandom(SEED);
        PolicyEdits edits = new PolicyEdits(random, seeds);
        for (int i = 0; i < INPUTS; i++) {
            Input input = edits.edit(seeds.get(random.nextInt(seeds.size())));
            String name = "seed %d, input %d".formatted(SEED, i);
            long start = System.nanoTime();
            Optional<Flaw> flaw = guard.flaw(() -> flaw(input, report::outcome));
            report.input(name, System.nanoTime() - start);
            flaw.ifPresent(found -> report.flaw(found, name, () -> smallest(input, found)));
        }

        assertThat(report.flaws()).isEmpty();
    }

    private Optional<Flaw> flaw(Input input, Consumer<String> outcomes) {
        try {
            PolicyCompiler.trusted(PolicyCheck.check(PolicyFiles.read(Input.ORIGIN, input::read), () -> standard));
            outcomes.accept("compiled");
            return Optional.empty();
        } catch (InvalidPolicyException e) {
            outcomes.accept("refused");
            return e.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.message().isBlank()
                            || diagnostic.message().contains("null"))
                    .findFirst()
                    .map(diagnostic -> new Flaw("no words: " + diagnostic.code(), diagnostic.describe()));
        }
    }

    private String smallest(Input input, Flaw flaw) {
        return Smallest.of(
                        input,
                        smaller -> guard.flaw(() -> flaw(smaller, outcome -> {}))
                                .filter(found -> found.kind().equals(flaw.kind()))
                                .isPresent())
                .describe();
    }
}
