package org.recoveryrules.drools;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RequestedRemedy;

/** Contexts whose sums and numbers often are exactly those of {@link RandomRules}, in any currency. */
public final class RandomContexts {
    private static final List<String> SUMS = List.of(
            "0",
            "0.01",
            "1",
            "10",
            "10.1",
            "10.11",
            "99.99",
            "100",
            "2147483647",
            "2147483648",
            "9999999999.99",
            "999999999999",
            "1000000000000");

    private final CurrencyUnit currency;
    private final List<Money> sums;
    private final RandomGenerator random;

    public RandomContexts(CurrencyUnit currency, RandomGenerator random) {
        this.currency = currency;
        this.sums = Stream.of(SUMS.toArray(String[]::new))
                .map(sum -> Money.of(currency, new BigDecimal(sum), RoundingMode.DOWN))
                .toList();
        this.random = random;
    }

    public FailureContext next() {
        Money seven = Money.ofMajor(currency, 7);
        FailureContext any = Contexts.random(random);
        FailureContext.Builder builder = any.toBuilder().lifetimeValue(sum()).loss(sum());
        builder.entitlements(List.of());
        any.claim().entitlements().forEach(owed -> builder.entitlement(owed.kind(), seven, owed.basis()));
        any.claim()
                .requested()
                .ifPresent(requested -> builder.requested(
                        new RequestedRemedy(requested.kind(), requested.amount().map(amount -> seven))));
        Money price = sum();
        if (price.isZero() || random.nextInt(4) == 0) {
            builder.price(null);
        } else {
            builder.price(price);
        }
        if (random.nextInt(10) == 0) {
            builder.compensatedClaims(999_999_999 + random.nextInt(2)).apologies(Integer.MAX_VALUE);
        }
        return builder.build();
    }

    private Money sum() {
        return sums.get(random.nextInt(sums.size()));
    }
}
