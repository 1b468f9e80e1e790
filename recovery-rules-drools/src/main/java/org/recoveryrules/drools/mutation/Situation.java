package org.recoveryrules.drools.mutation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.check.Evaluation;
import org.recoveryrules.drools.check.FactField;
import org.recoveryrules.drools.engine.Interpreter;
import org.recoveryrules.drools.syntax.Condition;

/**
 * A context, and what the policy as it is decides about it, worked out once that is asked. Confined to one thread until then;
 * safe for use by any number afterwards.
 */
final class Situation {
    private final FailureContext context;
    private final Interpreter policy;
    private @Nullable RecoveryDecision decision;

    Situation(FailureContext context, Interpreter policy) {
        this.context = context;
        this.policy = policy;
    }

    FailureContext context() {
        return context;
    }

    RecoveryDecision decision() {
        if (decision == null) {
            decision = policy.decide(context);
        }
        return decision;
    }

    boolean holds(List<Condition> conditions) {
        return new Evaluation(this::read).holds(conditions);
    }

    /** Most rules read nothing for which anything has to be decided. */
    private Object read(FactField field) {
        return field.read(context)
                .orElseGet(() -> field.read(context, decision().paradox()));
    }
}
