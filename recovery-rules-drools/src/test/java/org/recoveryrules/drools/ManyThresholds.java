package org.recoveryrules.drools;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.LastRecovery;

/** A policy made at random with many thresholds, and contexts at each of them, just below and just above. */
final class ManyThresholds {
    /** So that the assessment and every part of a decision depends on which rules hold. */
    private static final List<String> CONSEQUENCES = List.of(
            "review()",
            "barrier( Barrier.SEVERITY )",
            "step( StepKind.SOLVE, \"one\" )",
            "ask( Question.AVOIDABILITY )",
            "offer( RemedyKind.CREDIT, Component.GESTURE, Amount.percentOfPrice( 30 ).atMost( \"500\" ) )",
            "doubleDeviation()",
            "offer( RemedyKind.APOLOGY )",
            "limit( Authority.SUPERVISOR, Amount.of( \"100\" ) )",
            "offer( RemedyKind.REFUND, Component.RESTORATION, Amount.percentOfLoss( 100 ) )",
            "approach( Approach.HERO )",
            "followUp( \"P3D\", \"call\" )",
            "withhold( RemedyKind.CREDIT )",
            "cap( Amount.percentOfPrice( 50 ) )",
            "offerRequested()",
            "escalate( Authority.MANAGER )");

    private static final int LARGEST = 999_999_999;

    private final RandomGenerator random;
    private final List<Integer> numbers = new ArrayList<>(List.of(0, LARGEST));
    private final List<BigDecimal> sums = new ArrayList<>(List.of(BigDecimal.ZERO, new BigDecimal("9999999999.99")));

    ManyThresholds(RandomGenerator random) {
        this.random = random;
        for (int i = 0; i < 10; i++) {
            int number = random.nextInt(100);
            BigDecimal sum = BigDecimal.valueOf(random.nextInt(100_000), 2);
            // Neighbours, and one between two of what money can be.
            numbers.addAll(List.of(number, number + 1));
            sums.addAll(List.of(sum, sum.add(new BigDecimal("0.01")), sum.add(new BigDecimal("0.005"))));
        }
    }

    /** The files of a policy. */
    Map<String, byte[]> policy(int size) {
        RandomRules rules = new RandomRules(
                random,
                numbers.stream().map(number -> Integer.toString(number)).toList(),
                sums.stream().flatMap(ManyThresholds::spelled).toList());
        List<String> taken = new ArrayList<>();
        while (taken.size() < size) {
            String then = "findings." + CONSEQUENCES.get(taken.size() % CONSEQUENCES.size()) + ";";
            String rule = Policies.rule("test.rule-" + taken.size(), rules.conditions(), then);
            if (Policies.checked(files(rule)).errors().isEmpty()) {
                taken.add(rule);
            }
        }
        return files(taken.toArray(String[]::new));
    }

    /** The same sum in every form. */
    private static Stream<String> spelled(BigDecimal sum) {
        Stream<String> exact = IntStream.rangeClosed(sum.scale(), 3)
                .mapToObj(digits -> sum.setScale(digits).toPlainString() + "B");
        return sum.stripTrailingZeros().scale() > 0
                ? exact
                : Stream.concat(exact, Stream.of(sum.setScale(0).toPlainString()));
    }

    private static Map<String, byte[]> files(String... rules) {
        Map<String, byte[]> files = new TreeMap<>();
        Policies.files(rules).forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    FailureContext context() {
        FailureContext any = Contexts.random(random);
        int priorFailures = number();
        Money price = sum();
        LastRecovery last = any.history().lastRecovery();
        FailureContext.Builder builder = any.toBuilder()
                .lifetimeValue(sum())
                .loss(sum())
                .priorFailures(priorFailures)
                .lastRecovery(
                        priorFailures == 0
                                ? LastRecovery.NONE
                                : last == LastRecovery.NONE ? LastRecovery.UNKNOWN : last)
                .similar(priorFailures > 0 && any.history().similar())
                .compensatedClaims(number())
                .apologies(number())
                .delay(Duration.ofHours(number()).plusSeconds(random.nextInt(2)));
        return (price.isZero() ? builder.price(null) : builder.price(price)).build();
    }

    private int number() {
        return Math.max(0, any(numbers) + random.nextInt(3) - 1);
    }

    private Money sum() {
        Money sum = Money.of(CurrencyUnit.USD, any(sums), RoundingMode.DOWN);
        Money near = sum.plusMinor(random.nextInt(3) - 1);
        return near.isNegative() ? sum : near;
    }

    private <E> E any(List<E> list) {
        return list.get(random.nextInt(list.size()));
    }
}
