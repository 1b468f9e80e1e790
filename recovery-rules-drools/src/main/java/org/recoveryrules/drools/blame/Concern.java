package org.recoveryrules.drools.blame;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.cases.Case;
import org.recoveryrules.drools.cases.Difference;
import org.recoveryrules.drools.syntax.Call;
import org.recoveryrules.drools.syntax.Constant;

/**
 * What has to do with a difference: a call brings something into a column, or takes something from it.
 *
 * @param difference where a decision is not as expected
 * @param spoke the ids of the rules that spoke, those of the settlement among them
 */
record Concern(Difference difference, Set<String> spoke) {
    private static final String CAP = "settlement.cap";
    private static final String LIMIT = "settlement.limit";
    private static final String NOT = "no ";
    private static final String BY = " by ";

    /** The columns in which shows what the settlement does. */
    private static final Map<String, Set<String>> SETTLED = Map.of(
            "settlement.entitlement",
            Set.of("remedies", "total"),
            "settlement.owed",
            Set.of("remedies", "total"),
            "settlement.price",
            Set.of("questions", "remedies", "authority", "total", "gestureTotal"),
            CAP,
            Set.of("remedies", "humanReview", "total", "gestureTotal"),
            LIMIT,
            Set.of("authority", "humanReview"),
            "settlement.refusal",
            Set.of("remedies", "humanReview"));

    /** A remedy in words, {@code CREDIT GESTURE 5.00 by AGENT}, or one that must not come, {@code no CREDIT}. */
    private record RemedyWords(RemedyKind kind, Optional<Component> component) {
        static Stream<RemedyWords> of(List<String> entries) {
            return entries.stream()
                    .map(entry -> isUnwanted(entry) ? entry.substring(NOT.length()) : entry)
                    .map(entry -> entry.split(" "))
                    .map(words -> new RemedyWords(
                            RemedyKind.valueOf(words[0]),
                            Stream.of(Component.values())
                                    .filter(component -> words.length > 1 && words[1].equals(component.name()))
                                    .findFirst()));
        }

        boolean canBe(Component layer) {
            return component.filter(other -> other != layer).isEmpty();
        }
    }

    /** Whether something that spoke, a rule or the settlement, has to do with what came or what did not. */
    boolean isOf(String id, Optional<Call> consequence) {
        if (difference.column().equals(Case.RULES)) {
            return difference.unexpected().contains(id);
        }
        return SETTLED.getOrDefault(id, Set.of()).contains(difference.column())
                || id.equals(LIMIT) && isOfRoles()
                || consequence
                        .filter(call -> !call.name().text().equals("cap") || spoke.contains(CAP))
                        .filter(call -> brings(call, difference.unexpected())
                                || takes(call, difference.unexpected())
                                || takes(call, difference.missing()))
                        .isPresent();
    }

    /** Whether another role may grant a remedy than the case says. */
    private boolean isOfRoles() {
        // Those that came in place of others come first.
        int pairs =
                Math.min(difference.missing().size(), difference.unexpected().size());
        return difference.column().equals("remedies")
                && IntStream.range(0, pairs)
                        .anyMatch(i -> isOfRole(
                                difference.missing().get(i),
                                difference.unexpected().get(i)));
    }

    private static boolean isOfRole(String missing, String unexpected) {
        int by = missing.indexOf(BY);
        return by >= 0 && unexpected.contains(BY) && !unexpected.endsWith(missing.substring(by));
    }

    /** Whether a rule that did not speak would have brought what is missing, or taken what should not have come. */
    boolean isMissing(String id, Call consequence) {
        return switch (difference.column()) {
            case Case.RULES -> difference.missing().contains(id);
            case "remedies" -> {
                List<String> unwanted = difference.missing().stream()
                        .filter(Concern::isUnwanted)
                        .toList();
                List<String> wanted = difference.missing().stream()
                        .filter(words -> !isUnwanted(words))
                        .toList();
                yield brings(consequence, wanted) || takes(consequence, unwanted);
            }
            case "total", "gestureTotal" -> isShort() ? brings(consequence, List.of()) : takes(consequence, List.of());
            default -> brings(consequence, difference.missing());
        };
    }

    private static boolean isUnwanted(String entry) {
        return entry.startsWith(NOT);
    }

    /** Whether a sum came to less than expected. */
    private boolean isShort() {
        String least = difference.missing().get(0).split("\\.\\.", -1)[0];
        return !least.isEmpty() && new BigDecimal(difference.unexpected().get(0)).compareTo(new BigDecimal(least)) < 0;
    }

    private boolean brings(Call call, List<String> words) {
        String verb = call.name().text();
        return switch (difference.column()) {
            case "verdict" ->
                verb.equals("barrier") && words.contains(Verdict.DOES_NOT_APPLY.name())
                        || verb.equals("ask")
                                && words.contains(Verdict.UNDETERMINED.name())
                                && Question.valueOf(first(call)).concernsVerdict();
            case "barriers" -> verb.equals("barrier") && words.contains(first(call));
            case "questions" -> verb.equals("ask") && words.contains(first(call));
            case "doubleDeviation" -> verb.equals("doubleDeviation") && words.contains("true");
            case "approach" -> verb.equals("approach") && words.contains(first(call));
            case "steps" -> verb.equals("step") && words.contains(first(call));
            case "followUps" ->
                verb.equals("followUp")
                        && words.contains(Period.parse(first(call)).toString());
            case "authority" -> (verb.equals("escalate") || verb.equals("limit")) && words.contains(first(call));
            case "humanReview" -> (verb.equals("review") || verb.equals("holdRestoration")) && words.contains("true");
            case "remedies" -> RemedyWords.of(words).anyMatch(remedy -> offers(call, remedy));
            case "total" ->
                verb.equals("offerRequested")
                        || verb.equals("offer") && !kind(call).isWords();
            case "gestureTotal" -> verb.equals("offerRequested") || verb.equals("offer") && isGesture(call);
            default -> false;
        };
    }

    private boolean takes(Call call, List<String> words) {
        String verb = call.name().text();
        return switch (difference.column()) {
            case "authority" -> verb.equals("limit") || verb.equals("holdRestoration");
            case "remedies" ->
                verb.equals("limit") && isOfRoles() || RemedyWords.of(words).anyMatch(remedy -> limits(call, remedy));
            case "total", "gestureTotal" ->
                verb.equals("cap")
                        || verb.equals("withholdGestures")
                        || verb.equals("withhold") && !kind(call).isWords();
            default -> false;
        };
    }

    private static boolean offers(Call call, RemedyWords remedy) {
        return switch (call.name().text()) {
            case "offerRequested" -> remedy.kind().isWords() || remedy.canBe(Component.GESTURE);
            case "offer" ->
                kind(call).isWords()
                        ? constants(call).anyMatch(remedy.kind().name()::equals)
                        : kind(call) == remedy.kind()
                                && remedy.canBe(Component.valueOf(
                                        constants(call).skip(1).findFirst().orElseThrow()));
            default -> false;
        };
    }

    private static boolean limits(Call call, RemedyWords remedy) {
        return switch (call.name().text()) {
            case "withhold" ->
                kind(call) == remedy.kind() && !remedy.component().equals(Optional.of(Component.RESTORATION));
            case "withholdGestures", "cap" -> !remedy.kind().isWords() && remedy.canBe(Component.GESTURE);
            default -> false;
        };
    }

    private static boolean isGesture(Call call) {
        return constants(call).anyMatch(Component.GESTURE.name()::equals);
    }

    private static RemedyKind kind(Call call) {
        return RemedyKind.valueOf(first(call));
    }

    private static String first(Call call) {
        return constants(call).findFirst().orElseThrow();
    }

    private static Stream<String> constants(Call call) {
        return call.arguments().stream()
                .filter(Constant.class::isInstance)
                .map(argument -> ((Constant) argument).constant());
    }
}
