package org.recoveryrules.drools.policy;

import java.util.Map;
import java.util.Optional;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.joda.money.CurrencyUnit;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.CompositeKnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.PolicyIdentity;

/** Compiles the files of a policy. */
public final class PolicyCompiler {
    private PolicyCompiler() {}

    /**
     * Compiles a policy.
     *
     * @param files its files
     * @param currency the currency in which it decides instead of its own, if any
     * @return the policy, ready for sessions
     * @throws org.recoveryrules.api.InvalidPolicyException if anything is wrong with it
     */
    public static CompiledPolicy compile(PolicyFiles files, Optional<CurrencyUnit> currency) {
        Diagnostics diagnostics = new Diagnostics(files.origin());
        PolicySettings settings = PolicySettings.read(files, diagnostics);
        RuleFiles ruleFiles = RuleFiles.parse(files, settings.amounts().keySet(), diagnostics);
        KieBase kieBase = compile(ruleFiles, diagnostics);
        Policy policy = new Policy(
                new PolicyIdentity(settings.name(), settings.version(), files.digest()),
                currency.orElse(settings.currency()),
                settings.lookBack(),
                ruleFiles.rules().values().stream().map(PolicyRule::rule).toList());
        return new CompiledPolicy(
                files.origin(),
                policy,
                kieBase,
                Map.copyOf(ruleFiles.rules()),
                settings.amounts(),
                settings.settlement());
    }

    /**
     * Builds straight from the parsed rules, without a KieContainer: nothing is registered anywhere, so an abandoned
     * version is garbage.
     */
    private static KieBase compile(RuleFiles ruleFiles, Diagnostics diagnostics) {
        ClassLoader loader = PolicyCompiler.class.getClassLoader();
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, loader));
        CompositeKnowledgeBuilder allAtOnce = builder.batch();
        ruleFiles.packages().forEach((path, parsed) -> {
            Resource resource = ResourceFactory.newDescrResource(parsed).setSourcePath(path);
            allAtOnce.add(resource, ResourceType.DESCR);
        });
        allAtOnce.build();
        builder.getErrors().forEach(error -> addTo(diagnostics, error, ruleFiles));
        diagnostics.throwIfAny();
        KieBaseConfiguration configuration = RuleBaseFactory.newKnowledgeBaseConfiguration(null, loader);
        configuration.setOption(KieBaseMutabilityOption.DISABLED);
        InternalKnowledgeBase kieBase = KnowledgeBaseFactory.newKnowledgeBase(configuration);
        kieBase.addPackages(builder.getKnowledgePackages());
        return kieBase;
    }

    private static void addTo(Diagnostics diagnostics, KnowledgeBuilderError error, RuleFiles ruleFiles) {
        Resource resource = error.getResource();
        String file = resource == null ? "?" : String.valueOf(resource.getSourcePath());
        int line = Diagnostics.first(error.getLines());
        diagnostics.add(
                file,
                line > 0 ? line : ruleFiles.lineOfCondition(file, error.getMessage()),
                0,
                "does-not-compile",
                error.getMessage());
    }
}
