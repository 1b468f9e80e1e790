package org.recoveryrules.drools.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Condition.Fact;
import org.recoveryrules.drools.syntax.Constant;
import org.recoveryrules.drools.syntax.Constraint;
import org.recoveryrules.drools.syntax.Constraint.Comparison;

/**
 * Whether conditions can hold and can fail, for all that their fields can be. Exact: a comparison sees no difference
 * between two values on the same side of all its constants, so one value of each side stands for all of them.
 */
final class RangeCheck {
    /** Beyond that many comparisons, of all combinations of values, a condition is taken as it is. */
    private static final long COMPARISONS = 1_000_000;

    private final FaultsInText faults;
    private boolean told;

    RangeCheck(FaultsInText faults) {
        this.faults = faults;
    }

    /** Checks the conditions of a rule in which nothing is wrong: comparisons first, then what is made of them. */
    void check(List<Condition> conditions) {
        List<Fact> facts = conditions.stream().flatMap(Condition::facts).toList();
        for (Fact fact : facts) {
            for (Constraint constraint : fact.constraints()) {
                checkConstraint(fact, constraint);
            }
        }
        facts.forEach(this::checkFact);
        if (!told && facts.stream().anyMatch(fact -> !fact.constraints().isEmpty())) {
            Span span = conditions
                    .get(0)
                    .span()
                    .to(conditions.get(conditions.size() - 1).span());
            check(span, "this condition", facts, evaluation -> evaluation.holds(conditions));
        }
    }

    private void checkConstraint(Fact fact, Constraint constraint) {
        String type = fact.type().text();
        List<Comparison> comparisons = constraint.comparisons().toList();
        boolean before = told;
        told = false;
        for (Comparison comparison : comparisons) {
            Fact alone = new Fact(fact.type(), List.of(comparison), comparison.span());
            check(
                    comparison.span(),
                    "this comparison",
                    List.of(alone),
                    evaluation -> evaluation.holds(type, comparison));
        }
        if (!told && comparisons.size() > 1) {
            Fact alone = new Fact(fact.type(), List.of(constraint), constraint.span());
            check(
                    constraint.span(),
                    "this constraint",
                    List.of(alone),
                    evaluation -> evaluation.holds(type, constraint));
        }
        told |= before;
    }

    private void checkFact(Fact fact) {
        if (!told && fact.constraints().size() > 1) {
            check(fact.span(), "this fact", List.of(fact), evaluation -> evaluation.holds(fact));
        }
    }

    private void check(Span span, String what, List<Fact> facts, Predicate<Evaluation> condition) {
        Map<FactField, Set<Object>> values = values(facts);
        long comparisons = facts.stream()
                .flatMap(fact -> fact.constraints().stream())
                .flatMap(Constraint::comparisons)
                .count();
        long most = values.values().stream()
                .mapToLong(Set::size)
                .reduce(comparisons, (a, b) -> Math.min(a * b, COMPARISONS + 1));
        if (most > COMPARISONS) {
            return;
        }
        boolean[] seen = new boolean[2];
        findCombination(new ArrayList<>(values.keySet()), values, new LinkedHashMap<>(), combination -> {
            boolean holds = condition.test(new Evaluation(combination::get));
            seen[holds ? 1 : 0] = true;
            return seen[0] && seen[1];
        });
        if (!seen[1]) {
            faults.add(
                    span,
                    Code.CONDITION_NEVER,
                    what + " never holds",
                    "nothing can meet it: change it, or leave it out");
            told = true;
        } else if (!seen[0]) {
            faults.add(span, Code.CONDITION_ALWAYS, what + " always holds", "leave it out, or change it");
            told = true;
        }
    }

    /** Goes through the combinations of values until one is what is looked for; whether there is one. */
    private static boolean findCombination(
            List<FactField> fields,
            Map<FactField, Set<Object>> values,
            Map<FactField, Object> chosen,
            Predicate<Map<FactField, Object>> lookedFor) {
        if (chosen.size() == fields.size()) {
            return lookedFor.test(chosen);
        }
        FactField field = fields.get(chosen.size());
        for (Object value : values.get(field)) {
            chosen.put(field, value);
            if (findCombination(fields, values, chosen, lookedFor)) {
                return true;
            }
            chosen.remove(field);
        }
        return false;
    }

    /** For each field that facts name: values that stand for all that it can be. */
    private static Map<FactField, Set<Object>> values(List<Fact> facts) {
        Map<FactField, List<Constant>> constants = new LinkedHashMap<>();
        for (Fact fact : facts) {
            fact.constraints()
                    .forEach(constraint -> constraint
                            .comparisons()
                            .forEach(comparison -> constants
                                    .computeIfAbsent(
                                            FactField.of(
                                                            fact.type().text(),
                                                            comparison.field().text())
                                                    .orElseThrow(),
                                            field -> new ArrayList<>())
                                    .addAll(comparison.values())));
        }
        Map<FactField, Set<Object>> values = new LinkedHashMap<>();
        constants.forEach((field, named) -> values.put(field, values(field, named)));
        return values;
    }

    private static Set<Object> values(FactField field, Collection<Constant> named) {
        return switch (field.kind()) {
            case BOOLEAN -> Set.of(true, false);
            case NUMBER -> numbers(named, BigDecimal.ONE);
            case AMOUNT -> numbers(named, new BigDecimal("0.000001"));
            case SET -> subsets(field, named);
            default -> new LinkedHashSet<>(field.constants());
        };
    }

    /** Each number, and one just below and just above it; none is less than 0. */
    private static Set<Object> numbers(Collection<Constant> named, BigDecimal step) {
        Set<BigDecimal> numbers = new TreeSet<>(Set.of(BigDecimal.ZERO));
        for (Constant constant : named) {
            BigDecimal number = Evaluation.number(constant);
            numbers.addAll(List.of(number.subtract(step), number, number.add(step)));
        }
        numbers.removeIf(number -> number.signum() < 0);
        return new LinkedHashSet<>(numbers);
    }

    /** Every set of the constants that are named. */
    private static Set<Object> subsets(FactField field, Collection<Constant> named) {
        Set<Object> subsets = new LinkedHashSet<>(Set.of(Set.of()));
        for (Enum<?> constant : field.constants()) {
            if (named.stream().anyMatch(one -> one.constant().equals(constant.name()))) {
                for (Object subset : List.copyOf(subsets)) {
                    Set<Object> larger = new LinkedHashSet<>((Set<?>) subset);
                    larger.add(constant);
                    subsets.add(larger);
                }
            }
        }
        return subsets;
    }
}
