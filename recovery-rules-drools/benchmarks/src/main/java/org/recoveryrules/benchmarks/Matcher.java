package org.recoveryrules.benchmarks;

import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.drools.rules.Findings;

/** Has the rules of a policy speak whose conditions hold: what differs between the contenders. Confined to one thread. */
public interface Matcher {
    /** Has those speak that do not read the paradox assessment. */
    void first(FailureContext context, Findings findings);

    /** Has those speak that read it. */
    void second(FailureContext context, ParadoxAssessment assessment, Findings findings);
}
