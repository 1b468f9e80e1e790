package org.recoveryrules.drools.policy;

import java.util.List;
import org.recoveryrules.drools.check.FactField;
import org.recoveryrules.drools.check.FactField.Kind;
import org.recoveryrules.drools.syntax.Constant;
import org.recoveryrules.drools.syntax.Constraint;
import org.recoveryrules.drools.syntax.Constraint.And;
import org.recoveryrules.drools.syntax.Constraint.Comparison;
import org.recoveryrules.drools.syntax.Constraint.Negation;
import org.recoveryrules.drools.syntax.Constraint.Or;
import org.recoveryrules.drools.syntax.Operator;

/**
 * Spells comparisons by the order of an enum out as equalities: {@code severity >= Severity.MAJOR} becomes
 * {@code ( severity == Severity.MAJOR || severity == Severity.CRITICAL )}. Drools cannot compile the former: it logs a
 * warning for each and interprets it for good.
 */
final class EnumOrder {
    private EnumOrder() {}

    /** The constraint on a fact with every such comparison spelled out. */
    static Constraint spellOut(String factType, Constraint constraint) {
        if (constraint instanceof Or or) {
            return new Or(spellOut(factType, or.alternatives()), or.span());
        } else if (constraint instanceof And and) {
            return new And(spellOut(factType, and.parts()), and.span());
        } else if (constraint instanceof Negation negation) {
            return new Negation(spellOut(factType, negation.negated()), negation.span());
        }
        Comparison comparison = (Comparison) constraint;
        FactField field = FactField.of(factType, comparison.field().text()).orElseThrow();
        return field.kind() == Kind.ORDERED_CONSTANT && isOrder(comparison.operator())
                ? new Or(equalities(field, comparison), comparison.span())
                : comparison;
    }

    private static List<Constraint> spellOut(String factType, List<Constraint> constraints) {
        return constraints.stream().map(part -> spellOut(factType, part)).toList();
    }

    private static boolean isOrder(Operator operator) {
        return switch (operator) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            default -> false;
        };
    }

    private static List<Constraint> equalities(FactField field, Comparison comparison) {
        Constant bound = comparison.values().get(0);
        int ordinal = field.constants().stream().map(Enum::name).toList().indexOf(bound.constant());
        return field.constants().stream()
                .filter(constant -> holds(comparison.operator(), constant.ordinal() - ordinal))
                .<Constraint>map(constant -> new Comparison(
                        comparison.field(),
                        Operator.EQUAL,
                        List.of(new Constant(Constant.Kind.ENUM, bound.type() + "." + constant.name(), bound.span())),
                        comparison.span()))
                .toList();
    }

    private static boolean holds(Operator operator, int difference) {
        return switch (operator) {
            case LESS -> difference < 0;
            case LESS_OR_EQUAL -> difference <= 0;
            case GREATER -> difference > 0;
            default -> difference >= 0;
        };
    }
}
