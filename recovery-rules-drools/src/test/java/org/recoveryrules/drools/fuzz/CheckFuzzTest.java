package org.recoveryrules.drools.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recoveryrules.drools.Hit;
import org.recoveryrules.drools.files.PolicyFiles;

/**
 * Whatever somebody saves: the check comes to an end, throws nothing, says what is wrong at a place that is there and in
 * words for people, and what it lets pass compiles and decides as it reads.
 *
 * <p>Mistakes are made at random in all policies of this project: in bytes, characters, tokens, lines, rules, files and
 * within workbooks. A run is the same each time; of what fails, the smallest policy is told that shows it.
 */
class CheckFuzzTest {
    /** Enough for a build; {@code -Drecovery.fuzz=100000} is a run of half an hour. */
    private static final int INPUTS = Integer.getInteger("recovery.fuzz", 5_000);

    private static final int SEED = Integer.getInteger("recovery.fuzz.seed", 1);
    /** Depends on its seed alone, so that a failure of a long run comes again in a short one. */
    private static final int ROUND = 1_000;
    /** A policy that grows beyond that, by repetition, shows nothing new. */
    private static final int BYTES = 200_000;
    /** A build cuts a policy off at every so many bytes, a long run at each. */
    private static final int STEP = Math.max(1, 60_000 / INPUTS);
    /** Every so many inputs more is looked at, which takes longer. */
    private static final int MORE = 16;

    /** Every so many policies that are accepted is compiled and tested as a whole, which takes longest. */
    private static final int SERVED = 400;

    private static final int STEPS = 20;
    /** So many rules are compiled at once. */
    private static final int RULES = 300;

    private static final String ACCEPTED = "accepted";
    private static final String REFUSED = "refused";

    private final Guard guard = new Guard();
    private final Report report = new Report();
    private final AcceptedRules accepted = new AcceptedRules();
    private final PolicyFiles standard;

    CheckFuzzTest() throws IOException {
        standard = new PolicyFiles("standard", Seeds.standard().files());
    }

    @AfterEach
    void close() {
        guard.close();
        System.out.println("Fuzzing of check: " + report + "; " + accepted.size() + " rules decided as they read");
    }

    @Test
    void keeps_its_promises_of_policies_with_mistakes_made_at_random() throws IOException {
        List<Input> seeds = Seeds.all();
        seeds.forEach(seed -> check(seed, "as it is"));
        for (int round = 0; round * ROUND < INPUTS; round++) {
            round(SEED + round, seeds);
        }
        decideAsRead("the last one");

        assertThat(report.flaws()).isEmpty();
        assertThat(report.count(ACCEPTED)).isGreaterThan(INPUTS / 50);
        assertThat(report.count(REFUSED)).isGreaterThan(INPUTS / 2);
        assertThat(System.getProperty(Hit.PROPERTY)).isNull();
    }

    @Test
    void keeps_its_promises_of_a_policy_cut_off_anywhere() throws IOException {
        Input start = Seeds.start();
        for (String path : start.paths()) {
            byte[] content = start.files().get(path);
            for (int length = 0; length < content.length; length += STEP) {
                check(start.with(path, Arrays.copyOf(content, length)), path + " cut to " + length);
            }
        }

        assertThat(report.flaws()).isEmpty();
    }

    /** What passes is changed further, so that it moves away from what people wrote. */
    @Test
    void lets_pass_what_compiles_and_decides_as_it_reads() throws IOException {
        List<Input> seeds = Seeds.sound().stream().map(Seeds::withoutCases).toList();
        SplittableRandom random = new SplittableRandom(SEED);
        PolicyEdits edits = new PolicyEdits(random, seeds);
        for (int walk = 0; walk * STEPS < INPUTS / 5; walk++) {
            Input input = seeds.get(random.nextInt(seeds.size()));
            for (int step = 0; step < STEPS; step++) {
                Input varied = edits.vary(input);
                boolean passes =
                        check(varied, "walk %d, step %d".formatted(walk, step)).isAccepted();
                input = passes ? varied : input;
            }
        }
        decideAsRead("the last one");

        assertThat(report.flaws()).isEmpty();
        assertThat(accepted.size()).isGreaterThan(INPUTS / 50);
    }

    /** An input with another set of codes than all before it is changed further: so the check is led into its corners. */
    private void round(int seed, List<Input> seeds) {
        SplittableRandom random = new SplittableRandom(seed);
        PolicyEdits edits = new PolicyEdits(random, seeds);
        List<Input> further = new ArrayList<>();
        Set<Set<String>> told = new HashSet<>();
        for (int i = 0; i < ROUND; i++) {
            List<Input> from = further.isEmpty() || random.nextBoolean() ? seeds : further;
            Input input = from.get(random.nextInt(from.size()));
            do {
                input = edits.edit(input);
            } while (random.nextInt(3) == 0);
            if (size(input) <= BYTES) {
                Check check = check(input, "seed %d, input %d".formatted(seed, i));
                if (told.add(check.codes())) {
                    further.add(input);
                }
            }
        }
    }

    private static long size(Input input) {
        return input.files().values().stream()
                .mapToLong(content -> content.length)
                .sum();
    }

    private Check check(Input input, String name) {
        boolean more = report.inputs() % MORE == 0;
        Check check = new Check(input, standard);
        long start = System.nanoTime();
        Optional<Flaw> flaw = guard.flaw(more ? check::flawOrDifference : check::flaw);
        report.input(name, System.nanoTime() - start);
        report.outcome(check.isAccepted() ? ACCEPTED : REFUSED);
        flaw.ifPresent(found -> report.flaw(found, name, () -> smallest(input, found)));
        if (flaw.isEmpty() && check.isAccepted()) {
            check.policy().ifPresent(accepted::add);
            if (accepted.waiting() >= RULES) {
                decideAsRead(name);
            }
            if (report.count(ACCEPTED) % SERVED == 0) {
                guard.flaw(check::flawOfGate)
                        .ifPresent(found -> report.flaw(found, name, () -> smallest(input, found)));
            }
        }
        check.codes().forEach(report::outcome);
        return check;
    }

    private void decideAsRead(String name) {
        guard.flaw(accepted::flaw).ifPresent(found -> report.flaw(found, "rules up to " + name, () -> ""));
    }

    private String smallest(Input input, Flaw flaw) {
        return Smallest.of(input, smaller -> {
                    Check check = new Check(smaller, standard);
                    return guard.flaw(() -> check.flawOrDifference()
                                    .or(() -> check.isAccepted() ? check.flawOfGate() : Optional.empty()))
                            .filter(found -> found.kind().equals(flaw.kind()))
                            .isPresent();
                })
                .describe();
    }
}
