package org.recoveryrules.benchmarks;

import java.util.Map;
import java.util.function.Supplier;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.rules.Amount;

/** Decides by a matcher, one for each thread, and by {@link PlainSettlement}. */
public final class MatchingContender implements Contender {
    private final String name;
    private final PolicyIdentity policy;
    private final Map<String, Amount> amounts;
    private final ThreadLocal<Matcher> matchers;

    /**
     * One that decides by the standard policy.
     *
     * @param name what it is called in the tables
     * @param matchers makes a matcher for a thread
     */
    public MatchingContender(String name, Supplier<? extends Matcher> matchers) {
        this(name, StandardPolicy.read().identity(), StandardPolicy.read().amounts(), matchers);
    }

    /**
     * One that decides by any policy.
     *
     * @param name what it is called in the tables
     * @param policy the policy of which the matcher has the rules
     * @param amounts its amounts, by name
     * @param matchers makes a matcher for a thread
     */
    public MatchingContender(
            String name, PolicyIdentity policy, Map<String, Amount> amounts, Supplier<? extends Matcher> matchers) {
        this.name = name;
        this.policy = policy;
        this.amounts = amounts;
        this.matchers = ThreadLocal.withInitial(matchers);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RecoveryDecision decide(FailureContext context) {
        Matcher matcher = matchers.get();
        PlainFindings findings = new PlainFindings(amounts);
        matcher.first(context, findings);
        ParadoxAssessment assessment = findings.assess();
        matcher.second(context, assessment, findings);
        return PlainSettlement.settle(context, assessment, findings, policy);
    }
}
