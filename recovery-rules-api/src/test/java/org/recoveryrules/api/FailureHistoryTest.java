package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FailureHistoryTest {
    @Test
    void a_negative_number_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FailureHistory(-1, LastRecovery.NONE, false))
                .withMessage("history.priorFailures must be 0 or more, but was -1");
    }

    @ParameterizedTest
    @CsvSource({"0, NONE, false", "1, GOOD, false", "1, POOR, true", "2, UNKNOWN, true"})
    void a_history_that_fits_together_is_allowed(int priorFailures, LastRecovery lastRecovery, boolean similar) {
        FailureHistory history = new FailureHistory(priorFailures, lastRecovery, similar);
        assertThat(history.priorFailures()).isEqualTo(priorFailures);
        assertThat(history.lastRecovery()).isEqualTo(lastRecovery);
        assertThat(history.similar()).isEqualTo(similar);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void without_prior_failures_there_is_no_last_recovery(LastRecovery lastRecovery) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FailureHistory(0, lastRecovery, false))
                .withMessage("history.lastRecovery must be NONE without prior failures, but was " + lastRecovery);
    }

    @Test
    void with_prior_failures_there_is_a_last_recovery() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FailureHistory(1, LastRecovery.NONE, false))
                .withMessage("history.lastRecovery must be GOOD, POOR or UNKNOWN with prior failures, but was NONE");
    }

    @Test
    void without_prior_failures_nothing_is_similar() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FailureHistory(0, LastRecovery.NONE, true))
                .withMessage("history.similar must be false without prior failures, but was true");
    }

    @Test
    void the_last_recovery_must_be_given() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FailureHistory(0, null, false))
                .withMessage("history.lastRecovery must be one of NONE, GOOD, POOR, UNKNOWN, but was null");
    }
}
