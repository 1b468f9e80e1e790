package org.recoveryrules.testkit.properties;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.testkit.Threshold;

/**
 * What a number of a context can be, in its smallest unit: a count in ones, a sum in the currency's smallest unit, a delay in
 * seconds. Every arbitrary number shrinks to the least.
 *
 * @param least the least there can be, its default
 * @param usual the most that is usual
 * @param most the most that is told from what is less
 */
record Range(long least, long usual, long most) {
    static final Range COUNT = new Range(0, 10, Integer.MAX_VALUE);
    static final Range DELAY =
            new Range(0, Duration.ofDays(7).toSeconds(), Duration.ofDays(36_500).toSeconds());

    private static final long MOST_MONEY = 1_000_000_000_000L;

    /** Sums of a currency, from so many of its smallest units to usually so many of itself. */
    static Range money(CurrencyUnit currency, long least, long usual) {
        return new Range(least, units(usual, currency), units(MOST_MONEY, currency));
    }

    /** The numbers among thresholds, by component. One between two units is where the lower one ends. */
    static Map<String, List<Long>> units(List<Threshold> thresholds, CurrencyUnit currency) {
        Map<String, List<Long>> units = new HashMap<>();
        for (Threshold threshold : thresholds) {
            LongStream numbers = threshold.values().stream()
                    .filter(value -> value instanceof Number || value instanceof Duration)
                    .mapToLong(value -> unit(value, currency));
            units.put(threshold.component(), numbers.boxed().toList());
        }
        return units;
    }

    private static long unit(Object value, CurrencyUnit currency) {
        if (value instanceof Duration duration) {
            return duration.toSeconds();
        }
        if (value instanceof BigDecimal sum) {
            return units(sum, currency);
        }
        return ((Number) value).longValue();
    }

    private static long units(long sum, CurrencyUnit currency) {
        return units(BigDecimal.valueOf(sum), currency);
    }

    private static long units(BigDecimal sum, CurrencyUnit currency) {
        return sum.min(BigDecimal.valueOf(MOST_MONEY))
                .movePointRight(currency.getDecimalPlaces())
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    Arbitrary<Long> anyUsual() {
        return Arbitraries.longs()
                .between(least, usual)
                .withDistribution(RandomDistribution.uniform())
                .shrinkTowards(least);
    }

    Arbitrary<Long> anyEnd() {
        return one(List.of(least, least + 1, usual, most - 1, most));
    }

    /** Each of some numbers, one less and one more. */
    Arbitrary<Long> anyNear(List<Long> numbers) {
        return one(LongStream.concat(
                        LongStream.of(least),
                        numbers.stream().flatMapToLong(number -> LongStream.rangeClosed(number - 1, number + 1)))
                .filter(number -> least <= number && number <= most)
                .distinct()
                .boxed()
                .toList());
    }

    /** One of some numbers, though it may shrink to any in the range. */
    private Arbitrary<Long> one(List<Long> numbers) {
        return Arbitraries.longs()
                .between(least, most)
                .withDistribution((size, min, max, center) ->
                        random -> BigInteger.valueOf(numbers.get(random.nextInt(numbers.size()))))
                .shrinkTowards(least);
    }
}
