package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.cases.CaseResult.Outcome;

/** Runs the cases that stand beside each rule file of the standard policy. */
class StandardPolicyCasesTest {
    private static final Path POLICY = Path.of("src/main/resources/org/recoveryrules/policy/standard");
    private static List<String> rules;
    private static List<CaseTable> tables;
    private static CaseRun run;

    @BeforeAll
    static void run() throws IOException {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.load(POLICY)) {
            Map<String, byte[]> files = PolicySource.folder(POLICY).read();
            rules = advisor.policy().rules().stream().map(Rule::id).toList();
            Map<String, Place> places = RulePlaces.find(files, rules);
            tables = CaseTable.readAll(files, places, advisor.policy().currency());
            run = CaseRun.of(tables, places, advisor::decide);
        }
    }

    @Test
    void nothing_is_wrong_with_the_tables() {
        assertThat(tables).flatExtracting(CaseTable::diagnostics).isEmpty();
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
        assertThat(run.coverage()).extracting(RuleCoverage::rule).containsExactlyInAnyOrderElementsOf(rules);
        assertThat(run.coverage()).allMatch(RuleCoverage::isCovered);
    }

    @Test
    void a_case_that_expects_one_rule_more_or_less_fails_and_no_other_does() {
        Map<FailureContext, RecoveryDecision> decisions = new HashMap<>();
        run.results()
                .forEach(result -> decisions.put(
                        result.tested().context(), result.decision().orElseThrow()));
        for (CaseTable table : tables) {
            for (Case tested : table.cases()) {
                String rule = table.rules().stream().sorted().findFirst().orElseThrow();
                Case broken = toggled(tested, rule);
                List<CaseTable> others = new ArrayList<>(tables);
                others.set(tables.indexOf(table), replaced(table, tested, broken));

                List<CaseResult> failed = CaseRun.of(others, Map.of(), decisions::get).results().stream()
                        .filter(result -> result.outcome() != Outcome.PASSED)
                        .toList();

                assertThat(failed).extracting(CaseResult::tested).containsExactly(broken);
                assertThat(blamed(failed.get(0))).containsExactly(rule);
            }
        }
    }

    private static Case toggled(Case tested, String rule) {
        Set<String> expected = new TreeSet<>(tested.expected().get(Case.RULES));
        if (!expected.remove(rule)) {
            expected.add(rule);
        }
        return new Case(tested.sentence(), tested.place(), tested.context(), Map.of(Case.RULES, expected));
    }

    private static CaseTable replaced(CaseTable table, Case one, Case other) {
        List<Case> cases = new ArrayList<>(table.cases());
        cases.set(cases.indexOf(one), other);
        return new CaseTable(table.path(), table.rules(), cases, table.diagnostics());
    }

    private static Set<String> blamed(CaseResult result) {
        Set<String> blamed = new TreeSet<>(result.missingRules());
        result.unexpectedRules().forEach(reason -> blamed.add(reason.rule()));
        return blamed;
    }

    private static URI source(Case tested) {
        return URI.create(POLICY.resolve(tested.place().file()).toUri() + "?line="
                + tested.place().line());
    }
}
