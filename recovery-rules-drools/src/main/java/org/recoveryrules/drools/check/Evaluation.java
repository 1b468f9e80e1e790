package org.recoveryrules.drools.check;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Condition.AllOf;
import org.recoveryrules.drools.syntax.Condition.AnyOf;
import org.recoveryrules.drools.syntax.Condition.Fact;
import org.recoveryrules.drools.syntax.Condition.NoneOf;
import org.recoveryrules.drools.syntax.Constant;
import org.recoveryrules.drools.syntax.Constraint;
import org.recoveryrules.drools.syntax.Constraint.And;
import org.recoveryrules.drools.syntax.Constraint.Comparison;
import org.recoveryrules.drools.syntax.Constraint.Negation;
import org.recoveryrules.drools.syntax.Constraint.Or;

/**
 * Whether conditions hold, without the engine: conditions of the declarative profile are plain predicates over the fields
 * of the facts. Takes conditions in which nothing is wrong.
 *
 * @param value the value of a field: a constant, a boolean, a number or a set of constants
 */
public record Evaluation(Function<FactField, Object> value) {
    /** Whether all of several conditions hold. */
    public boolean holds(List<Condition> conditions) {
        return conditions.stream().allMatch(this::holds);
    }

    /** Whether a condition holds. */
    public boolean holds(Condition condition) {
        if (condition instanceof Fact fact) {
            return fact.constraints().stream()
                    .allMatch(constraint -> holds(fact.type().text(), constraint));
        } else if (condition instanceof AnyOf any) {
            return any.conditions().stream().anyMatch(this::holds);
        } else if (condition instanceof AllOf all) {
            return all.conditions().stream().allMatch(this::holds);
        }
        return !holds(((NoneOf) condition).condition());
    }

    /** Whether a constraint on a fact holds. */
    public boolean holds(String factType, Constraint constraint) {
        if (constraint instanceof Or or) {
            return or.alternatives().stream().anyMatch(part -> holds(factType, part));
        } else if (constraint instanceof And and) {
            return and.parts().stream().allMatch(part -> holds(factType, part));
        } else if (constraint instanceof Negation negation) {
            return !holds(factType, negation.negated());
        }
        Comparison comparison = (Comparison) constraint;
        FactField field = FactField.of(factType, comparison.field().text()).orElseThrow();
        return holds(comparison, field, value.apply(field));
    }

    private static boolean holds(Comparison comparison, FactField field, Object value) {
        Constant first = comparison.values().get(0);
        return switch (comparison.operator()) {
            case EQUAL -> compare(field, value, first) == 0;
            case NOT_EQUAL -> compare(field, value, first) != 0;
            case LESS -> compare(field, value, first) < 0;
            case LESS_OR_EQUAL -> compare(field, value, first) <= 0;
            case GREATER -> compare(field, value, first) > 0;
            case GREATER_OR_EQUAL -> compare(field, value, first) >= 0;
            case IN -> comparison.values().stream().anyMatch(one -> compare(field, value, one) == 0);
            case NOT_IN -> comparison.values().stream().noneMatch(one -> compare(field, value, one) == 0);
            case CONTAINS -> contains(value, first);
            case NOT_CONTAINS -> !contains(value, first);
        };
    }

    private static boolean contains(Object value, Constant constant) {
        return ((Collection<?>) value)
                .stream().anyMatch(element -> ((Enum<?>) element).name().equals(constant.constant()));
    }

    private static int compare(FactField field, Object value, Constant constant) {
        return switch (field.kind()) {
            case CONSTANT, ORDERED_CONSTANT ->
                Integer.compare(
                        ((Enum<?>) value).ordinal(),
                        field.constant(constant.constant()).ordinal());
            case BOOLEAN -> Boolean.compare((Boolean) value, Boolean.parseBoolean(constant.text()));
            default -> number(value).compareTo(number(constant));
        };
    }

    private static BigDecimal number(Object value) {
        return value instanceof BigDecimal number ? number : new BigDecimal(value.toString());
    }

    /** The number that a constant spells; a B at its end says that it is meant exactly. */
    public static BigDecimal number(Constant constant) {
        return new BigDecimal(constant.text().replace("B", ""));
    }
}
