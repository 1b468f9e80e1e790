package org.recoveryrules.drools.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Reason;
import org.recoveryrules.drools.match.Cells;
import org.recoveryrules.drools.policy.CompiledPolicy;

/**
 * What the rules of the declarative profile say when they hold: a constant of each, known by the number of the rule. Safe for
 * use by any number of threads.
 */
final class Speakers {
    /** How many reasons are kept for all rules together: some thirty megabytes. */
    private static final int REASONS_KEPT = 100_000;

    private final Spoken[] spoken;
    private final BitSet concerningVerdict = new BitSet();
    private final Map<String, KeptReasons> reasons = new HashMap<>();

    Speakers(CompiledPolicy policy) {
        spoken = policy.declaredRules().stream()
                .map(rule -> InterpretedCall.spoken(rule, policy.amounts()))
                .toArray(Spoken[]::new);
        for (int rule = 0; rule < spoken.length; rule++) {
            String id = spoken[rule].rule;
            concerningVerdict.set(rule, spoken[rule].concernsVerdict());
            reasons.put(id, new KeptReasons(policy.rules().get(id), policy.declared(), REASONS_KEPT / spoken.length));
        }
    }

    /** How many rules there are. */
    int count() {
        return spoken.length;
    }

    /** What the rules say that hold, in the order of their ids. */
    List<Spoken> of(BitSet holding) {
        List<Spoken> said = new ArrayList<>(holding.cardinality());
        for (int rule = holding.nextSetBit(0); rule >= 0; rule = holding.nextSetBit(rule + 1)) {
            said.add(spoken[rule]);
        }
        return said;
    }

    /** The verdict on the paradox if these rules hold. */
    ParadoxAssessment assess(BitSet holding) {
        BitSet concerned = (BitSet) holding.clone();
        concerned.and(concerningVerdict);
        return Spoken.assess(of(concerned));
    }

    /** A rule as the reason for a decision. */
    Reason why(Spoken rule, FailureContext context, ParadoxAssessment assessment, Cells cells) {
        return reasons.get(rule.rule).of(context, assessment, cells);
    }
}
