package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules and the settlement compare these constants, so their order is a promise. */
class DeclarationOrderTest {
    static Stream<Arguments> ordered() {
        return Stream.of(
                Arguments.of(Severity.class, List.of("NEGLIGIBLE", "MINOR", "MODERATE", "MAJOR", "CRITICAL")),
                Arguments.of(Approach.class, List.of("EMPATHISE", "FIX", "HERO", "RED_CARPET")),
                Arguments.of(Authority.class, List.of("AGENT", "SUPERVISOR", "MANAGER")),
                Arguments.of(Component.class, List.of("ENTITLEMENT", "RESTORATION", "GESTURE", "COMMUNICATION")),
                Arguments.of(StepKind.class, List.of("ACKNOWLEDGE", "UNDERSTAND", "SOLVE", "EXTRA_MILE", "FOLLOW_UP")));
    }

    @ParameterizedTest
    @MethodSource("ordered")
    void constants_compare_as_the_vocabulary_lists_them(Class<? extends Enum<?>> type, List<String> names) {
        assertThat(type.getEnumConstants()).extracting(Enum::name).containsExactlyElementsOf(names);
    }
}
