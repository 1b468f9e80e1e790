package org.recoveryrules.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.AnnotationSupport;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.InvalidPolicyException;

/**
 * The policy that a test class wants. Equal ones need be loaded only once.
 *
 * @param policy a folder, or {@code classpath:} and a folder there
 * @param ruleSets the topics that take part; all if empty
 */
record WantedPolicy(String policy, Set<String> ruleSets) {
    private static final String CLASS_PATH = "classpath:";

    /** What a class wants, or else a superclass or the class around it. */
    static Optional<WantedPolicy> of(Class<?> testClass) {
        for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
            Optional<WantedPolicy> wanted = AnnotationSupport.findAnnotation(type, RecoveryPolicyTest.class)
                    .map(test -> new WantedPolicy(test.value(), Set.copyOf(List.of(test.ruleSets()))));
            if (wanted.isPresent()) {
                return wanted;
            }
        }
        return Optional.empty();
    }

    /** Loads it; an invalid one fails with all that is wrong with it. */
    PolicyUnderTest load() {
        if (!policy.startsWith(CLASS_PATH) && !Files.isDirectory(Path.of(policy))) {
            throw new IllegalArgumentException(
                    "there is no folder '" + policy + "' in " + Path.of("").toAbsolutePath()
                            + "; for one on the class path write " + CLASS_PATH + "org/example/policy");
        }
        try {
            return engine().load(policy, ruleSets);
        } catch (InvalidPolicyException e) {
            throw new AssertionError(describe(e), e);
        }
    }

    private String describe(InvalidPolicyException invalid) {
        return invalid.diagnostics().stream()
                .map(Diagnostic::describe)
                .collect(Collectors.joining("\n\n", "policy " + policy + " cannot be used:\n\n", "\n"));
    }

    /** The one engine on the class path. */
    static PolicyEngine engine() {
        return only(ServiceLoader.load(PolicyEngine.class).stream()
                .map(Provider::get)
                .toList());
    }

    static PolicyEngine only(List<PolicyEngine> engines) {
        if (engines.isEmpty()) {
            throw new IllegalStateException("there is no engine on the class path; add"
                    + " org.recoveryrules:recovery-rules-drools to the dependencies of the tests");
        }
        if (engines.size() > 1) {
            throw new IllegalStateException("there are several engines on the class path, and one is needed: "
                    + engines.stream()
                            .map(engine -> engine.getClass().getName())
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return engines.get(0);
    }
}
