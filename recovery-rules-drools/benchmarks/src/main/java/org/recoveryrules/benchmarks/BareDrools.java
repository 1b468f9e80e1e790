package org.recoveryrules.benchmarks;

import java.util.Map;
import java.util.function.Supplier;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieBuilder.ProjectType;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message.Level;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.kie.api.runtime.conf.KeepReferenceOption;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.internal.conf.ConstraintJittingThresholdOption;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.drools.rules.Findings;

/** Drools without recovery-rules, given the same rule files. */
public final class BareDrools {
    private static final String GLOBAL = "findings";

    private BareDrools() {}

    /** As its manual shows it: nothing is set, each decision has a new session. */
    static Contender asInTheManual(String name) {
        KieBase rules = container(StandardPolicy.read().ruleFiles()).getKieBase();
        return new MatchingContender(name, () -> new Matching(rules::newKieSession));
    }

    /**
     * In the fastest way that was found: rules are an executable model, nobody else may change them or use the session,
     * matches fire without waiting on an agenda, and each thread has a pool of sessions of its own. One session that is
     * reset after each decision is as fast. One whose facts are taken back is as well, but where matches fire directly it
     * keeps some of each decision for good. With an agenda, with new sessions or without a model it is slower; with other
     * thresholds of the indexes of conditions it makes no difference. All facts go in: there is none that no rule reads.
     */
    static Contender atItsBest(String name) {
        Map<String, String> ruleFiles = StandardPolicy.read().ruleFiles();
        return new MatchingContender(name, atItsBest(ruleFiles, ExecutableModelProject.class));
    }

    /**
     * The same of any rule files, but without a model, which takes minutes to build of a thousand rules: they are compiled
     * once, conditions at first use, and each matcher has sessions of its own.
     *
     * @param ruleFiles texts by path
     * @throws IllegalArgumentException if they do not compile
     */
    public static Supplier<Matcher> atItsBest(Map<String, String> ruleFiles) {
        return atItsBest(ruleFiles, DrlProject.class);
    }

    private static Supplier<Matcher> atItsBest(Map<String, String> ruleFiles, Class<? extends ProjectType> as) {
        KieServices services = KieServices.get();
        KieBaseConfiguration fixed = services.newKieBaseConfiguration();
        fixed.setOption(KieBaseMutabilityOption.DISABLED);
        fixed.setOption(ConstraintJittingThresholdOption.get(0));
        KieBase rules = container(ruleFiles, as).newKieBase(fixed);
        KieSessionConfiguration confined = services.newKieSessionConfiguration();
        confined.setOption(ThreadSafeOption.NO);
        confined.setOption(KeepReferenceOption.NO);
        confined.setOption(DirectFiringOption.YES);
        return () -> {
            KieSessionsPool pool = rules.newKieSessionsPool(1);
            return new Matching(() -> pool.newKieSession(confined));
        };
    }

    /**
     * Compiles rule files as the manual shows it.
     *
     * @param ruleFiles texts by path
     * @throws IllegalArgumentException if they do not compile
     */
    public static KieContainer container(Map<String, String> ruleFiles) {
        return container(ruleFiles, DrlProject.class);
    }

    private static KieContainer container(Map<String, String> ruleFiles, Class<? extends ProjectType> as) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        ruleFiles.forEach((path, text) -> files.write("src/main/resources/" + path, text));
        KieBuilder builder = services.newKieBuilder(files).buildAll(as);
        if (builder.getResults().hasMessages(Level.ERROR)) {
            throw new IllegalArgumentException("rule files must compile, but: " + builder.getResults());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId());
    }

    /** Takes a session for each decision. */
    private static final class Matching implements Matcher {
        private final Supplier<KieSession> sessions;
        private @Nullable KieSession session;

        Matching(Supplier<KieSession> sessions) {
            this.sessions = sessions;
        }

        @Override
        public void first(FailureContext context, Findings findings) {
            session = sessions.get();
            session.setGlobal(GLOBAL, findings);
            session.insert(context.failure());
            session.insert(context.history());
            session.insert(context.customer());
            session.insert(context.claim());
            session.insert(context.handling());
            session.insert(context.area());
            session.fireAllRules();
        }

        @Override
        public void second(FailureContext context, ParadoxAssessment assessment, Findings findings) {
            session.insert(assessment);
            session.fireAllRules();
            session.dispose();
        }
    }
}
