package org.recoveryrules.benchmarks.peers;

import java.util.List;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rule;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.jspecify.annotations.Nullable;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.benchmarks.Matcher;
import org.recoveryrules.drools.rules.Findings;

/**
 * Easy Rules with rules in lambdas, as its manual builds them. It finds a fact by streaming over all of them, at every
 * question of every rule; so there is one fact, the whole context, and the findings are no fact: its fastest way.
 */
public final class EasyRules implements Matcher {
    private static final String READ = "read";

    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules first = rules(PlainRules.ofContext());
    private final Rules second = rules(PlainRules.ofAssessment());
    private @Nullable Findings findings;

    @Override
    public void first(FailureContext context, Findings findings) {
        fire(first, context, findings);
    }

    @Override
    public void second(FailureContext context, ParadoxAssessment assessment, Findings findings) {
        fire(second, assessment, findings);
    }

    private void fire(Rules rules, Object read, Findings findings) {
        this.findings = findings;
        Facts facts = new Facts();
        facts.put(READ, read);
        engine.fire(rules, facts);
    }

    private <T> Rules rules(List<PlainRule<T>> rules) {
        return new Rules(rules.stream().map(this::rule).toArray(Rule[]::new));
    }

    private <T> Rule rule(PlainRule<T> rule) {
        return new RuleBuilder()
                .name(rule.id())
                .when(facts -> rule.condition().test(facts.get(READ)))
                .then(facts -> rule.conclusion().accept(findings))
                .build();
    }
}
