package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlingTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0",
        "PT0.000000001S, 1",
        "PT1H, 1",
        "PT1H0.000000001S, 2",
        "PT23H, 23",
        "PT23H0.000000001S, 24",
        "PT23H59M59.999999999S, 24",
        "PT24H, 24",
        "PT24H0.000000001S, 25",
        "PT36H, 36"
    })
    void delay_hours_counts_hours_begun(Duration delay, long hours) {
        assertThat(handling(delay, 0).delayHours()).isEqualTo(hours);
    }

    @Test
    void the_longest_delay_has_hours_too() {
        Duration longest = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
        assertThat(handling(longest, 0).delayHours()).isEqualTo(Long.MAX_VALUE / 3600 + 1);
    }

    @Test
    void a_negative_delay_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> handling(Duration.ofNanos(-1), 0))
                .withMessage("handling.delay must be 0 or more, but was PT-0.000000001S");
    }

    @Test
    void no_delay_and_no_apologies_are_allowed() {
        Handling handling = handling(Duration.ZERO, 0);
        assertThat(handling.delay()).isZero();
        assertThat(handling.apologies()).isZero();
    }

    @Test
    void a_negative_number_of_apologies_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> handling(Duration.ZERO, -1))
                .withMessage("handling.apologies must be 0 or more, but was -1");
    }

    private static Handling handling(Duration delay, int apologies) {
        return new Handling(true, delay, apologies, Explanation.NONE);
    }
}
