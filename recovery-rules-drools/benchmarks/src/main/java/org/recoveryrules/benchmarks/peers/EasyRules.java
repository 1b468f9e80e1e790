package org.recoveryrules.benchmarks.peers;

import java.util.List;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rule;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.benchmarks.Matcher;
import org.recoveryrules.drools.rules.Findings;

/**
 * Easy Rules with rules in lambdas, as its manual builds them. Looking a fact up by its name goes through all facts, so the
 * context is one fact and not six: its fastest way.
 */
public final class EasyRules implements Matcher {
    private static final String READ = "read";
    private static final String FINDINGS = "findings";

    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules first = rules(PlainRules.ofContext());
    private final Rules second = rules(PlainRules.ofAssessment());

    @Override
    public void first(FailureContext context, Findings findings) {
        engine.fire(first, facts(context, findings));
    }

    @Override
    public void second(FailureContext context, ParadoxAssessment assessment, Findings findings) {
        engine.fire(second, facts(assessment, findings));
    }

    private static Facts facts(Object read, Findings findings) {
        Facts facts = new Facts();
        facts.put(READ, read);
        facts.put(FINDINGS, findings);
        return facts;
    }

    private static <T> Rules rules(List<PlainRule<T>> rules) {
        return new Rules(rules.stream().map(EasyRules::rule).toArray(Rule[]::new));
    }

    private static <T> Rule rule(PlainRule<T> rule) {
        return new RuleBuilder()
                .name(rule.id())
                .when(facts -> rule.condition().test(facts.get(READ)))
                .then(facts -> rule.conclusion().accept(facts.get(FINDINGS)))
                .build();
    }
}
