package org.recoveryrules.drools.mutation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.recoveryrules.drools.check.Evaluation;
import org.recoveryrules.drools.check.FactField;
import org.recoveryrules.drools.check.FactField.Kind;
import org.recoveryrules.drools.syntax.Constant;
import org.recoveryrules.drools.syntax.Constraint.Comparison;
import org.recoveryrules.drools.syntax.Operator;
import org.recoveryrules.drools.syntax.Rendering;

/**
 * One comparison with its operator or a constant changed, each meaning once: {@code > MINOR} is no mistake for
 * {@code >= MODERATE}, and {@code > MODERATE} is the same as {@code >= MAJOR}.
 *
 * @param factType the type of the fact
 * @param comparison the comparison
 */
record ComparisonEdits(String factType, Comparison comparison) {
    private static final Set<Operator> LISTS = EnumSet.of(Operator.IN, Operator.NOT_IN);
    private static final Set<Operator> SETS = EnumSet.of(Operator.CONTAINS, Operator.NOT_CONTAINS);
    private static final Set<Operator> EQUALITY = EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL);
    private static final Set<Operator> ORDER =
            EnumSet.complementOf(EnumSet.of(Operator.IN, Operator.NOT_IN, Operator.CONTAINS, Operator.NOT_CONTAINS));
    /** The smallest step of a sum that a threshold is tried with. */
    private static final BigDecimal CENT = new BigDecimal("0.01");

    Stream<Edit<Comparison>> all() {
        List<Comparison> changed = new ArrayList<>();
        changed.addAll(thresholds());
        changed.addAll(constants());
        changed.addAll(operators());
        List<Object> values = values(changed);
        Set<List<Boolean>> meanings = new HashSet<>();
        meanings.add(meaning(comparison, values));
        return changed.stream()
                .filter(other -> meanings.add(meaning(other, values)))
                .map(other -> new Edit<>(other, comparison.span(), Rendering.of(comparison), Rendering.of(other)));
    }

    private FactField field() {
        return FactField.of(factType, comparison.field().text()).orElseThrow();
    }

    /** With each number one more and one less, each constant of an order the next and the one before. */
    private List<Comparison> thresholds() {
        List<Comparison> changed = new ArrayList<>();
        switch (field().kind()) {
            case NUMBER, AMOUNT ->
                forEachValue((i, value) -> {
                    BigDecimal number = new BigDecimal(number(value));
                    changed.add(withValue(i, value, number.add(BigDecimal.ONE) + suffix(value)));
                    changed.add(withValue(i, value, number.subtract(BigDecimal.ONE) + suffix(value)));
                });
            case ORDERED_CONSTANT ->
                forEachValue((i, value) -> {
                    int at = names().indexOf(value.constant());
                    names().subList(Math.min(at + 1, names().size()), Math.min(at + 2, names().size()))
                            .forEach(next -> changed.add(withValue(i, value, value.type() + "." + next)));
                    names().subList(Math.max(at - 1, 0), at)
                            .forEach(previous -> changed.add(withValue(i, value, value.type() + "." + previous)));
                });
            default -> {}
        }
        return changed;
    }

    /** With each constant every other one, each boolean the other one, and each value of a list left out. */
    private List<Comparison> constants() {
        List<Comparison> changed = new ArrayList<>();
        forEachValue((i, value) -> {
            if (comparison.values().size() > 1) {
                List<Constant> others = new ArrayList<>(comparison.values());
                others.remove(value);
                changed.add(new Comparison(comparison.field(), comparison.operator(), others, comparison.span()));
            }
            if (value.kind() == Constant.Kind.ENUM) {
                names().forEach(name -> changed.add(withValue(i, value, value.type() + "." + name)));
            } else if (value.kind() == Constant.Kind.BOOLEAN) {
                changed.add(withValue(i, value, String.valueOf(!Boolean.parseBoolean(value.text()))));
            }
        });
        return changed;
    }

    private List<Comparison> operators() {
        boolean ordered =
                Set.of(Kind.ORDERED_CONSTANT, Kind.NUMBER, Kind.AMOUNT).contains(field().kind());
        return Stream.of(LISTS, SETS, ordered ? ORDER : EQUALITY)
                .filter(group -> group.contains(comparison.operator()))
                .flatMap(Set::stream)
                .map(other -> new Comparison(comparison.field(), other, comparison.values(), comparison.span()))
                .toList();
    }

    private interface ValueAction {
        void on(int index, Constant value);
    }

    private void forEachValue(ValueAction action) {
        for (int i = 0; i < comparison.values().size(); i++) {
            action.on(i, comparison.values().get(i));
        }
    }

    private List<String> names() {
        return field().constants().stream().map(Enum::name).toList();
    }

    private Comparison withValue(int index, Constant value, String text) {
        List<Constant> others = new ArrayList<>(comparison.values());
        others.set(index, new Constant(value.kind(), text, value.span()));
        return new Comparison(comparison.field(), comparison.operator(), others, comparison.span());
    }

    private static String number(Constant value) {
        return value.text().replace("B", "");
    }

    private static String suffix(Constant value) {
        return value.text().endsWith("B") ? "B" : "";
    }

    private List<Boolean> meaning(Comparison one, List<Object> values) {
        return values.stream()
                .map(value -> new Evaluation(any -> value).holds(factType, one))
                .toList();
    }

    /** Enough values of the field to tell any two of some comparisons apart. */
    private List<Object> values(List<Comparison> comparisons) {
        FactField field = field();
        return switch (field.kind()) {
            case BOOLEAN -> List.of(true, false);
            case CONSTANT, ORDERED_CONSTANT -> List.copyOf(field.constants());
            case SET -> field.constants().stream().<Object>map(List::of).toList();
            default -> numbers(comparisons, field.kind() == Kind.NUMBER ? BigDecimal.ONE : CENT);
        };
    }

    private static List<Object> numbers(List<Comparison> comparisons, BigDecimal step) {
        return comparisons.stream()
                .flatMap(one -> one.values().stream())
                .map(value -> new BigDecimal(number(value)))
                .flatMap(number -> Stream.of(number.subtract(step), number, number.add(step)))
                .filter(number -> number.signum() >= 0)
                .distinct()
                .<Object>map(number -> number)
                .toList();
    }
}
