package org.recoveryrules.drools.mutation;

import org.recoveryrules.drools.cases.Case;

/**
 * A case, and what the policy as it is decides about it.
 *
 * @param tested the case
 * @param situation its context
 */
record Trial(Case tested, Situation situation) {
    /** Whether the policy as it is passes. */
    boolean passes() {
        return tested.differences(situation.decision()).isEmpty();
    }

    boolean notices(Mutant mutant) {
        return mutant.touches(situation)
                && !tested.differences(mutant.decide(situation.context())).isEmpty();
    }
}
