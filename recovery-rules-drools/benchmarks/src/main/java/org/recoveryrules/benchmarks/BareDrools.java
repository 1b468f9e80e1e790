package org.recoveryrules.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message.Level;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.kie.api.runtime.conf.KeepReferenceOption;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.conf.ConstraintJittingThresholdOption;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.drools.rules.Findings;

/** Drools without recovery-rules, given the same rule files. */
public final class BareDrools {
    private static final String GLOBAL = "findings";

    private BareDrools() {}

    /** As its manual shows it: nothing is set, each decision has a session of its own. */
    static Contender asInTheManual(String name) {
        KieBase rules = container(StandardPolicy.read().ruleFiles()).getKieBase();
        return new MatchingContender(name, () -> new NewSession(rules));
    }

    /**
     * In the fastest way that was found: nobody else may change the rules or use the session, conditions are compiled at
     * first use, matches fire without waiting on an agenda, and each thread keeps a session from which it takes its facts
     * back. Slower, in this order: the same with the session reset instead; with Drools' pool of sessions; with an agenda;
     * with new sessions. All facts go in: there is none that no rule reads.
     */
    static Contender atItsBest(String name) {
        return new MatchingContender(name, atItsBest(StandardPolicy.read().ruleFiles()));
    }

    /**
     * The same of any rule files: they are compiled once, and each matcher has a session of its own.
     *
     * @param ruleFiles texts by path
     * @throws IllegalArgumentException if they do not compile
     */
    public static Supplier<Matcher> atItsBest(Map<String, String> ruleFiles) {
        KieServices services = KieServices.get();
        KieBaseConfiguration fixed = services.newKieBaseConfiguration();
        fixed.setOption(KieBaseMutabilityOption.DISABLED);
        fixed.setOption(ConstraintJittingThresholdOption.get(0));
        KieBase rules = container(ruleFiles).newKieBase(fixed);
        KieSessionConfiguration confined = services.newKieSessionConfiguration();
        confined.setOption(ThreadSafeOption.NO);
        confined.setOption(KeepReferenceOption.NO);
        confined.setOption(DirectFiringOption.YES);
        return () -> new KeptSession(rules.newKieSession(confined, null));
    }

    /**
     * Compiles rule files as the manual shows it.
     *
     * @param ruleFiles texts by path
     * @throws IllegalArgumentException if they do not compile
     */
    public static KieContainer container(Map<String, String> ruleFiles) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        ruleFiles.forEach((path, text) -> files.write("src/main/resources/" + path, text));
        KieBuilder builder = services.newKieBuilder(files).buildAll(DrlProject.class);
        if (builder.getResults().hasMessages(Level.ERROR)) {
            throw new IllegalArgumentException("rule files must compile, but: " + builder.getResults());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId());
    }

    private static List<Object> facts(FailureContext context) {
        return List.of(
                context.failure(),
                context.history(),
                context.customer(),
                context.claim(),
                context.handling(),
                context.area());
    }

    private static final class NewSession implements Matcher {
        private final KieBase rules;
        private @Nullable KieSession session;

        NewSession(KieBase rules) {
            this.rules = rules;
        }

        @Override
        public void first(FailureContext context, Findings findings) {
            session = rules.newKieSession();
            session.setGlobal(GLOBAL, findings);
            facts(context).forEach(session::insert);
            session.fireAllRules();
        }

        @Override
        public void second(FailureContext context, ParadoxAssessment assessment, Findings findings) {
            session.insert(assessment);
            session.fireAllRules();
            session.dispose();
        }
    }

    private static final class KeptSession implements Matcher {
        private final KieSession session;
        private final List<FactHandle> facts = new ArrayList<>();

        KeptSession(KieSession session) {
            this.session = session;
        }

        @Override
        public void first(FailureContext context, Findings findings) {
            session.setGlobal(GLOBAL, findings);
            facts(context).forEach(fact -> facts.add(session.insert(fact)));
            session.fireAllRules();
        }

        @Override
        public void second(FailureContext context, ParadoxAssessment assessment, Findings findings) {
            facts.add(session.insert(assessment));
            session.fireAllRules();
            facts.forEach(session::delete);
            facts.clear();
        }
    }
}
