package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineExceededExceptionTest {
    @Test
    void it_names_the_deadline_and_the_rules_that_were_firing() {
        DeadlineExceededException exception =
                new DeadlineExceededException(Duration.ofMillis(250), List.of("a.first", "b.second"));
        assertThat(exception)
                .hasMessage("one decision took longer than 250 ms; these rules were firing: a.first, b.second");
        assertThat(exception.deadline()).isEqualTo(Duration.ofMillis(250));
        assertThat(exception.rules()).containsExactly("a.first", "b.second");
    }

    @Test
    void rules_are_copied() {
        List<String> given = new ArrayList<>(List.of("a.first"));
        DeadlineExceededException exception = new DeadlineExceededException(Duration.ofSeconds(1), given);
        given.clear();
        assertThat(exception.rules()).containsExactly("a.first").isUnmodifiable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void a_deadline_of_nothing_or_less_is_refused(Duration deadline) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeadlineExceededException(deadline, List.of("a.first")))
                .withMessage("deadline must be more than 0, but was " + deadline);
    }

    @Test
    void deadline_and_rules_must_be_given() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeadlineExceededException(null, List.of()))
                .withMessage("deadline must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeadlineExceededException(Duration.ofSeconds(1), Arrays.asList("a.first", null)))
                .withMessage("rules[1] must be given, but was null");
    }
}
