package org.recoveryrules.api;

import java.math.BigDecimal;
import java.util.Set;
import org.joda.money.Money;

/**
 * The customer: part {@code customer} of a {@link FailureContext}. A protected attribute (sex, origin, religion and the
 * like) is never an input.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component or an element is null or the lifetime
 * value is negative.
 *
 * @param lifetimeValue customer lifetime value: expected margin over the whole relationship, 0 or more
 * @param expectation how much compensation the customer expects
 * @param mood the customer's mood
 * @param vulnerabilities drivers of vulnerability, in the order of declaration; they raise care and never lower
 *     anything
 * @param reach where dissatisfaction would be heard
 * @param champion whether this person brought the firm in or recommended it: their standing is at stake
 */
public record Customer(
        Money lifetimeValue,
        Expectation expectation,
        Mood mood,
        Set<Vulnerability> vulnerabilities,
        Reach reach,
        boolean champion) {
    public Customer {
        Require.notNegative(lifetimeValue, "customer.lifetimeValue");
        Require.constant(Expectation.class, expectation, "customer.expectation");
        Require.constant(Mood.class, mood, "customer.mood");
        vulnerabilities = Require.set(Vulnerability.class, vulnerabilities, "customer.vulnerabilities");
        Require.constant(Reach.class, reach, "customer.reach");
    }

    /**
     * Whether any driver of vulnerability is known.
     *
     * @return false where {@link #vulnerabilities()} is empty
     */
    public boolean vulnerable() {
        return !vulnerabilities.isEmpty();
    }

    /**
     * The lifetime value as a number, for conditions of rules.
     *
     * @return the amount in the currency of the context, 0 or more
     */
    public BigDecimal lifetimeValueAmount() {
        return lifetimeValue.getAmount();
    }
}
