package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recoveryrules.api.Examples.IDENTITY;
import static org.recoveryrules.api.Examples.RULE;

import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Period TWO_YEARS = Period.ofMonths(24);

    @Test
    void rules_are_copied_in_the_given_order() {
        Rule other = new Rule("remedy.apology", "we are sorry", "Smith 1999");
        List<Rule> given = new ArrayList<>(List.of(RULE, other));
        Policy policy = new Policy(IDENTITY, CurrencyUnit.USD, TWO_YEARS, given);
        given.clear();
        assertThat(policy.rules()).containsExactly(RULE, other).isUnmodifiable();
    }

    @Test
    void a_negative_look_back_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy(IDENTITY, CurrencyUnit.USD, Period.ofDays(-1), List.of()))
                .withMessage("policy.lookBack must be 0 or more, but was P-1D");
    }

    @Test
    void no_look_back_is_allowed() {
        assertThat(new Policy(IDENTITY, CurrencyUnit.USD, Period.ZERO, List.of()).lookBack())
                .isEqualTo(Period.ZERO);
    }

    @Test
    void nothing_may_be_null() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy(null, CurrencyUnit.USD, TWO_YEARS, List.of()))
                .withMessage("policy.identity must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy(IDENTITY, null, TWO_YEARS, List.of()))
                .withMessage("policy.currency must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy(IDENTITY, CurrencyUnit.USD, null, List.of()))
                .withMessage("policy.lookBack must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy(IDENTITY, CurrencyUnit.USD, TWO_YEARS, null))
                .withMessage("policy.rules must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy(IDENTITY, CurrencyUnit.USD, TWO_YEARS, Arrays.asList(RULE, null)))
                .withMessage("policy.rules[1] must be given, but was null");
    }
}
