package org.recoveryrules.api;

import java.util.Optional;
import org.joda.money.Money;

/**
 * A remedy in a {@link DecisionRecord}: without what an entitlement rests on, which is free text.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component is null or the amount is negative.
 *
 * @param kind what it is
 * @param component the layer to which it belongs
 * @param amount what it is worth, 0 or more; empty where the remedy has none
 * @param authority who may grant it on the spot
 */
public record RecordedRemedy(RemedyKind kind, Component component, Optional<Money> amount, Authority authority) {
    public RecordedRemedy {
        Require.constant(RemedyKind.class, kind, "remedy.kind");
        Require.constant(Component.class, component, "remedy.component");
        Require.given(amount, "remedy.amount").ifPresent(known -> Require.notNegative(known, "remedy.amount"));
        Require.constant(Authority.class, authority, "remedy.authority");
    }

    static RecordedRemedy of(Remedy remedy) {
        return new RecordedRemedy(remedy.kind(), remedy.component(), remedy.amount(), remedy.authority());
    }
}
