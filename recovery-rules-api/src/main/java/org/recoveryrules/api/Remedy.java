package org.recoveryrules.api;

import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * One thing to offer.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component is null, words are not of {@link
 * Component#COMMUNICATION} or have an amount, something else is of {@link Component#COMMUNICATION}, the amount is
 * negative, the basis is blank or of something else than an entitlement, or an
 * entitlement lacks amount or basis.
 *
 * @param kind what it is
 * @param component the layer to which it belongs
 * @param amount what it is worth (of a thing, what it costs the firm), 0 or more; empty for words, and where it needs
 *     a price that is not known
 * @param basis what an entitlement rests on; empty for all else
 * @param authority who may grant this one remedy on the spot
 */
public record Remedy(
        RemedyKind kind, Component component, Optional<Money> amount, Optional<String> basis, Authority authority) {
    public Remedy {
        Require.constant(RemedyKind.class, kind, "remedy.kind");
        Require.constant(Component.class, component, "remedy.component");
        Require.given(amount, "remedy.amount").ifPresent(known -> Require.notNegative(known, "remedy.amount"));
        Require.given(basis, "remedy.basis").ifPresent(stated -> Require.text(stated, "remedy.basis"));
        Require.constant(Authority.class, authority, "remedy.authority");
        if (kind.isWords() != (component == Component.COMMUNICATION)) {
            throw Require.fault(
                    "remedy.component", "must be COMMUNICATION for words and only for them", component + " of " + kind);
        }
        if (kind.isWords() && amount.isPresent()) {
            throw Require.fault("remedy.amount", "must be absent for " + kind, amount.get());
        }
        boolean owed = component == Component.ENTITLEMENT;
        if (owed && (amount.isEmpty() || basis.isEmpty())) {
            throw Require.fault(
                    amount.isEmpty() ? "remedy.amount" : "remedy.basis", "must be given for ENTITLEMENT", "absent");
        }
        if (!owed && basis.isPresent()) {
            throw Require.fault("remedy.basis", "must be absent for " + component, "'" + basis.get() + "'");
        }
    }

    /**
     * The dimension of justice that this remedy serves.
     *
     * @return that of its kind
     */
    public Justice justice() {
        return kind.justice();
    }

    /**
     * The sum of the amounts of some remedies; one without an amount adds nothing.
     *
     * @param remedies the remedies
     * @param currency the currency of all amounts
     * @return the sum, 0 without remedies
     * @throws org.joda.money.CurrencyMismatchException if an amount is of another currency
     */
    public static Money sum(List<Remedy> remedies, CurrencyUnit currency) {
        Money sum = Money.zero(currency);
        for (Remedy remedy : remedies) {
            if (remedy.amount().isPresent()) {
                sum = sum.plus(remedy.amount().get());
            }
        }
        return sum;
    }
}
