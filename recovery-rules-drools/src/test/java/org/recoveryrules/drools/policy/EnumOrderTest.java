package org.recoveryrules.drools.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Severity;

class EnumOrderTest {
    private static final Map<String, IntPredicate> OPERATORS = Map.of(
            ">=", order -> order >= 0, ">", order -> order > 0, "<=", order -> order <= 0, "<", order -> order < 0);

    static Stream<List<? extends Enum<?>>> ordered() {
        return Stream.of(List.of(Severity.values()), List.of(Approach.values()), List.of(Authority.values()));
    }

    @ParameterizedTest
    @MethodSource("ordered")
    void names_exactly_the_constants_for_which_a_comparison_holds(List<? extends Enum<?>> constants) {
        String type = constants.get(0).getDeclaringClass().getSimpleName();
        OPERATORS.forEach((operator, holds) -> {
            for (Enum<?> bound : constants) {
                String expression = "field " + operator + " " + type + "." + bound;
                String equalities = constants.stream()
                        .filter(constant -> holds.test(Integer.compare(constant.ordinal(), bound.ordinal())))
                        .map(constant -> "field == " + type + "." + constant)
                        .collect(Collectors.joining(" || "));

                assertThat(EnumOrder.spellOut(expression))
                        .isEqualTo(equalities.isEmpty() ? expression : "( " + equalities + " )");
            }
        });
    }

    @Test
    void spells_out_every_comparison_and_leaves_the_words_around_it() {
        assertThat(EnumOrder.spellOut(
                        "similar == true && (severity>=Severity.CRITICAL || authority < Authority.SUPERVISOR), x > 3"))
                .isEqualTo("similar == true && (( severity == Severity.CRITICAL )"
                        + " || ( authority == Authority.AGENT )), x > 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failure.severity", "this.severity", "$severity", "$f.severity", "harm2"})
    void takes_the_whole_path_to_the_field(String field) {
        assertThat(EnumOrder.spellOut(field + " > Severity.MODERATE"))
                .isEqualTo("( " + field + " == Severity.MAJOR || " + field + " == Severity.CRITICAL )");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "severity == Severity.MAJOR",
                "severity != Severity.MAJOR",
                "severity in ( Severity.MAJOR, Severity.CRITICAL )",
                "severity > Severity.CRITICAL",
                "severity >= Severity.GRAVE",
                "severity >= MAJOR",
                "mood > Mood.CALM",
                "priorFailures >= 3",
                "Severity.MAJOR <= severity",
                "getSeverity() >= Severity.MAJOR",
                "claim().severity >= Severity.MAJOR",
                "failure!.severity >= Severity.MAJOR",
                "$s : severity >= Severity.MAJOR",
                "$s: severity >= Severity.MAJOR",
                "$s :severity >= Severity.MAJOR",
                "$s := severity >= Severity.MAJOR",
                "severity > Severity.NEGLIGIBLE && < Severity.MAJOR",
                "severity < Severity.MINOR || > Severity.MAJOR",
                ""
            })
    void leaves_other_expressions_as_they_are(String expression) {
        assertThat(EnumOrder.spellOut(expression)).isEqualTo(expression);
    }
}
