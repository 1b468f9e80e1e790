package org.recoveryrules.drools.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.recoveryrules.drools.cases.Boundary;
import org.recoveryrules.drools.cases.Boundary.Side;
import org.recoveryrules.drools.files.SourceText;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Condition.Fact;
import org.recoveryrules.drools.syntax.Constraint;
import org.recoveryrules.drools.syntax.Constraint.Comparison;
import org.recoveryrules.drools.syntax.Operator;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * The comparisons in a rule and their sides. Those of any comparison are that it holds and that it does not; those of a
 * threshold are the value itself and the next one beyond it as well, since a threshold that is one off shows nowhere else.
 *
 * @param source the text of the rule
 * @param rule the rule, in which nothing is wrong
 */
record Boundaries(SourceText source, RuleNode rule) {
    private static final BigDecimal ONE = BigDecimal.ONE;

    /** Each comparison that can come out both ways, in the order of the file. */
    List<Boundary> all() {
        return rule.conditions().stream()
                .flatMap(Condition::facts)
                .flatMap(this::of)
                .toList();
    }

    private Stream<Boundary> of(Fact fact) {
        String type = fact.type().text();
        return fact.constraints().stream()
                .flatMap(Constraint::comparisons)
                .flatMap(comparison ->
                        of(type, FactField.of(type, comparison.field().text()).orElseThrow(), comparison));
    }

    private Stream<Boundary> of(String type, FactField field, Comparison comparison) {
        boolean canFail = RangeCheck.values(field, comparison.values()).stream()
                .anyMatch(value -> !new Evaluation(any -> value).holds(type, comparison));
        return canFail ? Stream.of(boundary(type, field, comparison)) : Stream.empty();
    }

    private Boundary boundary(String type, FactField field, Comparison comparison) {
        return new Boundary(
                rule.name().text(),
                source.place(comparison.span()),
                source.text(comparison.span()),
                List.of(outcome(type, field, comparison, true), outcome(type, field, comparison, false)),
                threshold(field, comparison));
    }

    private static Side outcome(String type, FactField field, Comparison comparison, boolean wanted) {
        return side(
                field,
                Obstacles.needed(type, field, comparison, wanted),
                wanted,
                value -> new Evaluation(any -> value).holds(type, comparison) == wanted);
    }

    private static List<Side> threshold(FactField field, Comparison comparison) {
        if (!isThreshold(comparison)) {
            return List.of();
        }
        return switch (field.kind()) {
            case ORDERED_CONSTANT -> constants(field, comparison);
            case NUMBER -> numbers(field, comparison);
            case AMOUNT -> amounts(field, comparison);
            default -> List.of();
        };
    }

    private static boolean isThreshold(Comparison comparison) {
        return switch (comparison.operator()) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            default -> false;
        };
    }

    /** Whether a threshold holds for its value itself; for the next one beyond it is the other way round. */
    private static boolean isInclusive(Comparison comparison) {
        return comparison.operator() == Operator.LESS_OR_EQUAL || comparison.operator() == Operator.GREATER_OR_EQUAL;
    }

    /** Whether the next value beyond a threshold is the one above it. */
    private static boolean isNextAbove(Comparison comparison) {
        return comparison.operator() == Operator.GREATER || comparison.operator() == Operator.LESS_OR_EQUAL;
    }

    private static List<Side> constants(FactField field, Comparison comparison) {
        List<Enum<?>> constants = field.constants();
        String name = comparison.values().get(0).constant();
        int bound = constants.stream().map(Enum::name).toList().indexOf(name);
        Enum<?> next = constants.get(isNextAbove(comparison) ? bound + 1 : bound - 1);
        boolean inclusive = isInclusive(comparison);
        return List.of(
                side(field, name, inclusive, value -> value == constants.get(bound)),
                side(field, next.name(), !inclusive, value -> value == next));
    }

    private static List<Side> numbers(FactField field, Comparison comparison) {
        BigDecimal bound = Evaluation.number(comparison.values().get(0));
        BigDecimal next = isNextAbove(comparison) ? bound.add(ONE) : bound.subtract(ONE);
        boolean inclusive = isInclusive(comparison);
        return List.of(
                side(field, bound.toPlainString(), inclusive, value -> compare(value, bound) == 0),
                side(field, next.toPlainString(), !inclusive, value -> compare(value, next) == 0));
    }

    private static List<Side> amounts(FactField field, Comparison comparison) {
        BigDecimal bound = Evaluation.number(comparison.values().get(0));
        int beyond = isNextAbove(comparison) ? 1 : -1;
        boolean inclusive = isInclusive(comparison);
        String next = (beyond > 0 ? "more than " : "less than ") + bound.toPlainString();
        return List.of(
                side(field, bound.toPlainString(), inclusive, value -> compare(value, bound) == 0),
                side(field, next, !inclusive, value -> compare(value, bound) == beyond));
    }

    private static int compare(Object value, BigDecimal number) {
        return new BigDecimal(value.toString()).compareTo(number);
    }

    private static Side side(FactField field, String words, boolean holds, Predicate<Object> reached) {
        return new Side(words, holds, (context, assessment) -> reached.test(field.read(context, assessment)));
    }
}
