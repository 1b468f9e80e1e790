package org.recoveryrules.drools.live;

import java.util.Optional;
import org.recoveryrules.api.PolicyIdentity;

/**
 * A policy that decides beside the one that serves, for comparison alone.
 *
 * @param policy the policy
 * @param running whether it is still asked
 * @param compared how many of its decisions were compared, 0 or more
 * @param differing how many of these were others than those that served, 0 or more
 * @param dropped how many contexts it was not asked about, since they came faster than it decided, 0 or more
 * @param failure why it is not asked any more, if it failed; never a customer's data
 */
public record Staged(
        PolicyIdentity policy,
        boolean running,
        long compared,
        long differing,
        long dropped,
        Optional<String> failure) {}
