package org.recoveryrules.drools.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Condition.AllOf;
import org.recoveryrules.drools.syntax.Condition.AnyOf;
import org.recoveryrules.drools.syntax.Condition.Fact;
import org.recoveryrules.drools.syntax.Condition.NoneOf;
import org.recoveryrules.drools.syntax.Constraint;
import org.recoveryrules.drools.syntax.Constraint.And;
import org.recoveryrules.drools.syntax.Constraint.Comparison;
import org.recoveryrules.drools.syntax.Constraint.Negation;
import org.recoveryrules.drools.syntax.Constraint.Or;
import org.recoveryrules.drools.syntax.Operator;

/**
 * What keeps conditions from holding: the fewest comparisons that would have to come out the other way.
 *
 * @param evaluation the values of the fields
 */
public record Obstacles(Evaluation evaluation) {
    /**
     * A comparison that would have to come out the other way.
     *
     * @param field what it compares
     * @param needed what the field would have had to be, in words
     */
    public record Obstacle(FactField field, String needed) {}

    /** The obstacles of conditions that must all hold; none if they do. */
    public List<Obstacle> of(List<Condition> conditions) {
        return all(conditions, condition -> of(condition, true));
    }

    private List<Obstacle> of(Condition condition, boolean wanted) {
        if (condition instanceof Fact fact) {
            Function<Constraint, List<Obstacle>> each =
                    constraint -> of(fact.type().text(), constraint, wanted);
            return wanted ? all(fact.constraints(), each) : fewest(fact.constraints(), each);
        } else if (condition instanceof NoneOf none) {
            return of(none.condition(), !wanted);
        }
        boolean any = condition instanceof AnyOf;
        List<Condition> members = condition instanceof AnyOf one ? one.conditions() : ((AllOf) condition).conditions();
        Function<Condition, List<Obstacle>> each = member -> of(member, wanted);
        return any == wanted ? fewest(members, each) : all(members, each);
    }

    private List<Obstacle> of(String factType, Constraint constraint, boolean wanted) {
        if (constraint instanceof Negation negation) {
            return of(factType, negation.negated(), !wanted);
        } else if (constraint instanceof Comparison comparison) {
            FactField field = FactField.of(factType, comparison.field().text()).orElseThrow();
            return evaluation.holds(factType, comparison) == wanted
                    ? List.of()
                    : List.of(new Obstacle(field, needed(factType, field, comparison, wanted)));
        }
        boolean any = constraint instanceof Or;
        List<Constraint> parts = constraint instanceof Or or ? or.alternatives() : ((And) constraint).parts();
        Function<Constraint, List<Obstacle>> each = part -> of(factType, part, wanted);
        return any == wanted ? fewest(parts, each) : all(parts, each);
    }

    private static <T> List<Obstacle> all(List<T> parts, Function<T, List<Obstacle>> each) {
        List<Obstacle> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(each.apply(part)));
        return all;
    }

    private static <T> List<Obstacle> fewest(List<T> parts, Function<T, List<Obstacle>> each) {
        return parts.stream().map(each).min(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    /** What a field would have to be for a comparison to come out as wanted, in words. */
    static String needed(String factType, FactField field, Comparison comparison, boolean wanted) {
        return switch (field.kind()) {
            case CONSTANT, ORDERED_CONSTANT, BOOLEAN -> listed(factType, field, comparison, wanted);
            case SET ->
                ((comparison.operator() == Operator.CONTAINS) == wanted ? "with " : "without ")
                        + comparison.values().get(0).constant();
            default -> number(comparison, wanted);
        };
    }

    /** The values with which a comparison would come out as wanted. */
    private static String listed(String factType, FactField field, Comparison comparison, boolean wanted) {
        Stream<?> values = field.kind() == FactField.Kind.BOOLEAN ? Stream.of(true, false) : field.constants().stream();
        List<String> fitting = values.filter(
                        value -> new Evaluation(any -> value).holds(factType, comparison) == wanted)
                .map(Object::toString)
                .toList();
        if (fitting.isEmpty()) {
            return "none of its values";
        }
        String last = fitting.get(fitting.size() - 1);
        String others = String.join(", ", fitting.subList(0, fitting.size() - 1));
        return others.isEmpty() ? last : others + " or " + last;
    }

    private static String number(Comparison comparison, boolean wanted) {
        String numbers = comparison.values().stream()
                .map(value -> Evaluation.number(value).toPlainString())
                .collect(Collectors.joining(", "));
        Operator operator = wanted ? comparison.operator() : opposite(comparison.operator());
        return switch (operator) {
            case LESS -> "less than " + numbers;
            case LESS_OR_EQUAL -> numbers + " or less";
            case GREATER -> "more than " + numbers;
            case GREATER_OR_EQUAL -> numbers + " or more";
            case EQUAL -> numbers;
            case IN -> "one of " + numbers;
            case NOT_IN -> "none of " + numbers;
            default -> "not " + numbers;
        };
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> Operator.GREATER;
            case GREATER -> Operator.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> Operator.LESS;
            case EQUAL -> Operator.NOT_EQUAL;
            case NOT_EQUAL -> Operator.EQUAL;
            case IN -> Operator.NOT_IN;
            case NOT_IN -> Operator.IN;
            case CONTAINS -> Operator.NOT_CONTAINS;
            case NOT_CONTAINS -> Operator.CONTAINS;
        };
    }
}
