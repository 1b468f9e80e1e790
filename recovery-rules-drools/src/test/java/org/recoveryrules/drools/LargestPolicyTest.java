package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Policies as large as they may be load and decide; how long each takes is in the report. Not for every build, as it takes up
 * to a minute: {@code -Drecovery.largest=true}.
 */
@EnabledIfSystemProperty(named = "recovery.largest", matches = "true")
class LargestPolicyTest {
    private static final String[] NUMBERS = {
        "Claim( compensatedClaims",
        "FailureHistory( priorFailures",
        "Handling( apologies",
        "Handling( delayHours",
        "ServiceFailure( priceAmount",
        "ServiceFailure( lossAmount",
        "Customer( lifetimeValueAmount"
    };

    /** What makes the condition of a rule, by its number. */
    private interface Conditions {
        String of(int rule);
    }

    static Stream<Named<Map<String, String>>> policies() {
        return Stream.of(
                policy("2,000 rules of ten comparisons", 2_000, LargestPolicyTest::ranges),
                policy(
                        "10,000 rules of four constants each",
                        10_000,
                        rule -> NUMBERS[rule % 7] + " in ( " + series(4, ", ", rule, "%d") + " ) )"),
                policy("10,000 rules of four comparisons each", 10_000, rule -> compared(rule, 4)),
                policy("5,000 rules of nine comparisons each", 5_000, rule -> compared(rule, 9)),
                policy(
                        "1,000 rules of 25 facts each",
                        1_000,
                        rule -> IntStream.range(0, 25)
                                .mapToObj(i -> NUMBERS[(rule + i) % 7] + " != " + (rule * 1_000 + i) + " )")
                                .collect(Collectors.joining("\n"))),
                policy(
                        "500 rules of 50 ways each",
                        500,
                        rule -> IntStream.range(0, 50)
                                .mapToObj(i -> NUMBERS[(rule + i) % 7] + " == " + (rule * 1_000 + i) + " )")
                                .collect(Collectors.joining(" or ", "( ", " )"))));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void loads_and_decides(Map<String, String> files) {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.memory(files))
                .firingBudget(1_000_000)
                .build()) {
            assertThat(advisor.decide(Contexts.minor().build()).policy())
                    .isEqualTo(advisor.policy().identity());
        }
    }

    /** Five facts with a range each, so that most of a policy's rules fail at one of them. */
    private static String ranges(int rule) {
        return IntStream.range(0, 5)
                .mapToObj(i -> NUMBERS[i + rule % 2])
                .map(field -> "%s > %d, %s < %d )"
                        .formatted(field, rule % 50, field.substring(field.indexOf(' ') + 1), rule + 100))
                .collect(Collectors.joining("\n"));
    }

    private static String compared(int rule, int count) {
        String field = NUMBERS[rule % 7];
        String name = field.substring(field.indexOf(' ') + 1);
        return field + series(count, ", " + name, rule, " != %d") + " )";
    }

    private static String series(int count, String separator, int rule, String format) {
        return IntStream.range(0, count)
                .mapToObj(i -> format.formatted(rule * 1_000 + i))
                .collect(Collectors.joining(separator));
    }

    private static Named<Map<String, String>> policy(String name, int rules, Conditions conditions) {
        Map<String, String> files = new TreeMap<>(Policies.files());
        String head = files.remove("test/test.drl");
        for (int first = 0; first < rules; first += 250) {
            files.put(
                    "test/test-" + first + ".drl",
                    head
                            + IntStream.range(first, first + 250)
                                    .mapToObj(rule -> Policies.rule(
                                            "test.rule-" + rule, conditions.of(rule), "findings.review();"))
                                    .collect(Collectors.joining()));
        }
        return Named.of(name, files);
    }
}
