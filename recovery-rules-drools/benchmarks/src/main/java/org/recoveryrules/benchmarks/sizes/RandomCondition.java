package org.recoveryrules.benchmarks.sizes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.recoveryrules.api.AreaRisk;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Expectation;
import org.recoveryrules.api.FailureType;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Mood;
import org.recoveryrules.api.Reach;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.api.Vulnerability;

/**
 * Conditions at random. Each field is compared at most once in a condition, but for the two bounds of a range, so that every
 * condition can hold.
 */
final class RandomCondition {
    /** The fact that is there only once the verdict is settled. */
    static final String ASSESSMENT = "ParadoxAssessment";

    private static final String FAILURE = "ServiceFailure";
    private static final String HISTORY = "FailureHistory";
    private static final String CUSTOMER = "Customer";
    private static final String CLAIM = "Claim";
    private static final String HANDLING = "Handling";
    private static final String AREA = "Area";

    /** One comparison of one fact. */
    private record Comparison(String fact, String text) {}

    private final Random random;

    RandomCondition(Random random) {
        this.random = random;
    }

    /** One that holds for about a third of all failures, as the rules do of which a policy begins. */
    String broad() {
        return switch (random.nextInt(8)) {
            // Alone it would hold between two decisions too, and not come again in a session that is kept for both.
            case 0 -> written(List.of(likely())) + "\nnot " + pattern(List.of(common()));
            case 1 -> "( " + pattern(List.of(rare())) + " or " + pattern(List.of(common())) + " )";
            case 2, 3, 4 -> written(List.of(common()));
            case 5 -> written(List.of(likely(), common()));
            default -> written(List.of(new Comparison(ASSESSMENT, assessment()), likely()));
        };
    }

    /** One that holds for nearly all failures. */
    String certain() {
        return written(List.of(likely(), likely()));
    }

    /** One that holds for one failure in thousands: two narrow ranges, and one to three comparisons beside. */
    String specific() {
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.add(new Comparison(
                FAILURE, random.nextBoolean() ? band("priceAmount", 10, 60) : band("lossAmount", 5, 40)));
        comparisons.add(
                random.nextInt(4) > 0
                        ? new Comparison(CUSTOMER, band("lifetimeValueAmount", 100, 90))
                        : new Comparison(HANDLING, band("delayHours", 2, 40)));
        List<Supplier<Comparison>> besides = new ArrayList<>(List.of(
                () -> new Comparison(FAILURE, "severity in ( " + two(Severity.values()) + " )"),
                () -> new Comparison(FAILURE, "type == " + constant(FailureType.values(), 0)),
                () -> new Comparison(FAILURE, "causedBy in ( " + two(Cause.values()) + " )"),
                () -> new Comparison(HISTORY, "priorFailures == " + (1 + random.nextInt(3))),
                () -> new Comparison(CUSTOMER, "mood == " + constant(Mood.values(), 1)),
                () -> new Comparison(CLAIM, random.nextBoolean() ? "requestMade" : "!requestMade"),
                this::rare));
        Collections.shuffle(besides, random);
        besides.subList(0, 1 + random.nextInt(3)).forEach(beside -> comparisons.add(beside.get()));
        // So that neither an engine that indexes the first comparison nor one that does not is favoured.
        Collections.shuffle(comparisons, random);
        return written(comparisons);
    }

    /** What one failure in three or so is like. */
    private Comparison common() {
        return switch (random.nextInt(14)) {
            case 0 -> new Comparison(FAILURE, "severity in ( " + two(Severity.values()) + " )");
            case 1 -> new Comparison(FAILURE, "severity == " + constant(Severity.values(), 0));
            case 2 -> new Comparison(FAILURE, "avoidability == " + constant(Avoidability.values(), 0));
            case 3 -> new Comparison(FAILURE, "foreseeability != " + constant(Foreseeability.values(), 0));
            case 4 -> new Comparison(FAILURE, "resourceLost == " + constant(ResourceLost.values(), 0));
            case 5 -> new Comparison(FAILURE, "causedBy in ( " + two(Cause.values()) + " )");
            case 6 -> new Comparison(FAILURE, "priceAmount >= " + (50 + 10 * random.nextInt(10)));
            case 7 -> new Comparison(HISTORY, "priorFailures > 0");
            case 8 -> new Comparison(CUSTOMER, "mood != Mood.CALM");
            case 9 -> new Comparison(CUSTOMER, "expectation == " + constant(Expectation.values(), 0));
            case 10 -> new Comparison(CUSTOMER, "lifetimeValueAmount > " + (500 + 100 * random.nextInt(20)));
            case 11 -> new Comparison(CLAIM, "requestMade");
            case 12 -> new Comparison(HANDLING, "delayHours > " + (2 + random.nextInt(10)));
            default -> new Comparison(HANDLING, "apologies > 0");
        };
    }

    /** What one failure in twenty or so is like. */
    private Comparison rare() {
        return switch (random.nextInt(12)) {
            case 0 -> new Comparison(FAILURE, "!accepted");
            case 1 -> new Comparison(FAILURE, "recurrence == " + constant(Recurrence.values(), 1));
            case 2 -> new Comparison(FAILURE, "lossAmount > " + (20 + 5 * random.nextInt(30)) + ".50B");
            case 3 -> new Comparison(HISTORY, "similar");
            case 4 -> new Comparison(HISTORY, "lastRecovery == " + constant(LastRecovery.values(), 1));
            case 5 -> new Comparison(CUSTOMER, "champion");
            case 6 -> new Comparison(CUSTOMER, "reach == " + constant(Reach.values(), 1));
            case 7 -> new Comparison(CUSTOMER, "vulnerabilities contains " + constant(Vulnerability.values(), 0));
            case 8 -> new Comparison(CLAIM, "status == " + constant(ClaimStatus.values(), 1));
            case 9 -> new Comparison(CLAIM, "entitledKinds contains " + constant(RemedyKind.values(), 0));
            case 10 -> new Comparison(AREA, "risks contains " + constant(AreaRisk.values(), 0));
            default -> new Comparison(HANDLING, "explanation == Explanation.THIRD_PARTY_VERIFIED");
        };
    }

    /** What nearly every failure is like. */
    private Comparison likely() {
        return switch (random.nextInt(6)) {
            case 0 -> new Comparison(FAILURE, "priceAmount < " + (5_000 + 100 * random.nextInt(100)));
            case 1 -> new Comparison(HISTORY, "priorFailures < " + (5 + random.nextInt(10)));
            case 2 -> new Comparison(CUSTOMER, "lifetimeValueAmount < " + (100_000 + 1_000 * random.nextInt(100)));
            case 3 -> new Comparison(CLAIM, "compensatedClaims < " + (6 + random.nextInt(10)));
            case 4 -> new Comparison(AREA, "risks not contains " + constant(AreaRisk.values(), 0));
            default -> new Comparison(HANDLING, "apologies <= " + (3 + random.nextInt(10)));
        };
    }

    private String assessment() {
        return random.nextBoolean()
                ? "verdict == " + constant(Verdict.values(), 0)
                : "barriers contains " + constant(Barrier.values(), 0);
    }

    /** A narrow range: from a round sum to that of a tenth or so more. */
    private String band(String field, int step, int steps) {
        int low = step * (1 + random.nextInt(steps));
        int high = low + Math.max(1, low / 10);
        return field + " >= " + low + ", " + field + " < " + high;
    }

    private static String pattern(List<Comparison> comparisons) {
        return comparisons.get(0).fact() + "( "
                + comparisons.stream().map(Comparison::text).collect(Collectors.joining(", ")) + " )";
    }

    /** Comparisons of one fact in one pattern, no field in two. */
    private static String written(List<Comparison> comparisons) {
        Map<String, List<Comparison>> patterns = new LinkedHashMap<>();
        for (Comparison comparison : comparisons) {
            List<Comparison> pattern = patterns.computeIfAbsent(comparison.fact(), fact -> new ArrayList<>());
            if (pattern.stream().noneMatch(other -> field(other).equals(field(comparison)))) {
                pattern.add(comparison);
            }
        }
        return patterns.values().stream().map(RandomCondition::pattern).collect(Collectors.joining("\n"));
    }

    private static String field(Comparison comparison) {
        return comparison.text().replace("!", "").split(" ")[0];
    }

    private String two(Enum<?>[] constants) {
        int first = random.nextInt(constants.length);
        int second = (first + 1 + random.nextInt(constants.length - 1)) % constants.length;
        return name(constants[first]) + ", " + name(constants[second]);
    }

    /** One of the constants after the first few. */
    private String constant(Enum<?>[] constants, int first) {
        return name(constants[first + random.nextInt(constants.length - first)]);
    }

    private static String name(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }
}
