package org.recoveryrules.drools.cases;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.recoveryrules.api.RecoveryDecision;

/**
 * A sum that must be within bounds.
 *
 * @param column the column
 * @param bounds the bounds
 */
record ExpectedSum(String column, Bounds bounds) implements Expected {
    @Override
    public List<String> words() {
        return List.of(bounds.words());
    }

    @Override
    public Optional<Difference> difference(RecoveryDecision decision) {
        Money sum = ExpectedColumns.sum(column, decision);
        List<String> came = List.of(Bounds.words(sum));
        return bounds.fits(Optional.of(sum))
                ? Optional.empty()
                : Optional.of(new Difference(column, words(), came, words(), came));
    }
}
