package org.recoveryrules.drools.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.drools.check.Evaluation;
import org.recoveryrules.drools.check.FactField;
import org.recoveryrules.drools.check.FactField.Kind;
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
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * All that the rules of a policy ask, what is asked most first; before it, whether the paradox is assessed yet: a rule that
 * reads the assessment holds only then, any other only before. Immutable.
 */
final class Aspects {
    private static final int ASSESSED = 0;

    /** What rules ask for: a field, of a set also which constant. */
    private record Asked(FactField field, String element) {}

    private final Map<Asked, Aspect> aspects = new HashMap<>();
    private final Aspect[] ofContext;
    private final Aspect[] ofAssessment;

    /** What rules ask in which nothing is wrong. */
    Aspects(Collection<RuleNode> rules) {
        Map<Asked, Integer> times = new HashMap<>();
        Map<Asked, TreeSet<BigDecimal>> thresholds = new HashMap<>();
        rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .flatMap(Condition::facts)
                .forEach(fact -> fact.constraints().stream()
                        .flatMap(Constraint::comparisons)
                        .forEach(comparison -> {
                            Asked asked = asked(fact.type().text(), comparison);
                            times.merge(asked, 1, Integer::sum);
                            if (isNumber(asked.field())) {
                                TreeSet<BigDecimal> all = thresholds.computeIfAbsent(asked, none -> new TreeSet<>());
                                comparison.values().forEach(value -> all.add(Evaluation.number(value)));
                            }
                        }));
        Comparator<Asked> mostAskedFirst = Comparator.comparing(asked -> -times.get(asked));
        times.keySet().stream()
                .sorted(mostAskedFirst
                        .thenComparing(asked -> asked.field().component())
                        .thenComparing(Asked::element))
                .forEach(asked -> aspects.put(
                        asked, aspect(aspects.size() + 1, asked, thresholds.getOrDefault(asked, new TreeSet<>()))));
        ofContext = inOrder(field -> !field.isOfAssessment());
        ofAssessment = inOrder(FactField::isOfAssessment);
    }

    private Aspect[] inOrder(Predicate<FactField> wanted) {
        return aspects.values().stream()
                .filter(aspect -> wanted.test(aspect.field()))
                .sorted(Comparator.comparing(Aspect::index))
                .toArray(Aspect[]::new);
    }

    private static Asked asked(String factType, Comparison comparison) {
        FactField field = FactField.of(factType, comparison.field().text()).orElseThrow();
        return new Asked(
                field, field.kind() == Kind.SET ? comparison.values().get(0).constant() : "");
    }

    private static boolean isNumber(FactField field) {
        return field.kind() == Kind.NUMBER || field.kind() == Kind.AMOUNT;
    }

    private static Aspect aspect(int index, Asked asked, TreeSet<BigDecimal> thresholds) {
        FactField field = asked.field();
        if (isNumber(field)) {
            return Aspect.ofNumbers(index, field, thresholds);
        }
        return field.kind() == Kind.SET
                ? Aspect.ofElement(index, field, field.constant(asked.element()))
                : Aspect.ofConstants(index, field);
    }

    /** How many cells each aspect has. */
    int[] counts() {
        int[] counts = new int[aspects.size() + 1];
        counts[ASSESSED] = 2;
        aspects.values().forEach(aspect -> counts[aspect.index()] = aspect.count());
        return counts;
    }

    /** Where a failure is before the paradox is assessed. */
    Cells of(FailureContext context) {
        int[] cells = new int[aspects.size() + 1];
        for (Aspect aspect : ofContext) {
            cells[aspect.index()] = aspect.cell(aspect.field().of(context));
        }
        return new Cells(cells);
    }

    /** Where it is afterwards. */
    Cells of(Cells before, ParadoxAssessment assessment) {
        int[] cells = before.copy();
        cells[ASSESSED] = 1;
        for (Aspect aspect : ofAssessment) {
            cells[aspect.index()] = aspect.cell(aspect.field().of(assessment));
        }
        return new Cells(cells);
    }

    /** What a rule tells apart, if its fields hold one constant each. */
    Optional<Situations> situations(List<FactField> reads) {
        return reads.stream().allMatch(Aspects::isConstant)
                ? Optional.of(new Situations(reads.stream()
                        .map(field -> aspects.get(new Asked(field, "")))
                        .toList()))
                : Optional.empty();
    }

    private static boolean isConstant(FactField field) {
        return switch (field.kind()) {
            case CONSTANT, ORDERED_CONSTANT, BOOLEAN -> true;
            default -> false;
        };
    }

    /** The condition of a rule that was among those asked. */
    CellTest test(RuleNode rule) {
        boolean after = rule.reads(ParadoxAssessment.class.getSimpleName());
        BitSet when = new BitSet();
        when.set(after ? 1 : 0);
        List<CellTest> all = new ArrayList<>(List.of(new CellTest.Within(ASSESSED, 2, when)));
        rule.conditions().forEach(condition -> all.add(test(condition)));
        return CellTest.all(all);
    }

    private CellTest test(Condition condition) {
        if (condition instanceof Fact fact) {
            return CellTest.all(fact.constraints().stream()
                    .map(constraint -> test(fact.type().text(), constraint))
                    .toList());
        } else if (condition instanceof AnyOf any) {
            return CellTest.any(any.conditions().stream().map(this::test).toList());
        } else if (condition instanceof AllOf all) {
            return CellTest.all(all.conditions().stream().map(this::test).toList());
        }
        return test(((NoneOf) condition).condition()).negated();
    }

    private CellTest test(String factType, Constraint constraint) {
        if (constraint instanceof Or or) {
            return CellTest.any(
                    or.alternatives().stream().map(part -> test(factType, part)).toList());
        } else if (constraint instanceof And and) {
            return CellTest.all(
                    and.parts().stream().map(part -> test(factType, part)).toList());
        } else if (constraint instanceof Negation negation) {
            return test(factType, negation.negated()).negated();
        }
        Comparison comparison = (Comparison) constraint;
        Aspect aspect = aspects.get(asked(factType, comparison));
        return new CellTest.Within(aspect.index(), aspect.count(), aspect.cells(comparison));
    }
}
