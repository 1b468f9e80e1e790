package org.recoveryrules.drools.mutation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FailureContext.Builder;
import org.recoveryrules.drools.cases.CaseLine;
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
    private static final List<String> SUMS =
            List.of("price", "loss", "lifetimeValue", "entitlements", "requested", "status");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final List<BigDecimal> ROUND = Stream.of("0", "1", "10", "100", "1000", "10000", "100000", "1000000")
            .map(BigDecimal::new)
            .toList();

    private final Interpreter policy;
    private final Mutant mutant;
    private final Set<String> rules;
    private final List<FailureContext> beside;
    private final List<FailureContext> others;
    private final List<String> read;
    private final Variations variations;
    private final RandomGenerator random = new Random(1);

    /**
     * A search.
     *
     * @param rules the ids of the rules whose firing a case can tell
     * @param beside contexts of the cases beside the rule, one or more
     * @param others contexts of other cases, one or more
     */
    Search(
            Interpreter policy,
            Mutant mutant,
            Set<String> rules,
            List<FailureContext> beside,
            List<FailureContext> others) {
        this.policy = policy;
        this.mutant = mutant;
        this.rules = rules;
        this.beside = beside;
        this.others = others;
        List<RuleNode> touched = policy.rules().stream()
                .filter(rule -> mutant.rules().contains(rule.name().text()))
                .toList();
        variations = new Variations(beside.get(0).currency(), near(touched), far());
        read = touched.stream()
                .flatMap(rule -> rule.conditions().stream())
                .flatMap(Condition::facts)
                .flatMap(fact -> fact.constraints().stream())
                .flatMap(Constraint::comparisons)
                .map(comparison -> variations.component(comparison.field().text()))
                .distinct()
                .toList();
    }

    /** A context about which the policy decides otherwise with the mistake; nothing where none is found. */
    Optional<FailureContext> find() {
        int decisions = 0;
        for (int i = 0; i < CONTEXTS && decisions < DECISIONS; i++) {
            Optional<FailureContext> candidate = candidate(i);
            if (candidate.isPresent()) {
                Situation situation = new Situation(candidate.get(), policy);
                if (mutant.touches(situation)) {
                    decisions++;
                    if (tells(situation)) {
                        return candidate;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean tells(Situation situation) {
        return !CaseLine.telling(situation.decision(), mutant.decide(situation.context()), rules)
                .isEmpty();
    }

    /** First the contexts beside the rule as they are, then any with a few components drawn anew. */
    private Optional<FailureContext> candidate(int attempt) {
        if (attempt < beside.size()) {
            return Optional.of(beside.get(attempt));
        }
        List<FailureContext> known = random.nextBoolean() ? beside : others;
        Builder context = known.get(random.nextInt(known.size())).toBuilder();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            List<String> components = group(random.nextInt(3));
            variations.vary(context, components.get(random.nextInt(components.size())), random);
        }
        return built(context);
    }

    /** Components that the rule reads, those that amounts are worked out from, or all. */
    private List<String> group(int which) {
        return which == 0 && !read.isEmpty() ? read : which == 1 ? SUMS : variations.components();
    }

    /** A context that tells just as well, with each component as simple as can be. */
    FailureContext simplified(FailureContext found) {
        FailureContext simplest = found;
        for (String component : variations.components()) {
            FailureContext current = simplest;
            simplest = variations.simple(component).stream()
                    .flatMap(simple -> built(current.toBuilder(), simple).stream())
                    .filter(context -> tells(new Situation(context, policy)))
                    .findFirst()
                    .orElse(current);
        }
        return simplest;
    }

    private static Optional<FailureContext> built(Builder context, Consumer<Builder> simple) {
        simple.accept(context);
        return built(context);
    }

    /** A context, unless its parts do not fit together. */
    private static Optional<FailureContext> built(Builder context) {
        try {
            return Optional.of(context.build());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The numbers that the rules and the mistake name, and the next ones below and above. */
    private List<BigDecimal> near(List<RuleNode> touched) {
        Stream<String> conditions =
                touched.stream().flatMap(rule -> rule.conditions().stream()).map(Rendering::of);
        return around(Stream.concat(conditions, Stream.of(mutant.before(), mutant.after())))
                .toList();
    }

    /** Round numbers, and those around the ones that the amounts of the policy name. */
    private List<BigDecimal> far() {
        return Stream.concat(ROUND.stream(), around(policy.amounts().stream().map(Amount::toString)))
                .distinct()
                .toList();
    }

    private static Stream<BigDecimal> around(Stream<String> texts) {
        return texts.flatMap(text -> NUMBER.matcher(text).results())
                .map(number -> new BigDecimal(number.group()))
                .flatMap(number -> Stream.of(number.subtract(BigDecimal.ONE), number, number.add(BigDecimal.ONE)))
                .filter(number -> number.signum() >= 0)
                .distinct();
    }
}
