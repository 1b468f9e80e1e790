package org.recoveryrules.drools.policy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.CompositeKnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.ParallelRulesBuildThresholdOption;
import org.kie.internal.concurrent.ExecutorProviderFactory;
import org.kie.internal.conf.ConstraintJittingThresholdOption;
import org.kie.internal.io.ResourceFactory;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.drools.cases.CaseTable;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.OwnThread;
import org.recoveryrules.drools.match.DeclaredRules;
import org.recoveryrules.drools.syntax.RuleFile;

/** Compiles a policy that was read and checked. */
public final class PolicyCompiler {
    private static final ClassLoader LOADER = PolicyCompiler.class.getClassLoader();
    /** No faster with several: ECJ takes most of the time, and takes a package at a time. */
    private static final int IN_THIS_THREAD = -1;
    /** So that the thread that tries the policy compiles its conditions, and none does in the background later. */
    private static final int AT_FIRST_USE = 0;

    private final CheckedPolicy checked;
    private final Faults faults = new Faults();
    private final Map<String, PolicyRule> rules = new TreeMap<>();
    private final TrustedRules trusted;

    private PolicyCompiler(CheckedPolicy checked) {
        this.checked = checked;
        this.trusted = new TrustedRules(rules, checked.amounts().keySet(), faults);
    }

    /**
     * Compiles a policy of the declarative profile.
     *
     * @param checked the policy
     * @return the policy, ready for sessions
     * @throws InvalidPolicyException if anything is wrong with it
     */
    public static CompiledPolicy declarative(CheckedPolicy checked) {
        if (!checked.errors().isEmpty()) {
            throw new InvalidPolicyException(checked.origin(), checked.errors());
        }
        PolicyCompiler compiler = new PolicyCompiler(checked);
        checked.ruleFiles().forEach(compiler::declare);
        return compiler.compile();
    }

    /**
     * Compiles a policy that is trusted like code: a rule file that keeps to the declarative profile is compiled as
     * such, any other is left to Drools.
     *
     * @param checked the policy
     * @return the policy, ready for sessions
     * @throws InvalidPolicyException if Drools refuses a rule file, or anything is wrong with the settings
     */
    public static CompiledPolicy trusted(CheckedPolicy checked) {
        PolicyCompiler compiler = new PolicyCompiler(checked);
        compiler.faults.addAll(checked.errors().stream()
                .filter(compiler::concernsMoreThanRules)
                .toList());
        for (RuleFile file : checked.ruleFiles()) {
            String path = file.source().file();
            if (checked.errors().stream()
                    .noneMatch(error -> error.place().file().equals(path))) {
                compiler.declare(file);
            }
        }
        for (RuleFile file : checked.ruleFiles()) {
            String path = file.source().file();
            if (checked.errors().stream().anyMatch(error -> error.place().file().equals(path))) {
                compiler.trusted.add(file.source());
            }
        }
        return compiler.compile();
    }

    /** Whether an error is left to nobody: of the settings, or of rules that could not be read and would be missing. */
    private boolean concernsMoreThanRules(Diagnostic error) {
        String path = error.place().file();
        boolean aside = CaseTable.isCases(path) || error.code().equals(Code.FILE_UNKNOWN.toString());
        return error.code().equals(Code.FILE_EMPTY.toString())
                || !aside
                        && checked.ruleFiles().stream()
                                .noneMatch(file -> file.source().file().equals(path));
    }

    private void declare(RuleFile file) {
        file.rules().stream()
                .filter(rule -> !checked.isLeftOut(file, rule))
                .forEach(rule -> rules.put(rule.name().text(), PolicyRule.of(file.source(), rule)));
    }

    private CompiledPolicy compile() {
        Optional<KieBase> trustedRules = trusted.packages().isEmpty() ? Optional.empty() : Optional.of(build());
        requireNoErrors();
        DeclaredRules declared = new DeclaredRules(CompiledPolicy.declaredRules(rules));
        Policy policy = new Policy(
                new PolicyIdentity(checked.settings().name(), checked.settings().version(), checked.digest()),
                checked.currency(),
                checked.settings().lookBack(),
                rules.values().stream().map(PolicyRule::rule).toList());
        return new CompiledPolicy(
                checked.origin(),
                policy,
                Map.copyOf(rules),
                declared,
                trustedRules,
                checked.amounts(),
                checked.settings().settlement());
    }

    /**
     * Builds straight from the parsed rules, without a KieContainer: nothing is registered anywhere, so an abandoned
     * version is garbage.
     */
    private KieBase build() {
        KnowledgeBuilder builder = OwnThread.call(this::compileRules);
        builder.getErrors().forEach(this::addFault);
        requireNoErrors();
        return OwnThread.call(() -> kieBase(builder));
    }

    private void requireNoErrors() {
        if (!faults.errors().isEmpty()) {
            throw new InvalidPolicyException(checked.origin(), faults.errors());
        }
    }

    private KnowledgeBuilder compileRules() {
        KnowledgeBuilderConfiguration configuration =
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, LOADER);
        configuration.setOption(ParallelRulesBuildThresholdOption.get(IN_THIS_THREAD));
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(configuration);
        CompositeKnowledgeBuilder allAtOnce = builder.batch();
        trusted.packages().forEach((path, parsed) -> add(allAtOnce, path, parsed));
        build(allAtOnce);
        return builder;
    }

    /** Where Drools fails at rules instead of telling what is wrong with them. */
    private void build(CompositeKnowledgeBuilder allAtOnce) {
        try {
            allAtOnce.build();
        } catch (RuntimeException e) {
            faults.add(Place.of(checked.origin()), Code.DOES_NOT_COMPILE, "Drools fails at the rules: " + e);
        } catch (StackOverflowError e) {
            String message = "the rules are nested too deeply for Drools";
            faults.add(Place.of(checked.origin()), Code.DOES_NOT_COMPILE, message, "open fewer brackets");
        }
    }

    private static KieBase kieBase(KnowledgeBuilder builder) {
        KieBaseConfiguration configuration = RuleBaseFactory.newKnowledgeBaseConfiguration(null, LOADER);
        configuration.setOption(KieBaseMutabilityOption.DISABLED);
        configuration.setOption(ConstraintJittingThresholdOption.get(AT_FIRST_USE));
        InternalKnowledgeBase kieBase = KnowledgeBaseFactory.newKnowledgeBase(configuration);
        kieBase.addPackages(builder.getKnowledgePackages());
        letIdleThreadsEnd();
        return kieBase;
    }

    /** Drools wires more than a hundred consequences with threads that it would keep, and with them all classes, for good. */
    private static void letIdleThreadsEnd() {
        if (ExecutorProviderFactory.getExecutorProvider().getExecutor() instanceof ThreadPoolExecutor threads) {
            threads.setKeepAliveTime(1, TimeUnit.SECONDS);
            threads.allowCoreThreadTimeOut(true);
        }
    }

    private static void add(CompositeKnowledgeBuilder builder, String path, PackageDescr descriptor) {
        Resource resource = ResourceFactory.newDescrResource(descriptor).setSourcePath(path);
        builder.add(resource, ResourceType.DESCR);
    }

    private void addFault(KnowledgeBuilderError error) {
        Resource resource = error.getResource();
        String file = resource == null ? checked.origin() : String.valueOf(resource.getSourcePath());
        int line = TrustedRules.first(error.getLines());
        Place place = Place.of(file, line > 0 ? line : trusted.lineOfCondition(file, error.getMessage()));
        faults.add(place, Code.DOES_NOT_COMPILE, error.getMessage(), "");
    }
}
