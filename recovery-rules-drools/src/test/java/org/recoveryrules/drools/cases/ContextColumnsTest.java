package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.RecoveryDecision;

class ContextColumnsTest {
    @Test
    void there_is_a_column_for_every_component_of_a_context() {
        assertThat(ContextColumns.READERS.keySet())
                .containsExactlyInAnyOrderElementsOf(components(FailureContext.class)
                        .map(RecordComponent::getType)
                        .flatMap(ContextColumnsTest::components)
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void core_is_what_has_no_default() {
        String missing = catchThrowable(() -> FailureContext.builder().build()).getMessage();

        assertThat(ContextColumns.READERS.keySet().stream().filter(column -> missing.contains("." + column + " ")))
                .containsExactlyInAnyOrderElementsOf(ContextColumns.CORE);
    }

    @Test
    void what_is_expected_is_named_as_components_of_a_decision_that_no_context_has() {
        assertThat(Stream.concat(
                        Stream.concat(components(RecoveryDecision.class), components(ParadoxAssessment.class))
                                .map(RecordComponent::getName)
                                // Told by the rules that fire, by the verdict and its barriers, and by no case.
                                .filter(component ->
                                        !Set.of("reasons", "paradox", "policy").contains(component)),
                        Stream.of(Case.RULES)))
                .containsExactlyInAnyOrderElementsOf(ExpectedColumns.NAMES);
        assertThat(ContextColumns.READERS).doesNotContainKeys(ExpectedColumns.NAMES.toArray(String[]::new));
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents());
    }
}
