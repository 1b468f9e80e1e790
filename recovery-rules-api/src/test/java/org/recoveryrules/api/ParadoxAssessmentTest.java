package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ParadoxAssessmentTest {
    @Test
    void a_verdict_of_does_not_apply_needs_a_barrier() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParadoxAssessment(Verdict.DOES_NOT_APPLY, Set.of()))
                .withMessage(
                        "paradox.barriers must be there with DOES_NOT_APPLY and only then, but was DOES_NOT_APPLY []");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DOES_NOT_APPLY")
    void any_other_verdict_has_no_barrier(Verdict verdict) {
        assertThat(new ParadoxAssessment(verdict, Set.of()).barriers()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParadoxAssessment(verdict, Set.of(Barrier.SEVERITY)))
                .withMessage("paradox.barriers must be there with DOES_NOT_APPLY and only then, but was " + verdict
                        + " [SEVERITY]");
    }

    @ParameterizedTest
    @EnumSource
    void one_barrier_is_enough(Barrier barrier) {
        assertThat(new ParadoxAssessment(Verdict.DOES_NOT_APPLY, Set.of(barrier)).barriers())
                .containsExactly(barrier);
    }

    @Test
    void barriers_are_copied_in_the_order_of_declaration() {
        List<Barrier> backwards = Arrays.asList(Barrier.values());
        Collections.reverse(backwards);
        Set<Barrier> given = new LinkedHashSet<>(backwards);
        ParadoxAssessment paradox = new ParadoxAssessment(Verdict.DOES_NOT_APPLY, given);
        given.clear();
        assertThat(paradox.barriers()).containsExactly(Barrier.values()).isUnmodifiable();
    }

    @Test
    void nothing_may_be_null() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParadoxAssessment(null, Set.of()))
                .withMessage("paradox.verdict must be one of APPLIES, DOES_NOT_APPLY, UNDETERMINED, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParadoxAssessment(Verdict.APPLIES, null))
                .withMessage("paradox.barriers must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ParadoxAssessment(Verdict.DOES_NOT_APPLY, new HashSet<>(Collections.singleton(null))))
                .withMessage("paradox.barriers must be one of SEVERITY, PRIOR_FAILURE, AVOIDABLE, FORESEEABLE, "
                        + "RECURRING, EMPLOYEE_CONDUCT, UNMET_REQUEST, but was null");
    }
}
