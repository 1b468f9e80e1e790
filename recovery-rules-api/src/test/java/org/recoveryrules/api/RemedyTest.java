package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recoveryrules.api.Examples.usd;

import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemedyTest {
    private static final Optional<Money> NO_AMOUNT = Optional.empty();
    private static final Optional<String> NO_BASIS = Optional.empty();

    @ParameterizedTest
    @EnumSource
    void words_and_only_words_are_communication(RemedyKind kind) {
        Component allowed = kind.isWords() ? Component.COMMUNICATION : Component.GESTURE;
        Component refused = kind.isWords() ? Component.GESTURE : Component.COMMUNICATION;
        assertThat(new Remedy(kind, allowed, NO_AMOUNT, NO_BASIS, Authority.AGENT).component())
                .isEqualTo(allowed);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Remedy(kind, refused, NO_AMOUNT, NO_BASIS, Authority.AGENT))
                .withMessage("remedy.component must be COMMUNICATION for words and only for them, but was " + refused
                        + " of " + kind);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESTORATION", "GESTURE"})
    void money_that_is_not_owed_may_be_without_an_amount(Component component) {
        Remedy unknown = new Remedy(RemedyKind.REFUND, component, NO_AMOUNT, NO_BASIS, Authority.AGENT);
        Remedy known = new Remedy(RemedyKind.REFUND, component, Optional.of(usd("0.00")), NO_BASIS, Authority.AGENT);
        assertThat(unknown.amount()).isEmpty();
        assertThat(known.amount()).contains(usd("0.00"));
    }

    @Test
    void an_entitlement_has_an_amount_and_a_basis() {
        Optional<Money> amount = Optional.of(usd("1.00"));
        Optional<String> basis = Optional.of("EU261");
        assertThat(new Remedy(RemedyKind.REFUND, Component.ENTITLEMENT, amount, basis, Authority.AGENT).basis())
                .isEqualTo(basis);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Remedy(RemedyKind.REFUND, Component.ENTITLEMENT, NO_AMOUNT, basis, Authority.AGENT))
                .withMessage("remedy.amount must be given for ENTITLEMENT, but was absent");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Remedy(RemedyKind.REFUND, Component.ENTITLEMENT, amount, NO_BASIS, Authority.AGENT))
                .withMessage("remedy.basis must be given for ENTITLEMENT, but was absent");
    }

    @Test
    void words_have_no_amount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Remedy(
                        RemedyKind.APOLOGY,
                        Component.COMMUNICATION,
                        Optional.of(usd("1.00")),
                        NO_BASIS,
                        Authority.AGENT))
                .withMessage("remedy.amount must be absent for APOLOGY, but was USD 1.00");
    }

    @Test
    void a_negative_amount_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Remedy(
                        RemedyKind.CREDIT, Component.GESTURE, Optional.of(usd("-0.01")), NO_BASIS, Authority.AGENT))
                .withMessage("remedy.amount must be 0 or more, but was USD -0.01");
    }

    @Test
    void an_entitlement_may_say_what_it_rests_on() {
        assertThat(entitled("EU261").basis()).contains("EU261");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void a_blank_basis_is_refused(String basis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entitled(basis))
                .withMessage("remedy.basis must not be blank, but was '" + basis + "'");
    }

    @ParameterizedTest
    @EnumSource(names = {"RESTORATION", "GESTURE"})
    void nothing_but_an_entitlement_has_a_basis(Component component) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Remedy(RemedyKind.REFUND, component, NO_AMOUNT, Optional.of("EU261"), Authority.AGENT))
                .withMessage("remedy.basis must be absent for " + component + ", but was 'EU261'");
    }

    @Test
    void nothing_may_be_null() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Remedy(null, Component.GESTURE, NO_AMOUNT, NO_BASIS, Authority.AGENT))
                .withMessageStartingWith("remedy.kind must be one of REFUND, ")
                .withMessageEndingWith(", INCIDENT_REPORT, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Remedy(RemedyKind.GIFT, null, NO_AMOUNT, NO_BASIS, Authority.AGENT))
                .withMessage("remedy.component must be one of ENTITLEMENT, RESTORATION, GESTURE, COMMUNICATION, "
                        + "but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Remedy(RemedyKind.GIFT, Component.GESTURE, null, NO_BASIS, Authority.AGENT))
                .withMessage("remedy.amount must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Remedy(RemedyKind.GIFT, Component.GESTURE, NO_AMOUNT, null, Authority.AGENT))
                .withMessage("remedy.basis must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Remedy(RemedyKind.GIFT, Component.GESTURE, NO_AMOUNT, NO_BASIS, null))
                .withMessage("remedy.authority must be one of AGENT, SUPERVISOR, MANAGER, but was null");
    }

    @ParameterizedTest
    @EnumSource
    void justice_is_that_of_the_kind(RemedyKind kind) {
        Component component = kind.isWords() ? Component.COMMUNICATION : Component.RESTORATION;
        assertThat(new Remedy(kind, component, NO_AMOUNT, NO_BASIS, Authority.AGENT).justice())
                .isEqualTo(kind.justice());
    }

    private static Remedy entitled(String basis) {
        return new Remedy(
                RemedyKind.REFUND,
                Component.ENTITLEMENT,
                Optional.of(usd("250.00")),
                Optional.of(basis),
                Authority.AGENT);
    }
}
