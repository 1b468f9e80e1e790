package org.recoveryrules.drools.engine;

import java.util.function.Function;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.joda.money.CurrencyUnit;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.KeepReferenceOption;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.recoveryrules.api.BudgetExceededException;
import org.recoveryrules.api.DeadlineExceededException;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RuleFailureException;
import org.recoveryrules.drools.engine.RuleSession.Found;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.policy.OwnLoader;
import org.recoveryrules.drools.policy.PolicyRule;
import org.recoveryrules.drools.rules.Findings;

/**
 * Decides by one version of a policy. Safe for use by any number of threads. Needs no closing: nothing outside knows of its
 * sessions, so that they are garbage when it is.
 */
public final class DecisionEngine {
    private final CompiledPolicy policy;
    private final SessionPool sessions;

    /**
     * Prepares to decide.
     *
     * @param policy the policy
     * @param budget how far one decision may go
     */
    public DecisionEngine(CompiledPolicy policy, Budget budget) {
        this.policy = policy;
        KieSessionConfiguration confined =
                OwnLoader.with(() -> KieServices.get().newKieSessionConfiguration());
        confined.setOption(ThreadSafeOption.NO);
        confined.setOption(KeepReferenceOption.NO);
        Budget used = policy.comesToAnEnd() ? budget.unhurried() : budget;
        this.sessions = new SessionPool(() ->
                new RuleSession((StatefulKnowledgeSessionImpl) policy.kieBase().newKieSession(confined, null), used));
    }

    /**
     * The policy by which this decides.
     *
     * @return the policy as callers see it
     */
    public Policy policy() {
        return policy.policy();
    }

    /**
     * The policy by which this decides, as compiled.
     *
     * @return the policy
     */
    public CompiledPolicy compiled() {
        return policy;
    }

    /**
     * Decides about one failure.
     *
     * @param context what is known about it
     * @return the decision
     * @throws IllegalArgumentException if the context is null or of another currency than the policy
     * @throws org.recoveryrules.api.RuleFailureException if a rule throws
     * @throws org.recoveryrules.api.BudgetExceededException if the rules fire more than the budget allows
     * @throws org.recoveryrules.api.DeadlineExceededException if they fire longer than it allows
     */
    public RecoveryDecision decide(FailureContext context) {
        requireCurrency(context);
        Found found = inSession(session -> session.fire(context, policy));
        return Settlement.settle(context, found.assessment(), found.findings(), policy);
    }

    /**
     * Lets one rule speak, whatever the others find.
     *
     * @param rule the id of the rule
     * @param context what is known about a failure
     * @param assessment the paradox assessment that the rule may read
     * @param findings what is told what the rule finds, in the order in which it finds it
     * @throws IllegalArgumentException if the context is null or of another currency than the policy
     * @throws org.recoveryrules.api.RuleFailureException if the rule throws
     * @throws org.recoveryrules.api.BudgetExceededException if the rule fires more than the budget allows
     * @throws org.recoveryrules.api.DeadlineExceededException if it fires longer than it allows
     */
    public void fire(String rule, FailureContext context, ParadoxAssessment assessment, Findings findings) {
        requireCurrency(context);
        inSession(session -> {
            session.fire(rule, context, assessment, findings);
            return findings;
        });
    }

    private <T> T inSession(Function<RuleSession, T> work) {
        RuleSession session = sessions.lease();
        T done;
        try {
            done = work.apply(session);
        } catch (RuntimeException | Error e) {
            sessions.throwAway(session);
            throw e;
        }
        sessions.giveBack(session);
        return done;
    }

    /**
     * Tries the policy on made-up contexts, so that it serves at full speed and without surprises from the first one on.
     *
     * @throws InvalidPolicyException if a rule fails or the rules exceed the budget
     */
    public void warmUp() {
        try {
            OwnLoader.with(() -> WarmUp.contexts(policy.policy().currency()).stream()
                    .map(this::decide)
                    .toList());
        } catch (RuleFailureException e) {
            throw invalid(
                    e.rule(),
                    Code.RULE_FAILS,
                    "rule '" + e.rule() + "' fails: " + e.getCause().getMessage());
        } catch (BudgetExceededException e) {
            throw invalid(e.rules().get(0), Code.RULES_DO_NOT_END, e.getMessage());
        } catch (DeadlineExceededException e) {
            throw invalid(e.rules().get(0), Code.RULES_DO_NOT_END, e.getMessage());
        }
    }

    private InvalidPolicyException invalid(String rule, Code code, String message) {
        PolicyRule at = policy.rules().get(rule);
        Place place = at == null ? Place.of(policy.origin()) : Place.of(at.file(), at.line());
        Faults faults = new Faults();
        faults.add(place, code, message);
        return new InvalidPolicyException(policy.origin(), faults.all());
    }

    /** Frees the sessions that idle, for an engine that is not asked any more or seldom. */
    public void rest() {
        sessions.clear();
    }

    private void requireCurrency(FailureContext context) {
        if (context == null) {
            throw new IllegalArgumentException("context must be given, but was null");
        }
        CurrencyUnit currency = policy.policy().currency();
        if (!context.currency().equals(currency)) {
            throw new IllegalArgumentException(
                    "customer.lifetimeValue must be in " + currency + ", the currency of the policy, but was "
                            + context.customer().lifetimeValue());
        }
    }
}
