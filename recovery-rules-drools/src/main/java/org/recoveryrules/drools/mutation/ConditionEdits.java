package org.recoveryrules.drools.mutation;

import java.util.List;
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
import org.recoveryrules.drools.syntax.Rendering;

/**
 * Conditions with one thing changed: a comparison other than it was, a constraint or an alternative left out, "or" for "and"
 * and the other way round, a "not" too few.
 */
final class ConditionEdits {
    private ConditionEdits() {}

    /** The edits of conditions that must all hold. */
    static Stream<Edit<List<Condition>>> of(List<Condition> conditions) {
        return Edit.ofEach(conditions, ConditionEdits::of);
    }

    private static Stream<Edit<Condition>> of(Condition condition) {
        if (condition instanceof Fact fact) {
            return of(fact).map(edit -> edit.in(changed -> changed));
        } else if (condition instanceof AnyOf any) {
            return Stream.concat(
                    Stream.of(instead(any, new AllOf(any.conditions(), any.span()))),
                    Stream.concat(
                                    of(any.conditions()),
                                    Edit.leavingOutEach(any.conditions(), Condition::span, Rendering::of))
                            .map(edit -> edit.in(members -> new AnyOf(members, any.span()))));
        } else if (condition instanceof AllOf all) {
            return Stream.concat(
                    Stream.of(instead(all, new AnyOf(all.conditions(), all.span()))),
                    of(all.conditions()).map(edit -> edit.in(members -> new AllOf(members, all.span()))));
        }
        NoneOf none = (NoneOf) condition;
        return Stream.concat(
                Stream.of(instead(none, none.condition())),
                of(none.condition()).map(edit -> edit.in(fact -> new NoneOf(fact, none.span()))));
    }

    private static Stream<Edit<Fact>> of(Fact fact) {
        String type = fact.type().text();
        return Stream.concat(
                        Edit.ofEach(fact.constraints(), constraint -> of(type, constraint)),
                        Edit.leavingOutEach(fact.constraints(), Constraint::span, Rendering::of))
                .map(edit -> edit.in(constraints -> new Fact(fact.type(), constraints, fact.span())));
    }

    private static Stream<Edit<Constraint>> of(String type, Constraint constraint) {
        if (constraint instanceof Comparison comparison) {
            return new ComparisonEdits(type, comparison).all().map(edit -> edit.in(changed -> changed));
        } else if (constraint instanceof Negation negation) {
            return Stream.concat(
                    Stream.of(instead(negation, negation.negated())),
                    of(type, negation.negated())
                            .map(edit -> edit.in(negated -> new Negation(negated, negation.span()))));
        } else if (constraint instanceof Or or) {
            return Stream.concat(
                    Stream.of(instead(or, new And(or.alternatives(), or.span()))),
                    members(type, or.alternatives()).map(edit -> edit.in(members -> new Or(members, or.span()))));
        }
        And and = (And) constraint;
        return Stream.concat(
                Stream.of(instead(and, new Or(and.parts(), and.span()))),
                members(type, and.parts()).map(edit -> edit.in(members -> new And(members, and.span()))));
    }

    private static Stream<Edit<List<Constraint>>> members(String type, List<Constraint> members) {
        return Stream.concat(
                Edit.ofEach(members, member -> of(type, member)),
                Edit.leavingOutEach(members, Constraint::span, Rendering::of));
    }

    private static Edit<Condition> instead(Condition condition, Condition other) {
        return new Edit<>(other, condition.span(), Rendering.of(condition), Rendering.of(other));
    }

    private static Edit<Constraint> instead(Constraint constraint, Constraint other) {
        return new Edit<>(other, constraint.span(), Rendering.of(constraint), Rendering.of(other));
    }
}
