package org.recoveryrules.drools.engine;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.check.Evaluation;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * Decides as the engine does, but by the trees of the rules and without Drools, so that a rule can be another one at no cost.
 * It takes policies of the declarative profile only. Immutable.
 */
public final class Interpreter {
    private final CompiledPolicy policy;
    private final Map<String, Amount> amounts;
    private final Map<String, RuleNode> rules;
    private final List<RuleNode> first;
    private final List<RuleNode> second;

    private Interpreter(CompiledPolicy policy, Map<String, Amount> amounts, Map<String, RuleNode> rules) {
        this.policy = policy;
        this.amounts = amounts;
        this.rules = rules;
        first = rules.values().stream().filter(rule -> !readsAssessment(rule)).toList();
        second = rules.values().stream().filter(Interpreter::readsAssessment).toList();
    }

    /**
     * An interpreter of a policy.
     *
     * @param policy the policy
     * @return nothing if a rule of it goes beyond the declarative profile
     */
    public static Optional<Interpreter> of(CompiledPolicy policy) {
        Map<String, RuleNode> rules = new TreeMap<>();
        policy.rules().forEach((id, rule) -> rule.declared().ifPresent(declared -> rules.put(id, declared)));
        return rules.size() == policy.rules().size()
                ? Optional.of(new Interpreter(policy, policy.amounts(), rules))
                : Optional.empty();
    }

    /** This, with another rule of the same name in place of one. */
    public Interpreter with(RuleNode rule) {
        Map<String, RuleNode> others = new TreeMap<>(rules);
        others.put(rule.name().text(), rule);
        return new Interpreter(policy, amounts, others);
    }

    /** This, without a rule. */
    public Interpreter without(String rule) {
        Map<String, RuleNode> others = new TreeMap<>(rules);
        others.remove(rule);
        return new Interpreter(policy, amounts, others);
    }

    /** This, with another amount of a name. */
    public Interpreter with(String amountName, Amount amount) {
        Map<String, Amount> others = new TreeMap<>(amounts);
        others.put(amountName, amount);
        return new Interpreter(policy, others, rules);
    }

    /** The rules by which this decides. */
    public Collection<RuleNode> rules() {
        return rules.values();
    }

    /** The named amounts by which this decides. */
    public Collection<Amount> amounts() {
        return amounts.values();
    }

    /**
     * Decides about one failure.
     *
     * @param context what is known about it, in the currency of the policy
     * @return the decision that the engine would make
     */
    public RecoveryDecision decide(FailureContext context) {
        List<Spoken> spoken = new ArrayList<>();
        speak(first, new Evaluation(field -> field.read(context).orElseThrow()), spoken);
        ParadoxAssessment assessment = Spoken.assess(spoken);
        speak(second, new Evaluation(field -> field.read(context, assessment)), spoken);
        spoken.sort(comparing(rule -> rule.rule));
        return Settlement.settle(
                context,
                assessment,
                new Proposals(spoken),
                rule -> policy.rules().get(rule.rule).reason(context, assessment),
                policy);
    }

    private void speak(List<RuleNode> rules, Evaluation evaluation, List<Spoken> spoken) {
        for (RuleNode rule : rules) {
            if (evaluation.holds(rule.conditions())) {
                spoken.add(InterpretedCall.spoken(rule, amounts));
            }
        }
    }

    private static boolean readsAssessment(RuleNode rule) {
        return rule.reads(ParadoxAssessment.class.getSimpleName());
    }
}
