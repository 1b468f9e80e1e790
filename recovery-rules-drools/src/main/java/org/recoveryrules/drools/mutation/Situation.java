package org.recoveryrules.drools.mutation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.check.Evaluation;
import org.recoveryrules.drools.engine.Interpreter;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.RuleNode;

/** A context, what the policy decides about it as it is, and which of its rules fire. */
final class Situation {
    private final FailureContext context;
    private final RecoveryDecision decision;
    private final Set<String> fired = new HashSet<>();

    Situation(FailureContext context, Interpreter policy) {
        this.context = context;
        decision = policy.decide(context);
        for (RuleNode rule : policy.rules()) {
            if (holds(rule.conditions())) {
                fired.add(rule.name().text());
            }
        }
    }

    FailureContext context() {
        return context;
    }

    RecoveryDecision decision() {
        return decision;
    }

    boolean fires(String rule) {
        return fired.contains(rule);
    }

    boolean holds(List<Condition> conditions) {
        return new Evaluation(field -> field.read(context, decision.paradox())).holds(conditions);
    }
}
