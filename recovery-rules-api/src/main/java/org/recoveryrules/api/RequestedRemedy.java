package org.recoveryrules.api;

import java.util.Optional;
import org.joda.money.Money;

/**
 * What the customer says would be fair.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component is null, the amount is not more than
 * 0, words have an amount, or money or a thing has none.
 *
 * @param kind any kind of remedy
 * @param amount what it is worth, more than 0; empty for words and only for them
 */
public record RequestedRemedy(RemedyKind kind, Optional<Money> amount) {
    public RequestedRemedy {
        Require.constant(RemedyKind.class, kind, "claim.requested.kind");
        Require.given(amount, "claim.requested.amount")
                .ifPresent(given -> Require.positive(given, "claim.requested.amount"));
        if (kind.isWords() && amount.isPresent()) {
            throw Require.fault("claim.requested.amount", "must be absent for " + kind, amount.get());
        }
        if (!kind.isWords() && amount.isEmpty()) {
            throw Require.fault("claim.requested.amount", "must be given for " + kind, "absent");
        }
    }
}
