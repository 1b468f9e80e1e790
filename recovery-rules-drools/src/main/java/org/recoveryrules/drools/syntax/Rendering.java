package org.recoveryrules.drools.syntax;

import java.util.stream.Collectors;
import org.recoveryrules.drools.syntax.Argument.AmountSpelled;
import org.recoveryrules.drools.syntax.Condition.AllOf;
import org.recoveryrules.drools.syntax.Condition.AnyOf;
import org.recoveryrules.drools.syntax.Condition.Fact;
import org.recoveryrules.drools.syntax.Condition.NoneOf;
import org.recoveryrules.drools.syntax.Constraint.And;
import org.recoveryrules.drools.syntax.Constraint.Comparison;
import org.recoveryrules.drools.syntax.Constraint.Negation;
import org.recoveryrules.drools.syntax.Constraint.Or;

/** Trees as text again, each in one way. */
public final class Rendering {
    private Rendering() {}

    /** A condition as it is written in a rule. */
    public static String of(Condition condition) {
        if (condition instanceof Fact fact) {
            return fact.constraints().stream()
                    .map(Rendering::of)
                    .collect(Collectors.joining(", ", fact.type().text() + "( ", " )"));
        } else if (condition instanceof AnyOf any) {
            return any.conditions().stream().map(Rendering::of).collect(Collectors.joining(" or ", "( ", " )"));
        } else if (condition instanceof AllOf all) {
            return all.conditions().stream().map(Rendering::of).collect(Collectors.joining(" and ", "( ", " )"));
        }
        return "not " + of(((NoneOf) condition).condition());
    }

    /** A constraint as it is written in a rule. */
    public static String of(Constraint constraint) {
        if (constraint instanceof Or or) {
            return or.alternatives().stream().map(Rendering::of).collect(Collectors.joining(" || ", "( ", " )"));
        } else if (constraint instanceof And and) {
            return and.parts().stream().map(Rendering::of).collect(Collectors.joining(" && ", "( ", " )"));
        } else if (constraint instanceof Negation negation) {
            return "!( " + of(negation.negated()) + " )";
        }
        Comparison comparison = (Comparison) constraint;
        boolean list = comparison.operator() == Operator.IN || comparison.operator() == Operator.NOT_IN;
        String values = comparison.values().stream().map(Rendering::of).collect(Collectors.joining(", "));
        return comparison.field().text() + " " + comparison.operator() + " " + (list ? "( " + values + " )" : values);
    }

    /** A consequence as it is written in a rule. */
    public static String consequence(Call call) {
        return "findings." + of(call) + ";";
    }

    private static String of(Call call) {
        return call.arguments().isEmpty()
                ? call.name().text() + "()"
                : call.arguments().stream()
                        .map(Rendering::of)
                        .collect(Collectors.joining(", ", call.name().text() + "( ", " )"));
    }

    /** An argument as it is written in a rule. */
    public static String of(Argument argument) {
        if (argument instanceof AmountSpelled amount) {
            return amount.steps().stream().map(Rendering::of).collect(Collectors.joining(".", "Amount.", ""));
        }
        return of((Constant) argument);
    }

    private static String of(Constant constant) {
        return constant.kind() == Constant.Kind.TEXT
                ? "\"" + constant.text().replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : constant.text();
    }
}
