package org.recoveryrules.drools.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    /** What was told of a condition or of a part of it, in the order of what it matters. */
    private enum Told {
        NOTHING,
        ALWAYS,
        NEVER
    }

    private final FaultsInText faults;
    private final Effort effort;

    RangeCheck(FaultsInText faults, Effort effort) {
        this.faults = faults;
        this.effort = effort;
    }

    /** How many comparisons may be tried for all conditions of a policy; then these are taken as they are. */
    static final class Effort {
        private long left = 50_000_000;
    }

    /** Checks the conditions of a rule in which nothing is wrong: comparisons first, then what is made of them. */
    void check(List<Condition> conditions) {
        List<Fact> facts = conditions.stream().flatMap(Condition::facts).toList();
        Told told = Told.NOTHING;
        for (Fact fact : facts) {
            told = more(told, checkFact(fact));
        }
        if (facts.stream().anyMatch(fact -> !fact.constraints().isEmpty()) && !areApart(conditions, facts, told)) {
            Span first = conditions.get(0).span();
            Span span = first.to(conditions.get(conditions.size() - 1).span());
            check(span, "this condition", facts, evaluation -> evaluation.holds(conditions), told);
        }
    }

    /**
     * Whether each fact can hold and can fail whatever the others do: then so can what is made of them. A fact without
     * constraints always holds, which makes no difference where all have to.
     */
    private static boolean areApart(List<Condition> conditions, List<Fact> facts, Told told) {
        return told == Told.NOTHING
                && facts.stream().allMatch(fact -> !fact.constraints().isEmpty() || conditions.contains(fact))
                && areApart(facts.stream().map(RangeCheck::fields));
    }

    private static boolean areApart(Fact fact, Stream<? extends Constraint> parts, Told told) {
        return told == Told.NOTHING && areApart(parts.map(part -> fields(alone(fact, part))));
    }

    /** Whether no field is in two of several sets. */
    private static boolean areApart(Stream<Set<FactField>> parts) {
        Set<FactField> seen = new HashSet<>();
        return parts.allMatch(fields -> {
            int before = seen.size();
            seen.addAll(fields);
            return seen.size() == before + fields.size();
        });
    }

    private static Set<FactField> fields(Fact fact) {
        return constants(List.of(fact)).keySet();
    }

    private static Fact alone(Fact fact, Constraint constraint) {
        return new Fact(fact.type(), List.of(constraint), constraint.span());
    }

    private Told checkFact(Fact fact) {
        Told told = Told.NOTHING;
        for (Constraint constraint : fact.constraints()) {
            told = more(told, checkConstraint(fact, constraint));
        }
        return fact.constraints().size() < 2 || areApart(fact, fact.constraints().stream(), told)
                ? told
                : check(fact.span(), "this fact", List.of(fact), evaluation -> evaluation.holds(fact), told);
    }

    private Told checkConstraint(Fact fact, Constraint constraint) {
        Told told = Told.NOTHING;
        for (Comparison comparison : constraint.comparisons().toList()) {
            told = more(told, check(fact, comparison, "this comparison", Told.NOTHING));
        }
        return constraint instanceof Comparison || areApart(fact, constraint.comparisons(), told)
                ? told
                : check(fact, constraint, "this constraint", told);
    }

    private Told check(Fact fact, Constraint constraint, String what, Told within) {
        String type = fact.type().text();
        List<Fact> facts = List.of(alone(fact, constraint));
        return check(constraint.span(), what, facts, evaluation -> evaluation.holds(type, constraint), within);
    }

    private static Told more(Told one, Told other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Checks a part of a condition, unless what was told of the parts within it says the same; what is told of it. */
    private Told check(Span span, String what, List<Fact> facts, Predicate<Evaluation> condition, Told within) {
        Map<FactField, List<Constant>> constants = constants(facts);
        long each = constants.values().stream().mapToLong(List::size).sum() + 1;
        if (within == Told.NEVER || effort.left <= 0 || isTooMuch(constants, each)) {
            return within;
        }
        Map<FactField, Set<Object>> values = values(constants);
        effort.left -= values.values().stream().mapToLong(Set::size).sum() * each;
        boolean[] seen = new boolean[2];
        findCombination(new ArrayList<>(values.keySet()), values, new LinkedHashMap<>(), combination -> {
            effort.left -= each;
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
            return Told.NEVER;
        } else if (!seen[0] && within == Told.NOTHING) {
            faults.add(span, Code.CONDITION_ALWAYS, what + " always holds", "leave it out, or change it");
            return Told.ALWAYS;
        }
        return within;
    }

    /** Whether too many comparisons would be tried, if each combination of values takes some. */
    private static boolean isTooMuch(Map<FactField, List<Constant>> constants, long each) {
        return constants.entrySet().stream()
                        .mapToLong(field -> count(field.getKey(), field.getValue()))
                        .reduce(each, (one, other) -> Math.min(one * other, COMPARISONS + 1))
                > COMPARISONS;
    }

    /** At most so many values of a field stand for all that it can be. */
    private static long count(FactField field, List<Constant> named) {
        return switch (field.kind()) {
            case BOOLEAN -> 2;
            case NUMBER, AMOUNT -> 3L * named.size() + 1;
            case SET -> 1L << Math.min(field.constants().size(), named.size());
            default -> field.constants().size();
        };
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

    /** For each field that facts name: the constants with which it is compared. */
    private static Map<FactField, List<Constant>> constants(List<Fact> facts) {
        Map<FactField, List<Constant>> constants = new LinkedHashMap<>();
        for (Fact fact : facts) {
            fact.constraints().stream().flatMap(Constraint::comparisons).forEach(comparison -> {
                FactField field = FactField.of(
                                fact.type().text(), comparison.field().text())
                        .orElseThrow();
                constants.computeIfAbsent(field, any -> new ArrayList<>()).addAll(comparison.values());
            });
        }
        return constants;
    }

    /** For each of some fields: values that stand for all that it can be. */
    private static Map<FactField, Set<Object>> values(Map<FactField, List<Constant>> constants) {
        Map<FactField, Set<Object>> values = new LinkedHashMap<>();
        constants.forEach((field, named) -> values.put(field, values(field, named)));
        return values;
    }

    /** Values of a field that stand for all that it can be where it is compared with the constants that are named. */
    static Set<Object> values(FactField field, Collection<Constant> named) {
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
