package org.recoveryrules.benchmarks.peers;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatefulSession;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.RuleSetBuilder;
import org.jspecify.annotations.Nullable;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.benchmarks.Matcher;
import org.recoveryrules.drools.rules.Findings;

/**
 * Evrete with rules in lambdas over one fact, the whole context or the paradox assessment. Of its ways the fastest that was
 * found: stateful sessions that are kept and cleared (a stateless one for each decision takes twice as long), and an
 * executor that works in the thread that calls (its own hands each little task to another thread).
 */
public final class EvreteRules implements Matcher {
    private static final String FACT = "$fact";
    private static final String ITSELF = "itself";

    private final KnowledgeService service =
            KnowledgeService.builder().withExecutor(new InCaller()).build();
    private final StatefulSession first = session(FailureContext.class, PlainRules.ofContext());
    private final StatefulSession second = session(ParadoxAssessment.class, PlainRules.ofAssessment());
    private @Nullable Findings findings;

    @Override
    public void first(FailureContext context, Findings findings) {
        fire(first, context, findings);
    }

    @Override
    public void second(FailureContext context, ParadoxAssessment assessment, Findings findings) {
        fire(second, assessment, findings);
    }

    private void fire(StatefulSession session, Object fact, Findings findings) {
        this.findings = findings;
        session.insertAndFire(fact);
        session.clear();
    }

    private <T> StatefulSession session(Class<T> type, List<PlainRule<T>> rules) {
        Knowledge knowledge = service.newKnowledge();
        knowledge.getTypeResolver().getOrDeclare(type).declareField(ITSELF, type, fact -> fact);
        RuleSetBuilder<Knowledge> builder = knowledge.builder();
        for (PlainRule<T> rule : rules) {
            ValuesPredicate condition = values -> rule.condition().test(values.get(0, type));
            builder.newRule(rule.id())
                    .forEach(FACT, type)
                    .where(condition, FACT + "." + ITSELF)
                    .execute(match -> rule.conclusion().accept(findings));
        }
        return builder.build().newStatefulSession();
    }

    /** Runs each task at once; there is nothing to shut down. */
    private static final class InCaller extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
