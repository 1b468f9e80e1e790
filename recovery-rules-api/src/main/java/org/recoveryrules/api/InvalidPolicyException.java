package org.recoveryrules.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A policy that cannot be used. It never serves a decision; one that served before goes on serving. */
public final class InvalidPolicyException extends RecoveryRulesException {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Diagnostic> diagnostics;

    /**
     * States all that is wrong with a policy.
     *
     * @param policy the policy's name, or where it comes from
     * @param diagnostics all diagnostics, in file order; not empty
     * @throws IllegalArgumentException if an argument or an element is null, the policy is blank or there are no
     *     diagnostics
     */
    public InvalidPolicyException(String policy, List<Diagnostic> diagnostics) {
        super(message(Require.text(policy, "policy"), Require.list(diagnostics, "diagnostics")), null);
        this.diagnostics = new ArrayList<>(diagnostics);
    }

    /**
     * All that is wrong.
     *
     * @return all diagnostics, in file order; not empty
     */
    public List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    private static String message(String policy, List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            throw Require.fault("diagnostics", "must not be empty", diagnostics);
        }
        return diagnostics.stream()
                .map(Diagnostic::toString)
                .collect(Collectors.joining("\n  ", "policy " + policy + " cannot be used:\n  ", ""));
    }
}
