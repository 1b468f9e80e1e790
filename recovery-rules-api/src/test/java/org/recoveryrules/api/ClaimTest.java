package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recoveryrules.api.Examples.CREDIT_OWED;
import static org.recoveryrules.api.Examples.REFUND_OWED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimTest {
    @Test
    void a_negative_number_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Claim(ClaimStatus.VERIFIED, -1, List.of(), Optional.empty()))
                .withMessage("claim.compensatedClaims must be 0 or more, but was -1");
    }

    @Test
    void no_compensated_claims_are_allowed() {
        assertThat(new Claim(ClaimStatus.VERIFIED, 0, List.of(), Optional.empty()).compensatedClaims())
                .isZero();
    }

    @Test
    void the_optional_request_is_empty_and_never_null() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Claim(ClaimStatus.VERIFIED, 0, List.of(), null))
                .withMessage("claim.requested must be given, but was null");
    }

    @Test
    void an_entitlement_that_is_null_is_named_by_its_place() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> claim(Arrays.asList(REFUND_OWED, null)))
                .withMessage("claim.entitlements[1] must be given, but was null");
    }

    @Test
    void entitlements_are_copied_in_the_given_order() {
        List<Entitlement> given = new ArrayList<>(List.of(CREDIT_OWED, REFUND_OWED));
        Claim claim = claim(given);
        given.clear();
        assertThat(claim.entitlements())
                .containsExactly(CREDIT_OWED, REFUND_OWED)
                .isUnmodifiable();
    }

    @Test
    void entitled_kinds_are_each_told_once_in_the_order_of_declaration() {
        assertThat(claim(List.of(CREDIT_OWED, REFUND_OWED, CREDIT_OWED)).entitledKinds())
                .containsExactly(RemedyKind.REFUND, RemedyKind.CREDIT)
                .isUnmodifiable();
        assertThat(claim(List.of()).entitledKinds()).isEmpty();
    }

    @Test
    void a_request_is_made_once_the_customer_has_said_what_would_be_fair() {
        RequestedRemedy apology = new RequestedRemedy(RemedyKind.APOLOGY, Optional.empty());
        assertThat(new Claim(ClaimStatus.VERIFIED, 0, List.of(), Optional.of(apology)).requestMade())
                .isTrue();
        assertThat(claim(List.of()).requestMade()).isFalse();
    }

    private static Claim claim(List<Entitlement> entitlements) {
        return new Claim(ClaimStatus.VERIFIED, 0, entitlements, Optional.empty());
    }
}
