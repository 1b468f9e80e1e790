package org.recoveryrules.drools.engine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Reason;
import org.recoveryrules.drools.match.Cells;
import org.recoveryrules.drools.match.DeclaredRules;
import org.recoveryrules.drools.match.Situations;
import org.recoveryrules.drools.policy.PolicyRule;

/**
 * A rule as the reason for decisions: one and the same for all failures of which it tells the same, where these are few. Safe
 * for use by any number of threads.
 */
final class KeptReasons {
    private final PolicyRule rule;
    private final Optional<Situations> situations;
    private final AtomicReferenceArray<Reason> kept;

    /**
     * A rule of which nothing is kept yet.
     *
     * @param few how many may be kept
     */
    KeptReasons(PolicyRule rule, DeclaredRules declared, int few) {
        this.rule = rule;
        this.situations = declared.situations(rule.reads()).filter(some -> some.count() <= few);
        this.kept = new AtomicReferenceArray<>(
                situations.map(some -> (int) some.count()).orElse(0));
    }

    Reason of(FailureContext context, ParadoxAssessment assessment, Cells cells) {
        if (situations.isEmpty()) {
            return rule.reason(context, assessment);
        }
        int situation = situations.get().of(cells);
        Reason reason = kept.get(situation);
        if (reason == null) {
            reason = rule.reason(context, assessment);
            kept.set(situation, reason);
        }
        return reason;
    }
}
