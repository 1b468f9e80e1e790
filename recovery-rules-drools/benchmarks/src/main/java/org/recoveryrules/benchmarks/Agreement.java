package org.recoveryrules.benchmarks;

import java.util.Comparator;
import java.util.List;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Step;

/** What of a decision all contenders must have alike. */
public final class Agreement {
    private static final Comparator<FollowUp> BY_TEXT = Comparator.comparing(FollowUp::toString);

    private Agreement() {}

    /**
     * A decision without what the contenders need not agree about: the reasons, the order of words within a step and of
     * follow-ups, and the policy's digest, which only recovery-rules knows.
     */
    public static List<Object> plain(RecoveryDecision decision) {
        return List.of(
                decision.paradox(),
                decision.questions(),
                decision.doubleDeviation(),
                decision.approach(),
                decision.remedies(),
                decision.authority(),
                decision.humanReview(),
                decision.steps().stream().map(Agreement::sorted).toList(),
                decision.followUps().stream().sorted(BY_TEXT).toList(),
                decision.total(),
                decision.gestureTotal(),
                decision.policy().name(),
                decision.policy().version());
    }

    /** Ends everything if two do not decide alike about a failure. */
    public static void require(Contender ours, Contender other, FailureContext context) {
        List<Object> expected = plain(ours.decide(context));
        List<Object> decided = plain(other.decide(context));
        if (!decided.equals(expected)) {
            throw new IllegalStateException(other.name() + " must decide like " + ours.name() + " about " + context
                    + ": " + expected + ", but decided " + decided);
        }
    }

    private static Step sorted(Step step) {
        return new Step(step.kind(), step.words().stream().sorted().toList());
    }
}
