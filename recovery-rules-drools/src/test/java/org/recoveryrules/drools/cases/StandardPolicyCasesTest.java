package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.mutation.Mutant;
import org.recoveryrules.drools.mutation.MutationRun;

/** Runs the cases that stand beside each rule file of the standard policy. */
class StandardPolicyCasesTest {
    private static final Path POLICY = Path.of("src/main/resources/org/recoveryrules/policy/standard");
    private static List<String> rules;
    private static CaseRun run;
    private static MutationRun mutation;

    @BeforeAll
    static void run() {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.load(POLICY)) {
            rules = advisor.policy().rules().stream().map(Rule::id).toList();
            run = advisor.runCases();
            mutation = advisor.runMutants();
        }
    }

    @Test
    void there_are_cases_and_nothing_is_wrong_with_the_policy() {
        assertThat(run.results()).hasSizeGreaterThan(200);
        assertThat(DroolsRecoveryAdvisor.builder()
                        .policy(PolicySource.folder(POLICY))
                        .check())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> decisions_are_as_expected() {
        return run.results().stream()
                .map(result -> dynamicTest(result.tested().sentence(), source(result.tested()), () -> {
                    assertThat(result.failure()).isEmpty();
                    assertThat(result.differences()).isEmpty();
                }));
    }

    @Test
    void every_rule_fires_in_a_case_and_does_not_in_another() {
        assertThat(run.coverage().rules()).extracting(RuleCoverage::rule).containsExactlyInAnyOrderElementsOf(rules);
        assertThat(run.coverage().rules()).allMatch(RuleCoverage::isCovered);
    }

    @Test
    void every_comparison_and_threshold_has_a_case_on_both_sides() {
        assertThat(run.coverage().gaps()).isEmpty();
        assertThat(run.coverage().ofThresholds().all()).isGreaterThan(30);
    }

    /** What is left changes no decision: each of the conditions is superfluous while another rule stands. */
    @Test
    void the_cases_notice_every_mistake_that_changes_a_decision() {
        assertThat(mutation.survivors().stream()
                        .flatMap(group -> group.mutants().stream())
                        .map(Mutant::toString))
                .containsExactly(
                        "remedy/restoration.drl:57:21: RemedyKind.APOLOGY became RemedyKind.PERSONAL_CALL",
                        "remedy/restoration.drl:73:21: lossAmount > 0 became lossAmount > -1",
                        "remedy/restoration.drl:73:21: lossAmount > 0 left out",
                        "remedy/words.drl:14:17: aware == true left out",
                        "remedy/words.drl:14:52: severity > Severity.NEGLIGIBLE became severity >= Severity.NEGLIGIBLE",
                        "remedy/words.drl:14:52: severity > Severity.NEGLIGIBLE left out");
        assertThat(mutation.noticed().all()).isGreaterThan(1_800);
    }

    @Test
    void a_case_that_expects_one_rule_more_or_less_fails_by_it() {
        Map<FailureContext, RecoveryDecision> decisions = new HashMap<>();
        run.results()
                .forEach(result -> decisions.put(
                        result.tested().context(), result.decision().orElseThrow()));
        for (CaseResult result : run.results()) {
            String rule = rules.stream()
                    .filter(id -> isBeside(result.tested(), id))
                    .findFirst()
                    .orElseThrow();
            Case broken = toggled(result.tested(), rule);
            List<Difference> differences = broken.differences(decisions.get(broken.context()));

            assertThat(differences).extracting(Difference::column).containsExactly(Case.RULES);
            assertThat(blamed(differences.get(0))).containsExactly(rule);
        }
    }

    private static boolean isBeside(Case tested, String rule) {
        return run.coverage().rules().stream()
                .filter(coverage -> coverage.rule().equals(rule))
                .allMatch(coverage -> coverage.place()
                        .file()
                        .equals(CaseTable.stem(tested.place().file()) + ".drl"));
    }

    private static Case toggled(Case tested, String rule) {
        ExpectedRules rules = (ExpectedRules) tested.expected().get(0);
        Set<String> expected = new TreeSet<>(rules.fire());
        if (!expected.remove(rule)) {
            expected.add(rule);
        }
        return new Case(
                tested.sentence(),
                tested.place(),
                tested.context(),
                List.of(new ExpectedRules(expected, rules.ofFile())));
    }

    private static List<String> blamed(Difference difference) {
        return Stream.concat(difference.missing().stream(), difference.unexpected().stream())
                .toList();
    }

    private static URI source(Case tested) {
        return URI.create(POLICY.resolve(tested.place().file()).toUri() + "?line="
                + tested.place().line());
    }
}
