package org.recoveryrules.drools.live;

import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.blame.Blames;
import org.recoveryrules.drools.cases.CaseRun;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.engine.DecisionEngine;
import org.recoveryrules.drools.policy.CompiledPolicy;

/**
 * One version of a policy, ready to decide. Immutable; safe for use by any number of threads. Needs no closing.
 *
 * @param contents SHA-256 over all its files, those that decide nothing among them
 * @param checked what was read
 * @param engine what decides
 */
public record PolicyVersion(String contents, CheckedPolicy checked, DecisionEngine engine) {
    /** Decides by this version, as {@link DecisionEngine#decide}. */
    public RecoveryDecision decide(FailureContext context) {
        return engine.decide(context);
    }

    /** The version as callers see it. */
    public Policy policy() {
        return engine.policy();
    }

    /** The exact rules. */
    public PolicyIdentity identity() {
        return policy().identity();
    }

    /** What was compiled. */
    public CompiledPolicy compiled() {
        return engine.compiled();
    }

    /** How many cases of its own it has. */
    long cases() {
        return checked.cases().stream().mapToLong(table -> table.cases().size()).sum();
    }

    /** Runs the cases of the policy itself, not those of what it includes. */
    public CaseRun runCases() {
        return CaseRun.of(
                checked.cases(),
                checked.places(),
                checked.boundaries(),
                this::decide,
                new Blames(compiled(), checked.places())::of);
    }
}
