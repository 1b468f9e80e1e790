package org.recoveryrules.drools.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;

/**
 * Two decisions about the same failure by two policies.
 *
 * @param context what was known
 * @param served by the policy that served
 * @param staged by the one that is staged
 * @param components the components of the decision that differ, in their order: {@code paradox}, {@code remedies} …
 */
public record ShadowDifference(
        FailureContext context, RecoveryDecision served, RecoveryDecision staged, List<String> components) {
    private static final Map<String, Function<RecoveryDecision, Object>> COMPONENTS = new LinkedHashMap<>();

    static {
        COMPONENTS.put("paradox", RecoveryDecision::paradox);
        COMPONENTS.put("questions", RecoveryDecision::questions);
        COMPONENTS.put("doubleDeviation", RecoveryDecision::doubleDeviation);
        COMPONENTS.put("approach", RecoveryDecision::approach);
        COMPONENTS.put("remedies", RecoveryDecision::remedies);
        COMPONENTS.put("authority", RecoveryDecision::authority);
        COMPONENTS.put("humanReview", RecoveryDecision::humanReview);
        COMPONENTS.put("steps", RecoveryDecision::steps);
        COMPONENTS.put("followUps", RecoveryDecision::followUps);
        COMPONENTS.put("total", RecoveryDecision::total);
        COMPONENTS.put("gestureTotal", RecoveryDecision::gestureTotal);
        COMPONENTS.put("reasons", RecoveryDecision::reasons);
    }

    public ShadowDifference {
        components = List.copyOf(components);
    }

    /** Compares two decisions in all but the policy that made them; no components where they are equal. */
    static ShadowDifference of(FailureContext context, RecoveryDecision served, RecoveryDecision staged) {
        List<String> components = new ArrayList<>();
        COMPONENTS.forEach((name, component) -> {
            if (!component.apply(served).equals(component.apply(staged))) {
                components.add(name);
            }
        });
        return new ShadowDifference(context, served, staged, components);
    }
}
