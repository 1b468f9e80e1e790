package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.drools.cases.CaseResult;
import org.recoveryrules.drools.cases.CaseResult.Outcome;
import org.recoveryrules.drools.cases.CaseRun;
import org.recoveryrules.drools.cases.RuleCoverage;

/** A rule file may have a table of cases, cases in JSON, or both. */
class CasesBesideRulesTest {
    private static final String RULE =
            Policies.rule("test.angry", "Customer( mood == Mood.ANGRY )", "findings.escalate( Authority.SUPERVISOR );");
    private static final String TABLE = """
            case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,mood,rules
            somebody angry,MINOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,ANGRY,test.angry
            """;
    private static final String CALM = """
            [{
              "case": "somebody calm",
              "context": {"severity": "MINOR", "avoidability": "UNAVOIDABLE", "foreseeability": "UNFORESEEABLE",
                "priorFailures": 0, "lifetimeValue": 1000},
              "expected": {"rules": [], "authority": "AGENT"}
            }]""";

    @Test
    void cases_of_both_are_run_and_cover_the_rules_together() {
        CaseRun run = run(Map.of("test/test.cases.csv", TABLE, "test/test.cases.json", CALM));

        assertThat(run.results())
                .extracting(result ->
                        result.tested().place() + " " + result.tested().sentence() + ": " + result.outcome())
                .containsExactly(
                        "test/test.cases.csv:2:1 somebody angry: PASSED",
                        "test/test.cases.json:2:11 somebody calm: PASSED");
        assertThat(run.coverage().rules()).allMatch(RuleCoverage::isCovered);
    }

    @Test
    void a_case_in_json_fails_as_a_line_of_a_table_does() {
        CaseRun run = run(Map.of(
                "test/test.cases.json", CALM.replace("[],", "[\"test.angry\"],").replace("AGENT", "MANAGER")));

        CaseResult failed = run.results().get(0);
        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.differences())
                .extracting(
                        difference -> difference.column() + ": " + difference.expected() + ", " + difference.actual())
                .containsExactly("rules: [test.angry], []", "authority: [MANAGER], [AGENT]");
    }

    @Test
    void a_sentence_stands_in_one_of_both_alone() {
        assertThat(checked(Map.of(
                        "test/test.cases.csv",
                        TABLE.replace("somebody angry", "somebody calm"),
                        "test/test.cases.json",
                        CALM)))
                .containsExactly(
                        "test/test.cases.json:2:11: warning[case-duplicate]: test/test.cases.csv:2 has the same"
                                + " sentence");
    }

    @Test
    void cases_in_json_stand_beside_the_rule_file_of_their_name() {
        assertThat(checked(Map.of("test/other.cases.json", CALM)))
                .containsExactly("test/other.cases.json: error[cases-without-rules]: there is no rule file of this name"
                        + " beside it, or no rule in that file");
    }

    @Test
    void nothing_is_said_of_cases_beside_rules_without_a_name() {
        assertThat(checked(Map.of(
                        "test/test.drl",
                        Policies.files(RULE.replaceFirst("\".*?\"", "")).get("test/test.drl"),
                        "test/test.cases.csv",
                        "case,rules\nsomething,;\n")))
                .extracting(diagnostic -> diagnostic.replaceFirst(".*\\[(.*)].*", "$1"))
                .contains("rule-unnamed")
                .noneMatch(code -> code.startsWith("case"));
    }

    @Test
    void other_json_is_left_alone() {
        assertThat(checked(Map.of("test/cases.json", "no JSON", "example.json", "{}")))
                .isEmpty();
    }

    private static CaseRun run(Map<String, String> cases) {
        try (DroolsRecoveryAdvisor advisor = builder(cases).untested().build()) {
            return advisor.runCases();
        }
    }

    private static List<String> checked(Map<String, String> cases) {
        return builder(cases).check().stream().map(Diagnostic::toString).toList();
    }

    private static DroolsRecoveryAdvisor.Builder builder(Map<String, String> cases) {
        Map<String, String> files = Policies.files(RULE);
        files.put("test/test.drl", files.get("test/test.drl").replaceAll("(?m)^import.*Amount;\n", ""));
        files.putAll(cases);
        return DroolsRecoveryAdvisor.builder().policy(PolicySource.memory(files));
    }
}
