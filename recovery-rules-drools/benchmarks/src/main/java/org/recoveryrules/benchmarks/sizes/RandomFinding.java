package org.recoveryrules.benchmarks.sizes;

import java.util.List;
import java.util.Random;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.drools.rules.Findings;

/** Consequences at random: every verb of {@link Findings}, what people write often often. */
final class RandomFinding {
    private static final List<RemedyKind> WORDS =
            List.of(RemedyKind.values()).stream().filter(RemedyKind::isWords).toList();
    private static final List<RemedyKind> THINGS = List.of(RemedyKind.values()).stream()
            .filter(kind -> !kind.isWords())
            .toList();
    private static final List<String> DOINGS =
            List.of("call", "write to", "listen to", "thank", "invite", "ask", "tell", "reassure");
    private static final List<String> PLACES = List.of("at once", "today", "this week", "before noon", "by letter");

    private final Random random;
    private final int amounts;

    RandomFinding(Random random, int amounts) {
        this.random = random;
        this.amounts = amounts;
    }

    /**
     * A consequence.
     *
     * @param topic of which topic its rule is
     * @param call the call on the findings
     * @param settlesVerdict whether the verdict depends on it
     */
    record Finding(String topic, String call, boolean settlesVerdict) {}

    /** What an amount of the policy is called. */
    static String amountName(int index) {
        return "tariff." + (char) ('a' + index);
    }

    Finding next() {
        return switch (random.nextInt(20)) {
            case 0 -> new Finding("paradox", "barrier( " + constant(Barrier.values()) + " )", true);
            case 1 -> new Finding("paradox", "ask( " + constant(Question.values()) + " )", true);
            case 2 -> new Finding("paradox", "doubleDeviation()", false);
            case 3 -> new Finding("conversation", "approach( " + constant(Approach.values()) + " )", false);
            case 4 -> new Finding("remedy", "offer( " + word() + " )", false);
            case 5 -> new Finding("remedy", "offer( " + word() + ", " + word() + " )", false);
            case 6, 7, 8, 9 -> new Finding("remedy", offer(), false);
            case 10 -> new Finding("remedy", "offerRequested()", false);
            case 11 -> new Finding("remedy", "cap( " + amount() + " )", false);
            case 12 -> withholding();
            case 13 -> new Finding("authority", "escalate( " + constant(Authority.values()) + " )", false);
            case 14 ->
                new Finding("authority", "limit( " + constant(Authority.values()) + ", " + amount() + " )", false);
            case 15 -> new Finding("authority", "review()", false);
            case 16, 17, 18 -> new Finding("conversation", step(), false);
            default -> new Finding("follow-up", followUp(), false);
        };
    }

    private Finding withholding() {
        String call = switch (random.nextInt(4)) {
            case 0 -> "withholdGestures()";
            case 1 -> "holdRestoration()";
            default -> "withhold( " + constant(RemedyKind.values()) + " )";
        };
        return new Finding("remedy", call, false);
    }

    private String offer() {
        String component = random.nextInt(3) == 0 ? "Component.RESTORATION" : "Component.GESTURE";
        return "offer( RemedyKind." + any(THINGS) + ", " + component + ", " + amount() + " )";
    }

    private String amount() {
        return switch (random.nextInt(6)) {
            case 0 -> "Amount.of( \"" + 5 * (1 + random.nextInt(40)) + "\" )";
            case 1 -> "Amount.percentOfPrice( " + 5 * (1 + random.nextInt(40)) + " ).atMost( \"500\" )";
            case 2 -> "Amount.percentOfLoss( " + 10 * (1 + random.nextInt(10)) + " )";
            case 3 -> "Amount.percentOfLifetimeValue( " + (1 + random.nextInt(5)) + " ).atLeast( \"5\" )";
            default -> "\"" + amountName(random.nextInt(amounts)) + "\"";
        };
    }

    private String step() {
        return "step( " + constant(StepKind.values()) + ", \"" + sentence() + "\" )";
    }

    private String followUp() {
        return "followUp( \"P" + (1 + random.nextInt(30)) + "D\", \"" + sentence() + "\" )";
    }

    private String sentence() {
        return "Please " + any(DOINGS) + " them " + any(PLACES) + ".";
    }

    private String word() {
        return "RemedyKind." + any(WORDS);
    }

    private String constant(Enum<?>[] constants) {
        Enum<?> constant = constants[random.nextInt(constants.length)];
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }

    private <E> E any(List<E> list) {
        return list.get(random.nextInt(list.size()));
    }
}
