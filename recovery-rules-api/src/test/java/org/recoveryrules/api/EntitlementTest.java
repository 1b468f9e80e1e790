package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recoveryrules.api.Examples.usd;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class EntitlementTest {
    @ParameterizedTest
    @EnumSource(names = {"APOLOGY", "EXPLANATION", "HANDWRITTEN_NOTE", "PERSONAL_CALL", "INCIDENT_REPORT"})
    void words_are_not_owed(RemedyKind words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Entitlement(words, usd("1.00"), "contract"))
                .withMessage("claim.entitlements.kind must be money or a thing, but was " + words);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"APOLOGY", "EXPLANATION", "HANDWRITTEN_NOTE", "PERSONAL_CALL", "INCIDENT_REPORT"})
    void money_and_things_may_be_owed_from_the_smallest_amount_on(RemedyKind kind) {
        assertThat(new Entitlement(kind, usd("0.01"), "contract").kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-0.01"})
    void an_amount_of_nothing_or_less_is_refused(String amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Entitlement(RemedyKind.REFUND, usd(amount), "EU261"))
                .withMessage("claim.entitlements.amount must be more than 0, but was USD " + amount);
    }

    @Test
    void a_blank_basis_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Entitlement(RemedyKind.REFUND, usd("1.00"), " "))
                .withMessage("claim.entitlements.basis must not be blank, but was ' '");
    }

    @Test
    void the_kind_must_be_given() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Entitlement(null, usd("1.00"), "EU261"))
                .withMessage(
                        "claim.entitlements.kind must be one of REFUND, REIMBURSEMENT, REPLACEMENT, REPERFORMANCE, "
                                + "CREDIT, DISCOUNT, UPGRADE, FEE_WAIVER, GIFT, APOLOGY, EXPLANATION, HANDWRITTEN_NOTE, "
                                + "PERSONAL_CALL, INCIDENT_REPORT, but was null");
    }
}
