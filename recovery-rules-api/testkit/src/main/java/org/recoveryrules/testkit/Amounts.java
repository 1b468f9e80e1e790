package org.recoveryrules.testkit;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts as text, in a currency that is known from elsewhere. */
final class Amounts {
    private Amounts() {}

    static Money money(CurrencyUnit currency, String amount) {
        try {
            return Money.of(currency, new BigDecimal(amount));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "amount must be a number of at most " + currency.getDecimalPlaces() + " decimals, such as "
                            + Money.of(currency, 5).getAmount() + ", but was '" + amount + "'",
                    e);
        }
    }
}
