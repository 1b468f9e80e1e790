package org.recoveryrules.drools.engine;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.joda.money.CurrencyUnit;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSessionConfiguration;
import org.recoveryrules.api.BudgetExceededException;
import org.recoveryrules.api.DeadlineExceededException;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RuleFailureException;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.OwnThread;
import org.recoveryrules.drools.match.Cells;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.policy.OwnLoader;
import org.recoveryrules.drools.policy.PolicyRule;
import org.recoveryrules.drools.rules.Findings;
import org.recoveryrules.drools.syntax.RuleNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides by one version of a policy. Safe for use by any number of threads. Needs no closing: nothing outside knows of its
 * sessions, so that they are garbage when it is.
 */
public final class DecisionEngine {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionEngine.class);

    /** A good deal more than it takes for each constant to occur: some rules fail on two of them only. */
    private static final int TRIALS = 240;

    private final CompiledPolicy policy;
    private final Speakers speakers;
    private final RuleMatcher matcher;
    /** For the rules beyond that profile; nothing where there are none. */
    private final Optional<Pool<RuleSession>> sessions;

    /**
     * Prepares to decide.
     *
     * @param policy the policy
     * @param budget how far the rules beyond the declarative profile may go in one decision
     */
    public DecisionEngine(CompiledPolicy policy, Budget budget) {
        this(
                policy,
                new Speakers(policy),
                new DroolsMatcher(OwnThread.call(policy.declared()::network)),
                policy.trusted().map(kieBase -> sessions(kieBase, budget)));
    }

    private DecisionEngine(
            CompiledPolicy policy, Speakers speakers, RuleMatcher matcher, Optional<Pool<RuleSession>> sessions) {
        this.policy = policy;
        this.speakers = speakers;
        this.matcher = matcher;
        this.sessions = sessions;
    }

    /**
     * An engine that decides the same by the same policy, but looks up which rules of the declarative profile hold instead of
     * asking Drools. If the two do not agree on made-up contexts, it asks Drools after all, and says so in the log.
     *
     * @return the faster engine
     */
    public DecisionEngine indexed() {
        for (FailureContext context : WarmUp.contexts(policy.policy().currency(), WarmUp.ALL_CONSTANTS)) {
            Cells before = policy.declared().see(context);
            Cells after = policy.declared().see(before, speakers.assess(matcher.holding(before)));
            if (!isIndexed(before) || !isIndexed(after)) {
                LOG.error("The index of policy {} does not agree with Drools, so Drools is asked", policy.origin());
                return this;
            }
        }
        return new DecisionEngine(policy, speakers, policy.declared()::holding, sessions);
    }

    /**
     * An engine that decides the same, within another budget.
     *
     * @param budget how far the rules beyond the declarative profile may go in one decision
     * @return the engine
     */
    public DecisionEngine within(Budget budget) {
        return new DecisionEngine(
                policy, speakers, matcher, policy.trusted().map(kieBase -> sessions(kieBase, budget)));
    }

    private boolean isIndexed(Cells cells) {
        return policy.declared().holding(cells).equals(matcher.holding(cells));
    }

    /**
     * How many rules are looked up.
     *
     * @return how many of the policy's; 0 if Drools is asked about all of them
     */
    public int indexedRules() {
        return matcher instanceof DroolsMatcher ? 0 : speakers.count();
    }

    private static Pool<RuleSession> sessions(KieBase kieBase, Budget budget) {
        KieSessionConfiguration confined = DroolsMatcher.confined();
        return new Pool<>(
                () -> new RuleSession((StatefulKnowledgeSessionImpl) kieBase.newKieSession(confined, null), budget),
                RuleSession::dispose);
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
        return sessions.map(trusted -> trusted.with(session -> decide(context, session)))
                .orElseGet(() -> decideDeclared(context));
    }

    private RecoveryDecision decideDeclared(FailureContext context) {
        Cells before = policy.declared().see(context);
        BitSet holding = matcher.holding(before);
        ParadoxAssessment assessment = speakers.assess(holding);
        Cells after = policy.declared().see(before, assessment);
        holding.or(matcher.holding(after));
        return Settlement.settle(
                context,
                assessment,
                new Proposals(speakers.of(holding)),
                rule -> speakers.why(rule, context, assessment, after),
                policy);
    }

    private RecoveryDecision decide(FailureContext context, RuleSession session) {
        Cells before = policy.declared().see(context);
        BitSet holding = matcher.holding(before);
        RecordedFindings findings = new RecordedFindings(policy.amounts());
        ParadoxAssessment assessment = session.fire(
                context, findings, policy, () -> Spoken.assess(inOrder(speakers.of(holding), findings.spoken())));
        holding.or(matcher.holding(policy.declared().see(before, assessment)));
        Proposals proposals = new Proposals(inOrder(speakers.of(holding), findings.spoken()));
        return Settlement.settle(
                context,
                assessment,
                proposals,
                rule -> policy.rules().get(rule.rule).reason(context, assessment),
                policy);
    }

    private static List<Spoken> inOrder(List<Spoken> declared, List<Spoken> trusted) {
        List<Spoken> all = new ArrayList<>(declared);
        all.addAll(trusted);
        all.sort(comparing(rule -> rule.rule));
        return all;
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
        Optional<RuleNode> declared = policy.rules().get(rule).declared();
        if (declared.isEmpty()) {
            sessions.orElseThrow().with(session -> {
                session.fire(rule, context, assessment, findings);
                return findings;
            });
        } else if (holds(rule, context, assessment)) {
            new InterpretedCall(declared.get().consequence().orElseThrow()).on(findings);
        }
    }

    private boolean holds(String rule, FailureContext context, ParadoxAssessment assessment) {
        Cells before = policy.declared().see(context);
        BitSet holding = matcher.holding(before);
        holding.or(matcher.holding(policy.declared().see(before, assessment)));
        return speakers.of(holding).stream().anyMatch(spoken -> spoken.rule.equals(rule));
    }

    /**
     * Tries the rules beyond the declarative profile on made-up contexts, so that conditions are compiled, and rules that fail are
     * found, before the first customer waits. Those within it need no trial: none can fail.
     *
     * @throws InvalidPolicyException if a rule fails or the rules exceed the budget
     */
    public void warmUp() {
        if (sessions.isEmpty()) {
            return;
        }
        try {
            OwnLoader.with(() -> WarmUp.contexts(policy.policy().currency(), TRIALS).stream()
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
        matcher.rest();
        sessions.ifPresent(Pool::clear);
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
