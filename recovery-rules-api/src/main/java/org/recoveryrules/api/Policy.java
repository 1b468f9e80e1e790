package org.recoveryrules.api;

import java.time.Period;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * The policy by which an advisor decides.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component or an element is null, or the look-back is
 * negative in any of its units.
 *
 * @param identity the exact rules
 * @param currency the one currency in which it decides
 * @param lookBack how far back {@link FailureHistory#priorFailures()} counts, 0 or more
 * @param rules its rules, by id
 */
public record Policy(PolicyIdentity identity, CurrencyUnit currency, Period lookBack, List<Rule> rules) {
    public Policy {
        Require.given(identity, "policy.identity");
        Require.given(currency, "policy.currency");
        Require.notNegative(lookBack, "policy.lookBack");
        rules = Require.list(rules, "policy.rules");
    }
}
