package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void scripts_can_rely_on_the_numbers() {
        assertThat(Stream.of(ExitCode.values()).map(code -> code + " " + code.code()))
                .containsExactly("FINE 0", "COULD_NOT_RUN 1", "POLICY_INVALID 2", "CASES_FALL_SHORT 3");
    }
}
