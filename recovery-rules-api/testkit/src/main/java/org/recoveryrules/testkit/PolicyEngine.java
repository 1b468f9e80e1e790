package org.recoveryrules.testkit;

import java.util.Set;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.InvalidPolicyException;

/** An engine whose policies can be tested. Found by {@link java.util.ServiceLoader}. Safe for use by any number of threads. */
public interface PolicyEngine {
    /**
     * Loads a policy.
     *
     * @param policy a folder, or one on the class path: {@code classpath:org/example/policy}
     * @param ruleSets the topics whose rules take part ({@code paradox}); all if empty
     * @return the policy, ready to decide
     * @throws InvalidPolicyException if it cannot be used; it holds all diagnostics
     * @throws IllegalArgumentException if there is no such rule set; the message names those there are
     */
    PolicyUnderTest load(String policy, Set<String> ruleSets);

    /**
     * Writes a context as it stands in a table of cases: the line of its columns, and beneath it the line of its values; the
     * components that have their defaults are left out. What the case shows and what it expects is for people to say.
     *
     * @param context the context
     * @return two lines, to be copied
     */
    String caseLines(FailureContext context);
}
