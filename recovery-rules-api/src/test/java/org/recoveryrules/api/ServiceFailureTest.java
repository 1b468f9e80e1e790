package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recoveryrules.api.Examples.usd;

import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceFailureTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-0.01"})
    void a_price_of_nothing_or_less_is_refused(String price) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> failure(Optional.of(usd(price)), usd("0.00")))
                .withMessage("failure.price must be more than 0, but was USD " + price);
    }

    @Test
    void the_smallest_price_is_allowed_and_can_be_read_as_a_number() {
        ServiceFailure failure = failure(Optional.of(usd("0.01")), usd("0.00"));
        assertThat(failure.priceKnown()).isTrue();
        assertThat(failure.priceAmount()).isEqualByComparingTo("0.01");
    }

    @Test
    void an_unknown_price_reads_as_0() {
        ServiceFailure failure = failure(Optional.empty(), usd("0.00"));
        assertThat(failure.priceKnown()).isFalse();
        assertThat(failure.priceAmount()).isZero();
    }

    @Test
    void a_negative_loss_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> failure(Optional.empty(), usd("-0.01")))
                .withMessage("failure.loss must be 0 or more, but was USD -0.01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "7.50"})
    void a_loss_can_be_read_as_a_number(String loss) {
        assertThat(failure(Optional.empty(), usd(loss)).lossAmount()).isEqualByComparingTo(loss);
    }

    @Test
    void an_optional_price_is_empty_and_never_null() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> failure(null, usd("0.00")))
                .withMessage("failure.price must be given, but was null");
    }

    @Test
    void the_core_enums_must_be_given() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(null, Avoidability.UNKNOWN, Foreseeability.UNKNOWN))
                .withMessage(
                        "failure.severity must be one of NEGLIGIBLE, MINOR, MODERATE, MAJOR, CRITICAL, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Severity.MINOR, null, Foreseeability.UNKNOWN))
                .withMessage("failure.avoidability must be one of UNAVOIDABLE, AVOIDABLE, UNKNOWN, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Severity.MINOR, Avoidability.UNKNOWN, null))
                .withMessage("failure.foreseeability must be one of UNFORESEEABLE, FORESEEABLE, UNKNOWN, but was null");
    }

    private static ServiceFailure of(Severity severity, Avoidability avoidability, Foreseeability foreseeability) {
        return new ServiceFailure(
                severity,
                avoidability,
                foreseeability,
                Recurrence.ONE_OFF,
                FailureType.OUTCOME,
                ResourceLost.NONE,
                Cause.UNKNOWN,
                Optional.empty(),
                usd("0.00"),
                true);
    }

    private static ServiceFailure failure(Optional<Money> price, Money loss) {
        return new ServiceFailure(
                Severity.MINOR,
                Avoidability.UNAVOIDABLE,
                Foreseeability.UNFORESEEABLE,
                Recurrence.ONE_OFF,
                FailureType.OUTCOME,
                ResourceLost.NONE,
                Cause.UNKNOWN,
                price,
                loss,
                true);
    }
}
