package org.recoveryrules.drools.testing;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.cases.CaseLine;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.check.PolicyCheck;
import org.recoveryrules.drools.engine.DecisionEngine;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.policy.PolicyCompiler;
import org.recoveryrules.testkit.PolicyEngine;
import org.recoveryrules.testkit.PolicyUnderTest;

/** Tests policies of Drools. A policy on the class path is trusted, one in a folder keeps to the declarative profile. */
public final class DroolsPolicyEngine implements PolicyEngine {
    private static final String CLASS_PATH = "classpath:";

    /** Found by name. */
    public DroolsPolicyEngine() {}

    @Override
    public PolicyUnderTest load(String policy, Set<String> ruleSets) {
        if (!policy.startsWith(CLASS_PATH)) {
            Path folder = Path.of(policy);
            CheckedPolicy checked = checked(PolicySource.folder(folder), ruleSets);
            return tried(
                    checked,
                    PolicyCompiler.declarative(checked),
                    path -> folder.resolve(path).toUri());
        }
        String folder =
                policy.substring(CLASS_PATH.length()).replaceFirst("^/", "").replaceFirst("/$", "");
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        CheckedPolicy checked = checked(PolicySource.classPath(folder, loader), ruleSets);
        return tried(checked, PolicyCompiler.trusted(checked), path -> classPath(folder + "/" + path));
    }

    private static PolicyUnderTest tried(
            CheckedPolicy checked, CompiledPolicy compiled, Function<String, URI> location) {
        DecisionEngine engine = new DecisionEngine(compiled, DecisionEngine.FIRING_BUDGET);
        engine.warmUp();
        return new DroolsPolicyUnderTest(checked, engine, location);
    }

    private static URI classPath(String path) {
        try {
            return new URI("classpath", null, "/" + path, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + path + "' is no path on the class path", e);
        }
    }

    private static CheckedPolicy checked(PolicySource source, Set<String> ruleSets) {
        CheckedPolicy checked = PolicyCheck.check(
                files(source), () -> files(PolicySource.classPath(PolicyFiles.STANDARD)), Optional.empty());
        return ruleSets.isEmpty() ? checked : new RuleSets(ruleSets).of(checked);
    }

    private static PolicyFiles files(PolicySource source) {
        return PolicyFiles.read(source.toString(), source::read);
    }

    @Override
    public String caseLines(FailureContext context) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("case", "say what this shows");
        cells.putAll(CaseLine.cells(context));
        List<String> columns = new ArrayList<>(cells.keySet());
        return String.join(",", columns) + "\n" + CaseLine.line(columns, cells);
    }
}
