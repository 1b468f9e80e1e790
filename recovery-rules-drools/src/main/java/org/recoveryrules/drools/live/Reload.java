package org.recoveryrules.drools.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.PolicyIdentity;

/**
 * What came of loading a policy, of trying to, or of going back to an earlier version.
 *
 * @param outcome what came of it
 * @param serving the policy that serves from then on
 * @param diagnostics all that can be said of the policy that was read, in file order: errors where it may not serve,
 *     warnings where it does; none where nothing was read, or nothing but what serves already
 * @param at when it was over, by the clock of the system, for people to read
 * @param took how long it took, 0 or more
 */
public record Reload(Outcome outcome, PolicyIdentity serving, List<Diagnostic> diagnostics, Instant at, Duration took) {
    /** What came of it. */
    public enum Outcome {
        /** What was read serves. */
        LOADED,
        /** What was read is what serves already. */
        UNCHANGED,
        /** What was read may not serve, or could not be read; what served before goes on serving. */
        REFUSED,
        /** What was read at the start may not serve, or could not be read; the fallback serves. */
        FELL_BACK,
        /** An earlier version serves again. */
        ROLLED_BACK
    }

    public Reload {
        diagnostics = List.copyOf(diagnostics);
    }
}
