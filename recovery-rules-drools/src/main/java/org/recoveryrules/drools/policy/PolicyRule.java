package org.recoveryrules.drools.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.check.FactField;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.SourceText;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Constraint;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * A rule with its place, its conditions and the components that they read.
 *
 * @param rule the rule as it speaks of itself
 * @param file the path of its file within the policy
 * @param line the line on which it begins
 * @param conditions its constraints on facts as written, where it goes beyond the declarative profile
 * @param reads the fields that its conditions name, by name
 * @param declared the rule as read; nothing for one that goes beyond the declarative profile
 */
public record PolicyRule(
        Rule rule, String file, int line, List<String> conditions, List<FactField> reads, Optional<RuleNode> declared) {
    /** What is known of a rule of the declarative profile in which nothing is wrong. */
    static PolicyRule of(SourceText source, RuleNode rule) {
        Map<String, FactField> reads = new TreeMap<>();
        rule.conditions().stream()
                .flatMap(Condition::facts)
                .forEach(fact -> fact.constraints().stream()
                        .flatMap(Constraint::comparisons)
                        .map(comparison -> FactField.of(
                                        fact.type().text(), comparison.field().text())
                                .orElseThrow())
                        .forEach(field -> reads.put(field.component(), field)));
        return new PolicyRule(
                new Rule(rule.name().text(), annotation(rule, "because"), annotation(rule, "source")),
                source.file(),
                source.place(rule.name().span()).line(),
                List.of(),
                List.copyOf(reads.values()),
                Optional.of(rule));
    }

    private static String annotation(RuleNode rule, String name) {
        return rule.annotation(name).map(Name::text).orElseThrow();
    }

    /**
     * The rule as the reason for a decision, with the values that made it fire.
     *
     * @param context the context in which it fired
     * @param assessment the paradox assessment of that context
     * @return the reason
     */
    public Reason reason(FailureContext context, ParadoxAssessment assessment) {
        if (reads.size() == 1) {
            FactField field = reads.get(0);
            Map<String, Object> fact = Map.of(field.component(), field.read(context, assessment));
            return new Reason(rule.id(), rule.because(), rule.source(), fact);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        for (FactField field : reads) {
            facts.put(field.component(), field.read(context, assessment));
        }
        return new Reason(rule.id(), rule.because(), rule.source(), facts);
    }
}
