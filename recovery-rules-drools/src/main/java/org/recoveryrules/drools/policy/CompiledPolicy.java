package org.recoveryrules.drools.policy;

import java.util.Map;
import org.kie.api.KieBase;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.rules.Amount;

/**
 * One version of a policy, compiled: all that a decision needs of it. Immutable.
 *
 * @param origin where its files come from, for messages
 * @param policy the policy as callers see it
 * @param kieBase its rules, compiled; nobody changes them
 * @param rules its rules by id
 * @param amounts its named amounts
 * @param settlement what the settlement says, by id ({@code settlement.cap})
 */
public record CompiledPolicy(
        String origin,
        Policy policy,
        KieBase kieBase,
        Map<String, PolicyRule> rules,
        Map<String, Amount> amounts,
        Map<String, Rule> settlement) {
    /** Whether it does so whatever the context: all its rules are of the declarative profile, in which none makes others match. */
    public boolean comesToAnEnd() {
        return rules.values().stream().allMatch(rule -> rule.declared().isPresent());
    }
}
