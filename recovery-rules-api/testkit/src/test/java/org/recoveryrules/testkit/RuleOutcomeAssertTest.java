package org.recoveryrules.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recoveryrules.testkit.Finding.barrier;
import static org.recoveryrules.testkit.Finding.review;
import static org.recoveryrules.testkit.RecoveryAssertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Barrier;

class RuleOutcomeAssertTest {
    private static final RuleOutcome FIRED =
            new RuleOutcome("paradox.severe-failure", List.of(barrier(Barrier.SEVERITY)), List.of());
    private static final RuleOutcome SILENT = new RuleOutcome(
            "paradox.severe-failure",
            List.of(),
            List.of("failure.severity is MINOR, would have had to be MODERATE, MAJOR or CRITICAL"));

    @Test
    void concludes_passes_on_exactly_these_findings() {
        RuleOutcome two = new RuleOutcome("a.rule", List.of(review(), barrier(Barrier.SEVERITY)), List.of());

        assertThat(FIRED).concludes(barrier(Barrier.SEVERITY));
        assertThat(two).concludes(barrier(Barrier.SEVERITY), review());
    }

    @Test
    void concludes_fails_with_what_kept_it_from_firing() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(SILENT).concludes(barrier(Barrier.SEVERITY)))
                .withMessage("""

                        expected: rule paradox.severe-failure concludes barrier( SEVERITY )
                         but was: nothing

                        It did not fire:
                          failure.severity is MINOR, would have had to be MODERATE, MAJOR or CRITICAL
                        """);
    }

    @Test
    void concludes_fails_with_what_it_found() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(FIRED).concludes(review(), barrier(Barrier.AVOIDABLE)))
                .withMessage("""

                        expected: rule paradox.severe-failure concludes barrier( AVOIDABLE ) and review()
                         but was: barrier( SEVERITY )""");
    }

    @Test
    void concludes_needs_a_finding() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(FIRED).concludes())
                .withMessage("findings must be one or more; of none say concludesNothing()");
    }

    @Test
    void concludes_nothing_passes_and_fails() {
        assertThat(SILENT).concludesNothing();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(FIRED).concludesNothing())
                .withMessage("""

                        expected: rule paradox.severe-failure concludes nothing
                         but was: barrier( SEVERITY )""");
    }
}
