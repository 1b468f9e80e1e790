package org.recoveryrules.api;

import org.joda.money.Money;

/**
 * What law or contract already owes, such as a refund under EU261 or a credit under a service-level agreement.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component is null, the kind is words, the
 * amount is not more than 0 or the basis is blank.
 *
 * @param kind money or a thing; words are not owed
 * @param amount what is owed, of a thing what it is worth; more than 0
 * @param basis what it rests on, free text for the audit
 */
public record Entitlement(RemedyKind kind, Money amount, String basis) {
    public Entitlement {
        if (Require.constant(RemedyKind.class, kind, "claim.entitlements.kind").isWords()) {
            throw Require.fault("claim.entitlements.kind", "must be money or a thing", kind);
        }
        Require.positive(amount, "claim.entitlements.amount");
        Require.text(basis, "claim.entitlements.basis");
    }
}
