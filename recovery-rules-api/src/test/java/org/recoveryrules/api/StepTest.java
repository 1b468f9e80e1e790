package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {
    @Test
    void a_step_without_words_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Step(StepKind.SOLVE, List.of()))
                .withMessage("steps.words must not be empty, but was []");
    }

    @Test
    void words_are_copied_in_the_given_order() {
        List<String> given = new ArrayList<>(List.of("second", "first"));
        Step step = new Step(StepKind.SOLVE, given);
        given.clear();
        assertThat(step.words()).containsExactly("second", "first").isUnmodifiable();
    }

    @Test
    void nothing_may_be_null() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Step(null, List.of("words")))
                .withMessage("steps.kind must be one of ACKNOWLEDGE, UNDERSTAND, SOLVE, EXTRA_MILE, FOLLOW_UP, "
                        + "but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Step(StepKind.SOLVE, null))
                .withMessage("steps.words must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Step(StepKind.SOLVE, Arrays.asList("words", null)))
                .withMessage("steps.words[1] must be given, but was null");
    }
}
