package org.recoveryrules.drools.live;

import java.util.function.Function;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.policy.CompiledPolicy;

/**
 * A policy that may come to serve.
 *
 * @param origin where it comes from, for messages
 * @param contents what reads its files as they are now
 * @param compiler what compiles it by its profile
 */
public record Candidate(
        String origin, PolicyFiles.Contents contents, Function<CheckedPolicy, CompiledPolicy> compiler) {
    /**
     * Its files as they are now.
     *
     * @throws org.recoveryrules.api.InvalidPolicyException if they cannot be read
     */
    public PolicyFiles read() {
        return PolicyFiles.read(origin, contents);
    }
}
