package org.recoveryrules.drools.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kie.api.KieBase;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.match.DeclaredRules;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * One version of a policy, compiled: all that a decision needs of it. Immutable.
 *
 * @param origin where its files come from, for messages
 * @param policy the policy as callers see it
 * @param rules its rules by id
 * @param declared those of the declarative profile, compiled, in the order of their ids
 * @param trusted the others, compiled; nothing where there are none
 * @param amounts its named amounts
 * @param settlement what the settlement says, by id ({@code settlement.cap})
 */
public record CompiledPolicy(
        String origin,
        Policy policy,
        Map<String, PolicyRule> rules,
        DeclaredRules declared,
        Optional<KieBase> trusted,
        Map<String, Amount> amounts,
        Map<String, Rule> settlement) {
    /** The rules of the declarative profile, in the order in which they are compiled. */
    public List<RuleNode> declaredRules() {
        return declaredRules(rules);
    }

    static List<RuleNode> declaredRules(Map<String, PolicyRule> rules) {
        return new TreeMap<>(rules)
                .values().stream().flatMap(rule -> rule.declared().stream()).toList();
    }
}
