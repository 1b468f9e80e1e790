package org.recoveryrules.drools.testing;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.recoveryrules.drools.check.FactField;
import org.recoveryrules.drools.policy.PolicyRule;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Condition.Fact;
import org.recoveryrules.drools.syntax.Constant;
import org.recoveryrules.drools.syntax.Constraint;
import org.recoveryrules.drools.syntax.RuleNode;
import org.recoveryrules.testkit.Threshold;

/** The values with which rules of the declarative profile compare the components of a context. */
final class Thresholds {
    /** Components that rules read as numbers. */
    private static final Map<String, String> READ_AS = Map.of(
            "priceAmount",
            "price",
            "lossAmount",
            "loss",
            "lifetimeValueAmount",
            "lifetimeValue",
            "delayHours",
            "delay");

    /** Fields that follow from a component, but are compared with nothing that it could be. */
    private static final Set<String> DERIVED =
            Set.of("priceKnown", "vulnerable", "requestMade", "entitledKinds", "breakProne");

    private final Map<String, Set<Object>> values = new TreeMap<>();

    private Thresholds() {}

    /** Those of some rules, by component. */
    static List<Threshold> of(Iterable<PolicyRule> rules) {
        Thresholds thresholds = new Thresholds();
        for (PolicyRule rule : rules) {
            rule.declared().ifPresent(thresholds::add);
        }
        List<Threshold> all = new ArrayList<>();
        thresholds.values.forEach((component, found) -> all.add(new Threshold(component, List.copyOf(found))));
        return all;
    }

    private void add(RuleNode rule) {
        rule.conditions().stream().flatMap(Condition::facts).forEach(this::add);
    }

    private void add(Fact fact) {
        fact.constraints().stream().flatMap(Constraint::comparisons).forEach(comparison -> {
            String name = comparison.field().text();
            FactField field = FactField.of(fact.type().text(), name).orElseThrow();
            if (!field.component().startsWith("paradox.") && !DERIVED.contains(name)) {
                values.computeIfAbsent(READ_AS.getOrDefault(name, name), component -> new LinkedHashSet<>())
                        .addAll(comparison.values().stream()
                                .map(constant -> value(field, name, constant))
                                .collect(Collectors.toList()));
            }
        });
    }

    private static Object value(FactField field, String name, Constant constant) {
        return switch (field.kind()) {
            case BOOLEAN -> Boolean.valueOf(constant.text());
            case AMOUNT -> number(constant);
            case NUMBER ->
                name.equals("delayHours")
                        ? Duration.ofHours(number(constant).longValueExact())
                        : (Object) number(constant).intValueExact();
            default ->
                field.constants().stream()
                        .filter(known -> known.name().equals(constant.constant()))
                        .findFirst()
                        .orElseThrow();
        };
    }

    private static BigDecimal number(Constant constant) {
        return new BigDecimal(constant.text().replace("B", ""));
    }
}
