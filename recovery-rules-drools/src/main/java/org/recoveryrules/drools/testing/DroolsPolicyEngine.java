package org.recoveryrules.drools.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.cases.CaseLine;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.check.PolicyCheck;
import org.recoveryrules.drools.engine.DecisionEngine;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.policy.PolicyCompiler;
import org.recoveryrules.testkit.PolicyEngine;
import org.recoveryrules.testkit.PolicyUnderTest;

/** Tests policies of Drools. A policy on the class path is trusted, one in a folder keeps to the declarative profile. */
public final class DroolsPolicyEngine implements PolicyEngine {
    private static final String CLASS_PATH = "classpath:";
    private static final String STANDARD = "org/recoveryrules/policy/standard";
    private static final int FIRING_BUDGET = 10_000;

    /** Found by name. */
    public DroolsPolicyEngine() {}

    @Override
    public PolicyUnderTest load(String policy, Set<String> ruleSets) {
        if (!policy.startsWith(CLASS_PATH)) {
            Path folder = Path.of(policy);
            CheckedPolicy checked = checked(PolicySource.folder(folder), ruleSets);
            DecisionEngine engine = new DecisionEngine(PolicyCompiler.declarative(checked), FIRING_BUDGET);
            return tried(checked, engine, path -> folder.resolve(path).toUri());
        }
        String folder =
                policy.substring(CLASS_PATH.length()).replaceFirst("^/", "").replaceFirst("/$", "");
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        CheckedPolicy checked = checked(PolicySource.classPath(folder, loader), ruleSets);
        DecisionEngine engine = new DecisionEngine(PolicyCompiler.trusted(checked), FIRING_BUDGET);
        return tried(checked, engine, path -> classPath(folder + "/" + path));
    }

    private static PolicyUnderTest tried(CheckedPolicy checked, DecisionEngine engine, Function<String, URI> location) {
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
        CheckedPolicy checked =
                PolicyCheck.check(files(source), () -> files(PolicySource.classPath(STANDARD)), Optional.empty());
        return ruleSets.isEmpty() ? checked : new RuleSets(ruleSets).of(checked);
    }

    private static PolicyFiles files(PolicySource source) {
        String origin = source.toString();
        try {
            return new PolicyFiles(origin, source.read());
        } catch (IOException e) {
            Faults faults = new Faults();
            faults.add(Place.of(origin), Code.POLICY_UNREADABLE, String.valueOf(e.getMessage()));
            throw new InvalidPolicyException(origin, faults.all());
        }
    }

    @Override
    public String caseLines(FailureContext context) {
        Map<String, String> cells = CaseLine.cells(context);
        List<String> columns = new ArrayList<>(cells.keySet());
        return String.join(",", columns) + "\n" + CaseLine.line(columns, cells);
    }
}
