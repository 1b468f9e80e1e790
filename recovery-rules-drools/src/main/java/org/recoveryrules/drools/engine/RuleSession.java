package org.recoveryrules.drools.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.ConsequenceException;
import org.recoveryrules.api.BudgetExceededException;
import org.recoveryrules.api.DeadlineExceededException;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.RuleFailureException;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.rules.Findings;

/**
 * One Drools session for the rules beyond the declarative profile, used for one decision after another. Confined to the thread
 * that leased it.
 */
final class RuleSession {
    private static final String GLOBAL = "findings";
    private static final Pattern RULE_IN_MESSAGE = Pattern.compile("Rule \"([^\"]+)\"");
    /** Of the matches of a decision that exceeded its budget, the last so many name the rules that went on firing; of one that
     * was late, those of the second half of its time. */
    private static final int TAIL = 100;

    private final StatefulKnowledgeSessionImpl session;
    private final Budget budget;
    private final long nanosAllowed;

    RuleSession(StatefulKnowledgeSessionImpl session, Budget budget) {
        this.session = session;
        this.budget = budget;
        this.nanosAllowed = budget.deadline().toNanos();
    }

    /**
     * Fires the rules in two steps: on the context alone, then with the paradox assessment as a fact.
     *
     * @param assessing assesses the paradox once the first step is done
     * @return the assessment
     */
    ParadoxAssessment fire(
            FailureContext context,
            RecordedFindings findings,
            CompiledPolicy policy,
            Supplier<ParadoxAssessment> assessing) {
        MatchCounter counter = new MatchCounter(findings::speaks, match -> true);
        try {
            fire(context, findings, counter);
            ParadoxAssessment assessment = assessing.get();
            findings.assessed();
            session.insert(assessment);
            counter.fireAll();
            session.reset();
            return assessment;
        } catch (BudgetExceededException | DeadlineExceededException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failed(ruleAtFault(e, findings, policy), context, e);
        }
    }

    /** Fires one rule alone in the same two steps, the second with a given assessment. */
    void fire(String rule, FailureContext context, ParadoxAssessment assessment, Findings findings) {
        MatchCounter counter = new MatchCounter(
                speaker -> {}, match -> match.getRule().getName().equals(rule));
        try {
            fire(context, findings, counter);
            session.insert(assessment);
            counter.fireAll();
            session.reset();
        } catch (BudgetExceededException | DeadlineExceededException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failed(rule, context, e);
        }
    }

    private void fire(FailureContext context, Findings findings, MatchCounter counter) {
        session.setGlobal(GLOBAL, findings);
        session.addEventListener(counter);
        session.insert(context.failure());
        session.insert(context.history());
        session.insert(context.customer());
        session.insert(context.claim());
        session.insert(context.handling());
        session.insert(context.area());
        counter.fireAll();
    }

    private static RuleFailureException failed(String rule, FailureContext context, RuntimeException failure) {
        Throwable thrown =
                failure instanceof ConsequenceException && failure.getCause() != null ? failure.getCause() : failure;
        return new RuleFailureException(rule, context.digest(), thrown);
    }

    void dispose() {
        session.dispose();
    }

    /** A consequence fails while its rule speaks; of a condition the failure tells the rule or else the text. */
    private static String ruleAtFault(RuntimeException failure, RecordedFindings findings, CompiledPolicy policy) {
        if (failure instanceof ConsequenceException) {
            return findings.rule();
        }
        StringBuilder told = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            told.append(cause.getMessage()).append('\n');
        }
        Matcher named = RULE_IN_MESSAGE.matcher(told);
        return named.find() ? named.group(1) : ruleByCondition(told.toString(), policy);
    }

    private static String ruleByCondition(String told, CompiledPolicy policy) {
        return policy.rules().values().stream()
                .filter(rule -> rule.conditions().stream().anyMatch(told::contains))
                .map(rule -> rule.rule().id())
                .min(Comparator.naturalOrder())
                .orElse("unknown");
    }

    /** Tells which rule speaks, and stops the rules at the end of the budget. */
    private final class MatchCounter extends DefaultAgendaEventListener {
        private final Consumer<String> speaks;
        private final AgendaFilter filter;
        private final Set<String> lastToFire = new TreeSet<>();
        private final long start = System.nanoTime();
        private int fired;
        private boolean late;

        MatchCounter(Consumer<String> speaks, AgendaFilter filter) {
            this.speaks = speaks;
            this.filter = filter;
        }

        /** Fires until nothing is left to fire, since a rule may halt the session halfway. */
        void fireAll() {
            int before;
            do {
                before = fired;
                session.fireAllRules(filter, budget.matches() - fired + 1);
                if (fired > budget.matches()) {
                    throw new BudgetExceededException(budget.matches(), List.copyOf(lastToFire));
                }
                if (late) {
                    throw new DeadlineExceededException(budget.deadline(), List.copyOf(lastToFire));
                }
            } while (fired > before);
        }

        /**
         * The clock is read here, in the thread that decides, since a session can be stopped between two matches only: a
         * watchdog in a thread of its own could do no more.
         */
        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            String rule = event.getMatch().getRule().getName();
            speaks.accept(rule);
            long remaining = start + nanosAllowed - System.nanoTime();
            if (++fired > budget.matches() - TAIL || remaining < nanosAllowed / 2) {
                lastToFire.add(rule);
            }
            if (remaining < 0) {
                late = true;
                session.halt();
            }
        }
    }
}
