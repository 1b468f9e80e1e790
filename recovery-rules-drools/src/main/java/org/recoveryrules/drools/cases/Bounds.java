package org.recoveryrules.drools.cases;

import java.util.Optional;
import org.joda.money.Money;

/**
 * What an amount may be; without any bound there must be none.
 *
 * @param least the least
 * @param most the most
 */
record Bounds(Optional<Money> least, Optional<Money> most) {
    static final Bounds NO_AMOUNT = new Bounds(Optional.empty(), Optional.empty());

    static Bounds exactly(Money amount) {
        return new Bounds(Optional.of(amount), Optional.of(amount));
    }

    boolean fits(Optional<Money> amount) {
        if (amount.isEmpty()) {
            return equals(NO_AMOUNT);
        }
        Money known = amount.get();
        return !equals(NO_AMOUNT)
                && least.filter(known::isLessThan).isEmpty()
                && most.filter(known::isGreaterThan).isEmpty();
    }

    /** As a table spells it: {@code 5.00}, {@code 5.00..10.00}, {@code 5.00..}, {@code ..10.00}, {@code -}. */
    String words() {
        if (equals(NO_AMOUNT)) {
            return CaseCell.NONE;
        }
        String from = least.map(Bounds::words).orElse("");
        return least.equals(most) ? from : from + ".." + most.map(Bounds::words).orElse("");
    }

    /** An amount as a table spells it. */
    static String words(Money amount) {
        return amount.getAmount().toPlainString();
    }
}
