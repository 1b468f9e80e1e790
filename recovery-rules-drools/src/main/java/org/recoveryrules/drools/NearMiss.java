package org.recoveryrules.drools;

import java.util.List;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.syntax.Call;
import org.recoveryrules.drools.syntax.Constant;

/**
 * A rule that did not shape a decision, and what kept it from that.
 *
 * @param rule the rule
 * @param about what it would have shaped
 * @param obstacles the fewest fields that would have had to be otherwise, in the order of its condition; none where it
 *     fired and nothing came of it: what it offers is withheld, owed already, cut away by the cap, or worth nothing
 */
public record NearMiss(Rule rule, About about, List<Obstacle> obstacles) {
    public NearMiss {
        obstacles = List.copyOf(obstacles);
    }

    /** What a rule shapes. */
    public enum About {
        /** The verdict: barriers, and questions that leave it open. */
        VERDICT,
        /** What makes whole. */
        RESTORATION,
        /** Goodwill beyond that, its cap, and what is withheld. */
        GESTURE,
        /** Words. */
        COMMUNICATION,
        /** Limits, escalations and reviews. */
        AUTHORITY,
        /** Posture, questions, steps and follow-ups. */
        CONVERSATION;

        /** What a consequence shapes. */
        static About of(Call call) {
            return switch (call.name().text()) {
                case "barrier", "doubleDeviation" -> VERDICT;
                case "ask" -> Question.valueOf(constant(call, 0)).concernsVerdict() ? VERDICT : CONVERSATION;
                case "offer" -> ofOffer(call);
                case "offerRequested", "withholdGestures", "cap" -> GESTURE;
                case "withhold" -> RemedyKind.valueOf(constant(call, 0)).isWords() ? COMMUNICATION : GESTURE;
                case "holdRestoration" -> RESTORATION;
                case "limit", "escalate", "review" -> AUTHORITY;
                default -> CONVERSATION;
            };
        }

        private static About ofOffer(Call call) {
            boolean words = RemedyKind.valueOf(constant(call, 0)).isWords();
            return words ? COMMUNICATION : constant(call, 1).equals(RESTORATION.name()) ? RESTORATION : GESTURE;
        }

        private static String constant(Call call, int argument) {
            return ((Constant) call.arguments().get(argument)).constant();
        }
    }

    /**
     * A field that would have had to be otherwise.
     *
     * @param component the field, {@code failure.severity}
     * @param value what it is
     * @param needed what it would have had to be, in words
     */
    public record Obstacle(String component, Object value, String needed) {}
}
