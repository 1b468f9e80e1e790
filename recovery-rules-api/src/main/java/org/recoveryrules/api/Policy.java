package org.recoveryrules.api;

import java.time.Period;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * The policy by which an advisor decides.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component or an element is null.
 *
 * @param identity the exact rules
 * @param currency the one currency in which it decides
 * @param lookBack how far back {@link FailureHistory#priorFailures()} counts
 * @param rules its rules, by id
 */
public record Policy(PolicyIdentity identity, CurrencyUnit currency, Period lookBack, List<Rule> rules) {
    public Policy {
        Require.given(identity, "policy.identity");
        Require.given(currency, "policy.currency");
        Require.given(lookBack, "policy.lookBack");
        rules = Require.list(rules, "policy.rules");
    }
}
