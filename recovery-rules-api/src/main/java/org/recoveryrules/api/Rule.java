package org.recoveryrules.api;

/**
 * One rule of a policy, as it speaks of itself.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component is null or blank.
 *
 * @param id its name: topic, dot, what it says ({@code paradox.severe-failure})
 * @param because why, in words that can be said to the customer
 * @param source where it comes from
 */
public record Rule(String id, String because, String source) {
    public Rule {
        Require.text(id, "rule.id");
        Require.text(because, "rule.because");
        Require.text(source, "rule.source");
    }
}
