package org.recoveryrules.drools.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.AreaRisk;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Expectation;
import org.recoveryrules.api.Explanation;
import org.recoveryrules.api.FailureType;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Mood;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reach;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.api.Vulnerability;
import org.recoveryrules.drools.files.Nearest;

/** The enums that a rule may name, and their constants. */
public final class Vocabulary {
    private static final Map<String, List<String>> CONSTANTS = Stream.<Enum<?>[]>of(
                    Approach.values(),
                    AreaRisk.values(),
                    Authority.values(),
                    Avoidability.values(),
                    Barrier.values(),
                    Cause.values(),
                    ClaimStatus.values(),
                    Component.values(),
                    Expectation.values(),
                    Explanation.values(),
                    FailureType.values(),
                    Foreseeability.values(),
                    LastRecovery.values(),
                    Mood.values(),
                    Question.values(),
                    Reach.values(),
                    Recurrence.values(),
                    RemedyKind.values(),
                    ResourceLost.values(),
                    Severity.values(),
                    StepKind.values(),
                    Verdict.values(),
                    Vulnerability.values())
            .collect(Collectors.toMap(
                    constants -> constants[0].getDeclaringClass().getSimpleName(),
                    constants -> Stream.of(constants).map(Enum::name).toList(),
                    (one, other) -> one,
                    TreeMap::new));

    private Vocabulary() {}

    static boolean isType(String name) {
        return CONSTANTS.containsKey(name);
    }

    /** The constants of an enum; none where there is no such enum. */
    public static List<String> constants(String type) {
        return CONSTANTS.getOrDefault(type, List.of());
    }

    static String typeHint(String type) {
        return Nearest.hint(type, CONSTANTS.keySet());
    }

    /** The constant of an enum that a word is meant as, with its type; the first of all if nothing is near. */
    static String written(String type, String word) {
        List<String> constants = constants(type);
        Optional<String> near = Nearest.to(word, constants);
        return type + "." + near.orElse(constants.get(0));
    }

    /** A hint that proposes the constant of an enum that a word is meant as; where nothing is near, all of them. */
    static String hint(String type, String word) {
        return Nearest.to(word, constants(type))
                .map(near -> "did you mean " + type + "." + near + "?")
                .orElseGet(() -> "allowed are " + type + "." + String.join(", " + type + ".", constants(type)));
    }
}
