package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recoveryrules.api.Examples.usd;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedRemedyTest {
    @ParameterizedTest
    @EnumSource(names = {"REFUND", "GIFT"})
    void money_and_things_need_an_amount(RemedyKind kind) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestedRemedy(kind, Optional.empty()))
                .withMessage("claim.requested.amount must be given for " + kind + ", but was absent");
    }

    @Test
    void words_have_no_amount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestedRemedy(RemedyKind.APOLOGY, Optional.of(usd("1.00"))))
                .withMessage("claim.requested.amount must be absent for APOLOGY, but was USD 1.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-0.01"})
    void an_amount_of_nothing_or_less_is_refused(String amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestedRemedy(RemedyKind.REFUND, Optional.of(usd(amount))))
                .withMessage("claim.requested.amount must be more than 0, but was USD " + amount);
    }

    @Test
    void the_smallest_amount_is_allowed() {
        assertThat(new RequestedRemedy(RemedyKind.GIFT, Optional.of(usd("0.01"))).amount())
                .contains(usd("0.01"));
    }

    @Test
    void the_kind_must_be_given() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestedRemedy(null, Optional.empty()))
                .withMessageStartingWith("claim.requested.kind must be one of REFUND, ")
                .withMessageEndingWith(", INCIDENT_REPORT, but was null");
    }

    @Test
    void the_optional_amount_is_empty_and_never_null() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestedRemedy(RemedyKind.APOLOGY, null))
                .withMessage("claim.requested.amount must be given, but was null");
    }
}
