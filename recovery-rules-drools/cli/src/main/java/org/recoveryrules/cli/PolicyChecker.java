package org.recoveryrules.cli;

import java.util.List;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;

/** Finds all that is to be said about a policy, errors and warnings, in file order. */
@FunctionalInterface
interface PolicyChecker {
    List<Diagnostic> check(PolicySource policy);

    /** What loading the policy says of it. */
    static List<Diagnostic> byLoading(PolicySource policy) {
        try {
            DroolsRecoveryAdvisor.builder().policy(policy).build().close();
            return List.of();
        } catch (InvalidPolicyException e) {
            return e.diagnostics();
        }
    }
}
