package org.recoveryrules.drools.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.recoveryrules.drools.cases.Boundary;
import org.recoveryrules.drools.files.SourceText;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Condition.Fact;
import org.recoveryrules.drools.syntax.Constraint.Comparison;
import org.recoveryrules.drools.syntax.Operator;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * The sides of the comparisons in a rule. Of a threshold these are the value itself and the next one beyond it, since a
 * threshold that is one off shows nowhere else; of any other comparison, that it holds and that it does not.
 *
 * @param source the text of the rule
 * @param rule the rule, in which nothing is wrong
 */
record Boundaries(SourceText source, RuleNode rule) {
    private static final BigDecimal ONE = BigDecimal.ONE;

    /** Both sides of each comparison, in the order of the file. */
    List<Boundary> all() {
        return rule.conditions().stream()
                .flatMap(Condition::facts)
                .flatMap(this::of)
                .toList();
    }

    private Stream<Boundary> of(Fact fact) {
        String type = fact.type().text();
        return fact.constraints().stream()
                .flatMap(constraint -> constraint.comparisons())
                .flatMap(comparison ->
                        sides(
                                type,
                                FactField.of(type, comparison.field().text()).orElseThrow(),
                                comparison)
                                .stream());
    }

    private List<Boundary> sides(String type, FactField field, Comparison comparison) {
        return switch (field.kind()) {
            case ORDERED_CONSTANT ->
                isThreshold(comparison) ? constants(field, comparison) : outcomes(type, field, comparison);
            case NUMBER -> isThreshold(comparison) ? numbers(field, comparison) : outcomes(type, field, comparison);
            case AMOUNT -> isThreshold(comparison) ? amounts(field, comparison) : outcomes(type, field, comparison);
            default -> outcomes(type, field, comparison);
        };
    }

    private static boolean isThreshold(Comparison comparison) {
        return switch (comparison.operator()) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            default -> false;
        };
    }

    /** Whether the next value beyond a threshold is the one above it. */
    private static boolean isNextAbove(Comparison comparison) {
        return comparison.operator() == Operator.GREATER || comparison.operator() == Operator.LESS_OR_EQUAL;
    }

    private List<Boundary> constants(FactField field, Comparison comparison) {
        List<Enum<?>> constants = field.constants();
        String name = comparison.values().get(0).constant();
        int bound = constants.stream().map(Enum::name).toList().indexOf(name);
        Enum<?> next = constants.get(isNextAbove(comparison) ? bound + 1 : bound - 1);
        return List.of(
                side(field, comparison, name, value -> value == constants.get(bound)),
                side(field, comparison, next.name(), value -> value == next));
    }

    private List<Boundary> numbers(FactField field, Comparison comparison) {
        BigDecimal bound = Evaluation.number(comparison.values().get(0));
        BigDecimal next = isNextAbove(comparison) ? bound.add(ONE) : bound.subtract(ONE);
        return List.of(
                side(field, comparison, bound.toPlainString(), value -> compare(value, bound) == 0),
                side(field, comparison, next.toPlainString(), value -> compare(value, next) == 0));
    }

    private List<Boundary> amounts(FactField field, Comparison comparison) {
        BigDecimal bound = Evaluation.number(comparison.values().get(0));
        int beyond = isNextAbove(comparison) ? 1 : -1;
        String side = (beyond > 0 ? "more than " : "less than ") + bound.toPlainString();
        return List.of(
                side(field, comparison, bound.toPlainString(), value -> compare(value, bound) == 0),
                side(field, comparison, side, value -> compare(value, bound) == beyond));
    }

    private static int compare(Object value, BigDecimal number) {
        return new BigDecimal(value.toString()).compareTo(number);
    }

    private List<Boundary> outcomes(String type, FactField field, Comparison comparison) {
        List<Boundary> outcomes = new ArrayList<>();
        for (boolean wanted : new boolean[] {true, false}) {
            Predicate<Object> reached = value -> new Evaluation(any -> value).holds(type, comparison) == wanted;
            outcomes.add(side(field, comparison, Obstacles.needed(type, field, comparison, wanted), reached));
        }
        return outcomes;
    }

    private Boundary side(FactField field, Comparison comparison, String side, Predicate<Object> reached) {
        return new Boundary(
                rule.name().text(),
                source.place(comparison.span()),
                source.text(comparison.span()),
                side,
                (context, assessment) -> reached.test(field.read(context, assessment)));
    }
}
