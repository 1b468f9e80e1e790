package org.recoveryrules.testkit.properties;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.testkit.PolicyUnderTest;

/**
 * Arbitrary failure contexts, all of them valid. Each shrinks to the simplest: an optional component to its default, one of
 * the core to the mildest (no harm, nothing to be avoided or foreseen, no prior failure, no lifetime value), so that a
 * counterexample differs from the defaults only where it matters.
 *
 * <p>A bare {@code @ForAll FailureContext} is one of {@link #any(PolicyUnderTest)} where a policy is tested, else one of
 * {@link #any(CurrencyUnit)} in US dollars.
 */
public final class FailureContexts {
    private static final double ALWAYS = 1;
    private static final double OFTEN_LEFT_OUT = 0.5;

    private FailureContexts() {}

    /**
     * Contexts in which each constant of a component comes up as often as any other, and each number within what is usual as
     * often as any other: counts up to 10, sums up to 1,000, a lifetime value up to 100,000, a delay up to a week. The
     * price is known in four of five, something is requested in every other one.
     *
     * @param currency the currency of all sums
     * @return contexts
     */
    public static Arbitrary<FailureContext> uniform(CurrencyUnit currency) {
        return new ContextComposition(currency, ALWAYS, (component, range) -> range.anyUsual()).contexts();
    }

    /**
     * Contexts in which each component has its default in every other one at least, and numbers are at the ends of what there
     * can be: the least, one more, the end of what is usual, the most and one less.
     *
     * @param currency the currency of all sums
     * @return contexts
     */
    public static Arbitrary<FailureContext> boundaries(CurrencyUnit currency) {
        return new ContextComposition(currency, OFTEN_LEFT_OUT, (component, range) -> range.anyEnd()).contexts();
    }

    /**
     * Contexts in which each component has its default in every other one at least, and numbers are those with which the rules
     * of a policy compare them, one less and one more: counts by one, sums by the smallest unit of the currency, delays by a
     * second. What no rule compares is as in {@link #uniform(CurrencyUnit)}.
     *
     * @param policy the policy
     * @return contexts in its currency
     */
    public static Arbitrary<FailureContext> thresholds(PolicyUnderTest policy) {
        CurrencyUnit currency = policy.policy().currency();
        Map<String, List<Long>> thresholds = Range.units(policy.thresholds(), currency);
        return new ContextComposition(
                        currency,
                        OFTEN_LEFT_OUT,
                        (component, range) -> thresholds.containsKey(component)
                                ? range.anyNear(thresholds.get(component))
                                : range.anyUsual())
                .contexts();
    }

    /**
     * Contexts where no policy is known: {@linkplain #uniform(CurrencyUnit) uniform} and at
     * {@linkplain #boundaries(CurrencyUnit) boundaries}, as often.
     *
     * @param currency the currency of all sums
     * @return contexts
     */
    public static Arbitrary<FailureContext> any(CurrencyUnit currency) {
        return Arbitraries.oneOf(uniform(currency), boundaries(currency)).withoutEdgeCases();
    }

    /**
     * Contexts for a policy: {@linkplain #uniform(CurrencyUnit) uniform}, at
     * {@linkplain #boundaries(CurrencyUnit) boundaries} and at its {@linkplain #thresholds(PolicyUnderTest) thresholds}, as
     * often.
     *
     * @param policy the policy
     * @return contexts in its currency
     */
    public static Arbitrary<FailureContext> any(PolicyUnderTest policy) {
        CurrencyUnit currency = policy.policy().currency();
        return Arbitraries.oneOf(uniform(currency), boundaries(currency), thresholds(policy))
                .withoutEdgeCases();
    }
}
