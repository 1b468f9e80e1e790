package org.recoveryrules.benchmarks.peers;

import java.util.List;
import org.evrete.KnowledgeService;
import org.evrete.api.FactHandle;
import org.evrete.api.Knowledge;
import org.evrete.api.StatefulSession;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.RuleSetBuilder;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.benchmarks.Matcher;
import org.recoveryrules.drools.rules.Findings;

/**
 * Evrete with rules in lambdas over one fact each.
 */
public final class EvreteRules implements Matcher {
    private static final String FACT = "$fact";
    private static final String ITSELF = "itself";

    private final StatefulSession session;
    private Findings findings;

    public EvreteRules(KnowledgeService service) {
        Knowledge knowledge = service.newKnowledge();
        RuleSetBuilder<Knowledge> rules = knowledge.builder();
        declare(knowledge, FailureContext.class);
        declare(knowledge, ParadoxAssessment.class);
        add(rules, FailureContext.class, PlainRules.ofContext());
        add(rules, ParadoxAssessment.class, PlainRules.ofAssessment());
        session = rules.build().newStatefulSession();
    }

    @Override
    public void first(FailureContext context, Findings findings) {
        fire(context, findings);
    }

    @Override
    public void second(FailureContext context, ParadoxAssessment assessment, Findings findings) {
        fire(assessment, findings);
    }

    private void fire(Object fact, Findings findings) {
        this.findings = findings;
        FactHandle handle = session.insert(fact);
        session.fire();
        session.delete(handle);
        session.fire();
    }

    private static <T> void declare(Knowledge knowledge, Class<T> type) {
        knowledge.getTypeResolver().getOrDeclare(type).declareField(ITSELF, type, fact -> fact);
    }

    private <T> void add(RuleSetBuilder<Knowledge> rules, Class<T> type, List<PlainRule<T>> plainRules) {
        for (PlainRule<T> rule : plainRules) {
            rules.newRule(rule.id())
                    .forEach(FACT, type)
                    .where((ValuesPredicate) values -> rule.condition().test(values.get(0, type)), FACT + "." + ITSELF)
                    .execute(match -> rule.conclusion().accept(findings));
        }
    }
}
