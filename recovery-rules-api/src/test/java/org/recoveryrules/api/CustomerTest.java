package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recoveryrules.api.Examples.usd;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerTest {
    @Test
    void a_negative_lifetime_value_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> customer(usd("-0.01"), Set.of()))
                .withMessage("customer.lifetimeValue must be 0 or more, but was USD -0.01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "5000.00"})
    void the_lifetime_value_can_be_read_as_a_number(String value) {
        assertThat(customer(usd(value), Set.of()).lifetimeValueAmount()).isEqualByComparingTo(value);
    }

    @Test
    void the_lifetime_value_must_be_given() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> customer(null, Set.of()))
                .withMessage("customer.lifetimeValue must be given, but was null");
    }

    @Test
    void vulnerabilities_are_copied_in_the_order_of_declaration() {
        List<Vulnerability> backwards = Arrays.asList(
                Vulnerability.CAPABILITY, Vulnerability.RESILIENCE, Vulnerability.LIFE_EVENT, Vulnerability.HEALTH);
        Set<Vulnerability> given = new LinkedHashSet<>(backwards);
        Customer customer = customer(usd("0.00"), given);
        given.clear();
        assertThat(customer.vulnerabilities())
                .containsExactly(Vulnerability.values())
                .isUnmodifiable();
    }

    @Test
    void no_vulnerabilities_are_not_modifiable_either() {
        assertThat(customer(usd("0.00"), Set.of()).vulnerabilities()).isEmpty();
        assertThat(customer(usd("0.00"), Set.of()).vulnerabilities()).isUnmodifiable();
    }

    @Test
    void one_vulnerability_makes_vulnerable() {
        assertThat(customer(usd("0.00"), Set.of()).vulnerable()).isFalse();
        assertThat(customer(usd("0.00"), Set.of(Vulnerability.HEALTH)).vulnerable())
                .isTrue();
    }

    private static Customer customer(Money lifetimeValue, Set<Vulnerability> vulnerabilities) {
        return new Customer(lifetimeValue, Expectation.UNKNOWN, Mood.CALM, vulnerabilities, Reach.PRIVATE, false);
    }
}
