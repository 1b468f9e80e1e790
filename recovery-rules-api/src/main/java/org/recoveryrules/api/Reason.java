package org.recoveryrules.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule that shaped the decision. What the settlement did speaks too, under ids that begin with {@code settlement.}.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component or a fact is null, or a text is blank.
 *
 * @param rule the id of the rule
 * @param because why, in words that can be said to the customer
 * @param source where the rule comes from
 * @param facts the values of the components that its conditions name, by component ({@code failure.severity}): constants,
 *     numbers, booleans, money, durations, and sets and lists of them, in the given order
 */
public record Reason(String rule, String because, String source, Map<String, Object> facts) {
    public Reason {
        Require.text(rule, "reasons.rule");
        Require.text(because, "reasons.because");
        Require.text(source, "reasons.source");
        Require.given(facts, "reasons.facts").forEach((component, value) -> {
            Require.text(component, "component of reasons.facts");
            if (value == null) {
                throw Require.fault("reasons.facts." + component, "must be given", "null");
            }
        });
        // Most rules read one component; an order is kept where there is one.
        facts = facts.size() < 2 ? Map.copyOf(facts) : Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
