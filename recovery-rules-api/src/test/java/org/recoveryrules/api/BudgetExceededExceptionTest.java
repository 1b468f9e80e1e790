package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetExceededExceptionTest {
    @Test
    void it_names_the_budget_and_the_rules_that_went_on_firing() {
        BudgetExceededException exception = new BudgetExceededException(1000, List.of("a.first", "b.second"));
        assertThat(exception)
                .hasMessage("more than 1000 matches in one decision; these rules went on firing: a.first, b.second");
        assertThat(exception.budget()).isEqualTo(1000);
        assertThat(exception.rules()).containsExactly("a.first", "b.second");
    }

    @Test
    void rules_are_copied() {
        List<String> given = new ArrayList<>(List.of("a.first"));
        BudgetExceededException exception = new BudgetExceededException(1, given);
        given.clear();
        assertThat(exception.rules()).containsExactly("a.first").isUnmodifiable();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_budget_of_nothing_or_less_is_refused(int budget) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BudgetExceededException(budget, List.of("a.first")))
                .withMessage("budget must be more than 0, but was " + budget);
    }

    @Test
    void rules_must_be_given() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BudgetExceededException(1, null))
                .withMessage("rules must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BudgetExceededException(1, Arrays.asList("a.first", null)))
                .withMessage("rules[1] must be given, but was null");
    }
}
