package org.recoveryrules.benchmarks.peers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.recoveryrules.drools.check.FactField;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Constant;
import org.recoveryrules.drools.syntax.Constraint;
import org.recoveryrules.drools.syntax.Operator;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * A row of a decision table.
 *
 * @param rule the rule that speaks where it holds
 * @param cells what it asks, by input expression in JUEL
 */
record TableRow(String rule, Map<String, Cell> cells) {
    /**
     * The rows of a rule. A table knows no <em>or</em> across columns: there each alternative is a row. What the standard
     * policy does without is not expressed: {@code not}, {@code !} and {@code !=} on numbers.
     */
    static List<TableRow> of(RuleNode rule) {
        return all(rule.conditions().stream().map(TableRow::ofCondition)).stream()
                .map(cells -> new TableRow(rule.name().text(), cells))
                .toList();
    }

    private static List<Map<String, Cell>> ofCondition(Condition condition) {
        if (condition instanceof Condition.Fact fact) {
            String type = fact.type().text();
            return all(fact.constraints().stream().map(constraint -> ofConstraint(type, constraint)));
        } else if (condition instanceof Condition.AllOf allOf) {
            return all(allOf.conditions().stream().map(TableRow::ofCondition));
        } else if (condition instanceof Condition.AnyOf anyOf) {
            return any(anyOf.conditions().stream().map(TableRow::ofCondition));
        }
        throw new IllegalArgumentException("not expressed: " + condition);
    }

    private static List<Map<String, Cell>> ofConstraint(String type, Constraint constraint) {
        if (constraint instanceof Constraint.Comparison comparison) {
            return List.of(ofComparison(
                    comparison, FactField.of(type, comparison.field().text()).orElseThrow()));
        } else if (constraint instanceof Constraint.And and) {
            return all(and.parts().stream().map(part -> ofConstraint(type, part)));
        } else if (constraint instanceof Constraint.Or or) {
            return any(or.alternatives().stream().map(alternative -> ofConstraint(type, alternative)));
        }
        throw new IllegalArgumentException("not expressed: " + constraint);
    }

    private static Map<String, Cell> ofComparison(Constraint.Comparison comparison, FactField field) {
        String name = comparison.field().text();
        Constant first = comparison.values().get(0);
        return switch (field.kind()) {
            case CONSTANT, ORDERED_CONSTANT -> Map.of("${" + name + "}", new Cell.OneOf(constants(comparison, field)));
            case BOOLEAN -> Map.of("${" + name + "}", new Cell.OneOf(truths(comparison)));
            case NUMBER, AMOUNT -> Map.of("${" + name + "}", Cell.Between.of(comparison.operator(), first.text()));
            case SET ->
                Map.of(
                        "${" + name + ".contains(\"" + first.constant() + "\")}",
                        new Cell.OneOf(List.of(Boolean.toString(comparison.operator() == Operator.CONTAINS))));
            case OTHER -> throw new IllegalArgumentException("not expressed: " + comparison);
        };
    }

    private static List<String> constants(Constraint.Comparison comparison, FactField field) {
        List<Integer> listed =
                comparison.values().stream().map(value -> ordinal(field, value)).toList();
        return field.constants().stream()
                .filter(constant -> holds(comparison.operator(), constant.ordinal(), listed))
                .map(constant -> '"' + constant.name() + '"')
                .toList();
    }

    private static int ordinal(FactField field, Constant value) {
        return field.constants().stream()
                .filter(constant -> constant.name().equals(value.constant()))
                .findFirst()
                .orElseThrow()
                .ordinal();
    }

    private static boolean holds(Operator operator, int ordinal, List<Integer> listed) {
        int first = listed.get(0);
        return switch (operator) {
            case EQUAL, IN -> listed.contains(ordinal);
            case NOT_EQUAL, NOT_IN -> !listed.contains(ordinal);
            case LESS -> ordinal < first;
            case LESS_OR_EQUAL -> ordinal <= first;
            case GREATER -> ordinal > first;
            case GREATER_OR_EQUAL -> ordinal >= first;
            case CONTAINS, NOT_CONTAINS -> throw new IllegalArgumentException(operator + " of what is no set");
        };
    }

    private static List<String> truths(Constraint.Comparison comparison) {
        boolean named = Boolean.parseBoolean(comparison.values().get(0).text());
        return List.of(Boolean.toString((comparison.operator() == Operator.EQUAL) == named));
    }

    /** Every way in which one alternative of each holds. */
    private static List<Map<String, Cell>> all(Stream<List<Map<String, Cell>>> parts) {
        return parts.reduce(
                List.of(Map.of()),
                (left, right) -> left.stream()
                        .flatMap(one -> right.stream().flatMap(other -> both(one, other).stream()))
                        .toList());
    }

    private static List<Map<String, Cell>> any(Stream<List<Map<String, Cell>>> alternatives) {
        return alternatives.flatMap(List::stream).toList();
    }

    private static Optional<Map<String, Cell>> both(Map<String, Cell> one, Map<String, Cell> other) {
        Map<String, Cell> both = new TreeMap<>(one);
        for (Map.Entry<String, Cell> entry : other.entrySet()) {
            Optional<Cell> cell = both.containsKey(entry.getKey())
                    ? both.get(entry.getKey()).and(entry.getValue())
                    : Optional.of(entry.getValue());
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            both.put(entry.getKey(), cell.get());
        }
        return Optional.of(both);
    }
}
