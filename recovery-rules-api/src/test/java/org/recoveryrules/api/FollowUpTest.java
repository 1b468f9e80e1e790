package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpTest {
    @ParameterizedTest
    @ValueSource(strings = {"P-1D", "P1M-1D", "P-1Y"})
    void a_period_negative_in_any_unit_is_refused(Period after) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FollowUp(after, "call"))
                .withMessage("followUps.after must be 0 or more, but was " + after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P3D", "P1M"})
    void any_other_period_is_allowed(Period after) {
        assertThat(new FollowUp(after, "call").after()).isEqualTo(after);
    }

    @Test
    void a_blank_action_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FollowUp(Period.ZERO, ""))
                .withMessage("followUps.action must not be blank, but was ''");
    }

    @Test
    void nothing_may_be_null() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FollowUp(null, "call"))
                .withMessage("followUps.after must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FollowUp(Period.ZERO, null))
                .withMessage("followUps.action must be given, but was null");
    }
}
