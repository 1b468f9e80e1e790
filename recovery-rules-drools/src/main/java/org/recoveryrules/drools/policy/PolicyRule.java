package org.recoveryrules.drools.policy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.check.FactField;
import org.recoveryrules.drools.check.FactField.Kind;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.SourceText;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Constraint;
import org.recoveryrules.drools.syntax.RuleNode;

/** A rule with its place, its conditions and the components that they read. Safe for use by any number of threads. */
public final class PolicyRule {
    /** So many reasons of a rule are kept for the next failure of the same values. */
    private static final int KEPT = 16;

    private final Rule rule;
    private final String file;
    private final int line;
    private final List<String> conditions;
    private final FactField[] reads;
    private final Optional<RuleNode> declared;
    /** Where reasons are kept; none where the rule reads amounts, which are seldom the same twice. */
    private final Optional<AtomicReferenceArray<Told>> kept;

    /** A reason for the values that it tells. */
    private record Told(Object[] values, Reason reason) {}

    /**
     * A rule.
     *
     * @param rule the rule as it speaks of itself
     * @param file the path of its file within the policy
     * @param line the line on which it begins
     * @param conditions its constraints on facts as written, where it goes beyond the declarative profile
     * @param reads the fields that its conditions name, by name
     * @param declared the rule as read; nothing for one that goes beyond the declarative profile
     */
    public PolicyRule(
            Rule rule,
            String file,
            int line,
            List<String> conditions,
            List<FactField> reads,
            Optional<RuleNode> declared) {
        this.rule = rule;
        this.file = file;
        this.line = line;
        this.conditions = List.copyOf(conditions);
        this.reads = reads.toArray(FactField[]::new);
        this.declared = declared;
        this.kept = reads.stream().anyMatch(PolicyRule::seldomTheSame)
                ? Optional.empty()
                : Optional.of(new AtomicReferenceArray<>(KEPT));
    }

    private static boolean seldomTheSame(FactField field) {
        return field.kind() == Kind.AMOUNT || field.kind() == Kind.OTHER;
    }

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
        Object[] values = new Object[reads.length];
        for (int i = 0; i < reads.length; i++) {
            values[i] = reads[i].read(context, assessment);
        }
        return kept.isEmpty() ? reason(values) : kept(kept.get(), values);
    }

    private Reason kept(AtomicReferenceArray<Told> reasons, Object[] values) {
        int place = Math.floorMod(Arrays.hashCode(values), KEPT);
        Told before = reasons.get(place);
        if (before != null && Arrays.equals(before.values(), values)) {
            return before.reason();
        }
        Told told = new Told(values, reason(values));
        reasons.set(place, told);
        return told.reason();
    }

    private Reason reason(Object[] values) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < reads.length; i++) {
            facts.put(reads[i].component(), values[i]);
        }
        return new Reason(rule.id(), rule.because(), rule.source(), facts);
    }

    /** The rule as it speaks of itself. */
    public Rule rule() {
        return rule;
    }

    /** The path of its file within the policy. */
    public String file() {
        return file;
    }

    /** The line on which it begins. */
    public int line() {
        return line;
    }

    /** Its constraints on facts as written, where it goes beyond the declarative profile. */
    public List<String> conditions() {
        return conditions;
    }

    /** The fields that its conditions name, by name. */
    public List<FactField> reads() {
        return List.of(reads);
    }

    /** The rule as read; nothing for one that goes beyond the declarative profile. */
    public Optional<RuleNode> declared() {
        return declared;
    }
}
