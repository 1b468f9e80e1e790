package org.recoveryrules.drools.mutation;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FailureContext.Builder;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.engine.Interpreter;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Constraint;
import org.recoveryrules.drools.syntax.Rendering;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * Looks for the case that would notice a mistake: a context about which the policy decides otherwise with it, as near to the
 * defaults as can be. The search draws at random from a fixed seed, so that it finds the same case every time.
 */
final class Search {
    private static final int CONTEXTS = 20_000;
    private static final int DECISIONS = 4_000;
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final List<BigDecimal> ROUND =
            Stream.of("0", "1", "10", "100", "1000", "10000", "100000").map(BigDecimal::new).toList();

    private final Interpreter policy;
    private final Mutant mutant;
    private final Function<RecoveryDecision, Map<String, String>> expected;
    private final List<FailureContext> known;
    private final List<String> read;
    private final Variations variations;
    private final RandomGenerator random = new Random(1);

    /**
     * A search.
     *
     * @param expected what a case can expect of a decision, by column
     * @param known contexts to start from, one or more
     */
    Search(
            Interpreter policy,
            Mutant mutant,
            Function<RecoveryDecision, Map<String, String>> expected,
            List<FailureContext> known) {
        this.policy = policy;
        this.mutant = mutant;
        this.expected = expected;
        this.known = known;
        List<RuleNode> touched = policy.rules().stream()
                .filter(rule -> mutant.rules().contains(rule.name().text()))
                .toList();
        variations = new Variations(known.get(0).currency(), numbers(touched));
        read = touched.stream()
                .flatMap(rule -> rule.conditions().stream())
                .flatMap(Condition::facts)
                .flatMap(fact -> fact.constraints().stream())
                .flatMap(Constraint::comparisons)
                .map(comparison -> variations.component(comparison.field().text()))
                .distinct()
                .toList();
    }

    /** The context that was found, as near to the defaults as can be. */
    Optional<FailureContext> find() {
        int decisions = 0;
        for (int i = 0; i < CONTEXTS && decisions < DECISIONS; i++) {
            Optional<FailureContext> candidate = candidate(i);
            if (candidate.isPresent()) {
                Situation situation = new Situation(candidate.get(), policy);
                if (mutant.touches(situation)) {
                    decisions++;
                    if (tells(situation)) {
                        return Optional.of(simplified(candidate.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean tells(Situation situation) {
        return !expected.apply(situation.decision()).equals(expected.apply(mutant.decide(situation.context())));
    }

    /** First the known contexts as they are, then each with a few components drawn anew. */
    private Optional<FailureContext> candidate(int attempt) {
        if (attempt < known.size()) {
            return Optional.of(known.get(attempt));
        }
        Builder context = known.get(random.nextInt(known.size())).toBuilder();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            boolean nearby = !read.isEmpty() && random.nextBoolean();
            List<String> components = nearby ? read : variations.components();
            variations.vary(context, components.get(random.nextInt(components.size())), random);
        }
        return built(context);
    }

    /** The same with each component at its default that need not be otherwise. */
    private FailureContext simplified(FailureContext found) {
        FailureContext simplest = found;
        for (String component : variations.components()) {
            Builder simpler = simplest.toBuilder();
            variations.reset(simpler, component);
            simplest = built(simpler)
                    .filter(context -> tells(new Situation(context, policy)))
                    .orElse(simplest);
        }
        return simplest;
    }

    /** A context, unless its parts do not fit together. */
    private static Optional<FailureContext> built(Builder context) {
        try {
            return Optional.of(context.build());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Those that the rules and the mistake name, the next ones below and above, and a few round ones. */
    private List<BigDecimal> numbers(List<RuleNode> touched) {
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        Stream.of(
                        touched.stream().flatMap(rule -> rule.conditions().stream()).map(Rendering::of),
                        policy.amounts().stream().map(Amount::toString),
                        Stream.of(mutant.before(), mutant.after()))
                .flatMap(texts -> texts)
                .flatMap(text -> NUMBER.matcher(text).results())
                .map(number -> new BigDecimal(number.group()))
                .flatMap(number -> Stream.of(number.subtract(BigDecimal.ONE), number, number.add(BigDecimal.ONE)))
                .filter(number -> number.signum() >= 0)
                .forEach(numbers::add);
        numbers.addAll(ROUND);
        return List.copyOf(numbers);
    }
}
