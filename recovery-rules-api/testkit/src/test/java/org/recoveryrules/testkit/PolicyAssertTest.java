package org.recoveryrules.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recoveryrules.testkit.RecoveryAssertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyAssertTest {
    private static final Score TWO_THIRDS =
            new Score(2, 3, List.of("paradox/barriers.drl:7:6: a.rule: fires in none of 3 cases"));

    private final FakePolicy policy = new FakePolicy();

    private static void assertFails(ThrowingCallable assertion, String message) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).withMessage(message);
    }

    @Test
    void passes_its_cases_passes_if_all_of_them_do() {
        policy.withCase("one", 2, "").withCase("another", 3, "");

        assertThat(policy).passesItsCases();
    }

    @Test
    void passes_its_cases_fails_with_each_that_does_not() {
        policy.withCase("one", 2, "")
                .withCase("another", 3, "rules: expected -, came a.rule\nparadox/barriers.drl:7: a.rule fired")
                .withCase("a third", 5, "no decision");

        assertFails(() -> assertThat(policy).passesItsCases(), """

                expected: policy web-shop 3 passes its cases
                 but was: 2 of 3 failed

                paradox/barriers.cases.csv:3: another
                  rules: expected -, came a.rule
                  paradox/barriers.drl:7: a.rule fired

                paradox/barriers.cases.csv:5: a third
                  no decision
                """);
    }

    @Test
    void passes_its_cases_fails_where_there_are_none() {
        assertFails(() -> assertThat(policy).passesItsCases(), """

                expected: policy web-shop 3 passes its cases
                 but was: it has none; a table of cases stands beside the rule file that it is about: \
                paradox/barriers.cases.csv beside paradox/barriers.drl""");
    }

    @Test
    void of_what_is_not_proved_the_first_five_are_told() {
        policy.withScore("mutation", new Score(0, 7, List.of("a", "b", "c", "d", "e", "f", "g")));

        assertFails(() -> assertThat(policy).hasMutationScoreOf(1), """

                expected: mutation score of policy web-shop 3 is 1 % or more
                 but was: 0 % (0 of 7)

                Not proved:
                  a
                  b
                  c
                  d
                  e
                  and 2 more
                """);
    }

    @Test
    void five_that_are_not_proved_are_all_told() {
        policy.withScore("mutation", new Score(0, 5, List.of("a", "b", "c", "d", "e")));

        assertFails(() -> assertThat(policy).hasMutationScoreOf(1), """

                expected: mutation score of policy web-shop 3 is 1 % or more
                 but was: 0 % (0 of 5)

                Not proved:
                  a
                  b
                  c
                  d
                  e
                """);
    }

    @Test
    void has_rule_coverage_of_passes_and_fails() {
        policy.withScore("rules", TWO_THIRDS);

        assertThat(policy).hasRuleCoverageOf(66);
        assertFails(() -> assertThat(policy).hasRuleCoverageOf(67), shortOf("rule coverage"));
    }

    @Test
    void has_boundary_coverage_of_passes_and_fails() {
        policy.withScore("boundaries", TWO_THIRDS);

        assertThat(policy).hasBoundaryCoverageOf(66);
        assertFails(() -> assertThat(policy).hasBoundaryCoverageOf(67), shortOf("boundary coverage"));
    }

    @Test
    void has_mutation_score_of_passes_and_fails() {
        policy.withScore("mutation", TWO_THIRDS);

        assertThat(policy).hasMutationScoreOf(66);
        assertFails(() -> assertThat(policy).hasMutationScoreOf(67), shortOf("mutation score"));
    }

    private static String shortOf(String what) {
        return """

                expected: %s of policy web-shop 3 is 67 %% or more
                 but was: 66 %% (2 of 3)

                Not proved:
                  paradox/barriers.drl:7:6: a.rule: fires in none of 3 cases
                """.formatted(what);
    }

    @Test
    void where_there_is_nothing_to_prove_all_is_proved() {
        policy.withScore("rules", new Score(0, 0, List.of()));

        assertThat(policy).hasRuleCoverageOf(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void what_is_no_percentage_is_refused(int percent) {
        List<Consumer<PolicyAssert>> assertions = List.of(
                it -> it.hasRuleCoverageOf(percent),
                it -> it.hasBoundaryCoverageOf(percent),
                it -> it.hasMutationScoreOf(percent));
        for (Consumer<PolicyAssert> assertion : assertions) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertion.accept(assertThat(policy)))
                    .withMessage("percent must be 0 to 100, but was " + percent);
        }
    }

    @Test
    void has_name_passes_and_fails() {
        assertThat(policy).hasName("web-shop");
        assertFails(() -> assertThat(policy).hasName("airline"), """

                expected: policy of name airline
                 but was: web-shop""");
    }

    @Test
    void has_version_passes_and_fails() {
        assertThat(policy).hasVersion("3");
        assertFails(() -> assertThat(policy).hasVersion("4"), """

                expected: policy web-shop of version 4
                 but was: 3""");
    }

    @Test
    void has_rule_passes_and_fails() {
        assertThat(policy).hasRule(FakePolicy.RULE);
        assertFails(() -> assertThat(policy).hasRule("paradox.sever-failure"), """

                expected: policy web-shop 3 with rule paradox.sever-failure
                 but was: without it

                Its rules:
                  paradox.severe-failure
                  remedy.apology
                """);
    }

    @Test
    void has_no_rule_passes_and_fails() {
        assertThat(policy).hasNoRule("paradox.employee-conduct");
        assertFails(() -> assertThat(policy).hasNoRule(FakePolicy.RULE), """

                expected: policy web-shop 3 without rule paradox.severe-failure
                 but was: with it""");
    }
}
