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
import org.recoveryrules.drools.engine.Budget;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.live.Candidate;
import org.recoveryrules.drools.live.Gate;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.policy.PolicyCompiler;
import org.recoveryrules.testkit.PolicyEngine;
import org.recoveryrules.testkit.PolicyUnderTest;

/** Tests policies of Drools. A policy on the class path is trusted, one in a folder keeps to the declarative profile. */
public final class DroolsPolicyEngine implements PolicyEngine {
    private static final String CLASS_PATH = "classpath:";
    /** Cases are what is tested here, so that they need not hold before. */
    private static final Gate UNTESTED = new Gate(
            DroolsPolicyEngine::standard,
            Optional.empty(),
            Budget.STANDARD,
            Gate.Cases.ARE_NOT_RUN,
            Gate.Matching.BY_INDEX);

    private static PolicyFiles standard() {
        PolicySource standard = PolicySource.standard();
        return PolicyFiles.read(standard.toString(), standard::read);
    }

    /** Found by name. */
    public DroolsPolicyEngine() {}

    @Override
    public PolicyUnderTest load(String policy, Set<String> ruleSets) {
        if (!policy.startsWith(CLASS_PATH)) {
            Path folder = Path.of(policy);
            return load(
                    PolicySource.folder(folder),
                    PolicyCompiler::declarative,
                    ruleSets,
                    path -> folder.resolve(path).toUri());
        }
        String folder =
                policy.substring(CLASS_PATH.length()).replaceFirst("^/", "").replaceFirst("/$", "");
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return load(
                PolicySource.classPath(folder, loader),
                PolicyCompiler::trusted,
                ruleSets,
                path -> classPath(folder + "/" + path));
    }

    private static PolicyUnderTest load(
            PolicySource source,
            Function<CheckedPolicy, CompiledPolicy> compiler,
            Set<String> ruleSets,
            Function<String, URI> location) {
        Candidate candidate = new Candidate(source.toString(), source::read, compiler);
        PolicyFiles files = candidate.read();
        CheckedPolicy checked = UNTESTED.check(files);
        CheckedPolicy used = ruleSets.isEmpty() ? checked : new RuleSets(ruleSets).of(checked);
        return new DroolsPolicyUnderTest(UNTESTED.pass(files, candidate, used), location);
    }

    private static URI classPath(String path) {
        try {
            return new URI("classpath", null, "/" + path, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + path + "' is no path on the class path", e);
        }
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
