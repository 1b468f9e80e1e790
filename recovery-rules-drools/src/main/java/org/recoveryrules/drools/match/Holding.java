package org.recoveryrules.drools.match;

import java.util.BitSet;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.consequence.Consequence;
import org.drools.core.rule.consequence.KnowledgeHelper;

/**
 * What a rule of the declarative profile does in Drools: it says that it holds. What it finds is known before.
 *
 * @param number the number of the rule
 */
record Holding(int number) implements Consequence<KnowledgeHelper> {
    @Override
    public String getName() {
        return RuleImpl.DEFAULT_CONSEQUENCE_NAME;
    }

    @Override
    public void evaluate(KnowledgeHelper match, ValueResolver session) {
        ((BitSet) session.getGlobal(DeclaredRules.HOLDING)).set(number);
    }
}
