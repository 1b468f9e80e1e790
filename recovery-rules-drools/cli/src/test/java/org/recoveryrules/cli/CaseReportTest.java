package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RuleFailureException;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Vulnerability;
import org.recoveryrules.drools.cases.Blame;
import org.recoveryrules.drools.cases.Case;
import org.recoveryrules.drools.cases.CaseResult;
import org.recoveryrules.drools.cases.CaseRun;
import org.recoveryrules.drools.cases.ComparisonCoverage;
import org.recoveryrules.drools.cases.ComparisonCoverage.Side;
import org.recoveryrules.drools.cases.Coverage;
import org.recoveryrules.drools.cases.Difference;
import org.recoveryrules.drools.cases.RuleCoverage;
import org.recoveryrules.testkit.DecisionBuilder;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

class CaseReportTest {
    private static final Case CASE = new Case(
            "much harm",
            Place.of("remedy/care.cases.csv", 7),
            FailureContext.builder()
                    .severity(Severity.MAJOR)
                    .avoidability(Avoidability.UNAVOIDABLE)
                    .foreseeability(Foreseeability.UNFORESEEABLE)
                    .priorFailures(0)
                    .lifetimeValue(Money.zero(CurrencyUnit.EUR))
                    .build(),
            List.of());

    private static final RecoveryDecision DECISION =
            DecisionBuilder.in(CurrencyUnit.EUR).build();
    private static final Coverage NO_COVERAGE = new Coverage(List.of(), List.of());
    private static final Coverage COVERAGE = new Coverage(
            List.of(
                    new RuleCoverage("a.covered", Place.of("a/b.drl", 1), 1, 1, true),
                    new RuleCoverage("a.never", Place.of("a/b.drl", 2), 0, 1, true)),
            List.of(new ComparisonCoverage(
                    "a.covered",
                    new Place("a/b.drl", "", 7, 5, 8, 22, ""),
                    "severity >=\n    Severity.MODERATE",
                    List.of(new Side("MODERATE or worse", true, 2), new Side("less", false, 1)),
                    List.of(new Side("MODERATE", true, 2), new Side("MINOR", false, 0)))));

    @Test
    void a_rule_that_failed_is_told_with_its_cause() {
        RuleFailureException failure =
                new RuleFailureException("remedy.care", "0".repeat(64), new ArithmeticException("/ by zero"));
        CaseRun run = new CaseRun(
                List.of(new CaseResult(CASE, Optional.empty(), List.of(), Optional.of(failure), List.of())),
                NO_COVERAGE);

        assertThat(text(run, Ansi.OFF)).isEqualTo("""
                remedy/care.cases.csv:7: much harm
                  error: rule 'remedy.care' failed on context %s: / by zero

                1 case: 0 passed, 1 error
                """.formatted("0".repeat(64)));
    }

    @Test
    void a_case_that_failed_is_told_as_it_describes_itself() {
        CaseRun run = failed(facts());

        assertThat(text(run, Ansi.OFF)).isEqualTo(run.results().get(0).describe() + "\n\n1 case: 0 passed, 1 failed\n");
    }

    @Test
    void the_place_of_a_case_is_bold_and_an_error_red() {
        RuleFailureException failure =
                new RuleFailureException("remedy.care", "0".repeat(64), new ArithmeticException("$1"));
        CaseRun run = new CaseRun(
                List.of(new CaseResult(CASE, Optional.empty(), List.of(), Optional.of(failure), List.of())),
                NO_COVERAGE);

        assertThat(text(run, Ansi.ON)).startsWith("""
                \u001b[1mremedy/care.cases.csv:7\u001b[21m\u001b[0m: much harm
                  \u001b[31merror:\u001b[39m\u001b[0m rule 'remedy.care' failed on context %s: $1
                """.formatted("0".repeat(64)));
    }

    @Test
    void facts_are_told_to_programs_as_json_has_them() throws IOException {
        CaseRun run = failed(facts());

        JsonNode told = new ObjectMapper()
                .readTree(CaseJsonReport.of(run, Optional.empty(), List.of()))
                .at("/cases/0/blames/0/facts");

        assertThat(told).isEqualTo(new ObjectMapper().readTree("""
                {
                  "customer.vulnerabilities": ["HEALTH", "LIFE_EVENT"],
                  "area.risks": [],
                  "handling.delay": "PT36H",
                  "customer.lifetimeValueAmount": 10.50,
                  "claim.requestMade": true,
                  "customer.lifetimeValue": {"amount": "10.50", "currency": "EUR"},
                  "claim.entitlements": [
                    {"kind": "CREDIT", "amount": {"amount": "7.00", "currency": "EUR"}, "basis": "a contract"}
                  ]
                }
                """));
    }

    @Test
    void coverage_is_told_in_percent_with_each_gap() {
        assertThat(coverage(Ansi.OFF, COVERAGE)).isEqualTo("""
                rules         50 %  1 of 2 fire in one case and not in another
                comparisons  100 %  1 of 1 hold in one case and not in another
                thresholds     0 %  0 of 1 have a case at the value and at the next beyond it
                not shown by a case beside the rule:
                  a/b.drl:2: a.never: fires in none of 1 case
                  a/b.drl:7:5: a.covered: severity >= Severity.MODERATE: none with MINOR
                """);
    }

    @Test
    void coverage_is_green_or_red() {
        assertThat(coverage(Ansi.ON, COVERAGE)).startsWith("""
                \u001b[31mrules         50 %\u001b[39m\u001b[0m  1 of 2 fire in one case and not in another
                \u001b[32mcomparisons  100 %\u001b[39m\u001b[0m  1 of 1 hold""");
        assertThat(coverage(Ansi.OFF, new Coverage(List.of(), List.of()))).isEqualTo("""
                rules        100 %  0 of 0 fire in one case and not in another
                comparisons  100 %  0 of 0 hold in one case and not in another
                thresholds   100 %  0 of 0 have a case at the value and at the next beyond it
                """);
    }

    private static String coverage(Ansi ansi, Coverage coverage) {
        StringWriter text = new StringWriter();
        new CaseReport(Help.defaultColorScheme(ansi), new CaseRun(List.of(), coverage))
                .printCoverage(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void the_sum_is_green_or_red() {
        CaseRun passed = new CaseRun(
                List.of(new CaseResult(CASE, Optional.of(DECISION), List.of(), Optional.empty(), List.of())),
                NO_COVERAGE);

        assertThat(text(passed, Ansi.ON)).isEqualTo("\u001b[32m1 case: 1 passed\u001b[39m\u001b[0m\n");
        assertThat(text(failed(facts()), Ansi.ON))
                .endsWith("\u001b[31m1 case: 0 passed, 1 failed\u001b[39m\u001b[0m\n");
    }

    private static CaseRun failed(Map<String, Object> facts) {
        List<String> expected = List.of("APPLIES");
        List<String> came = List.of("UNDETERMINED");
        return new CaseRun(
                List.of(new CaseResult(
                        CASE,
                        Optional.of(DECISION),
                        List.of(new Difference("verdict", expected, came, expected, came)),
                        Optional.empty(),
                        List.of(new Blame(
                                "remedy.care",
                                Optional.of(Place.of("remedy/care.drl", 3)),
                                List.of("verdict"),
                                Blame.Act.FIRED,
                                facts,
                                Map.of(),
                                Optional.empty())))),
                NO_COVERAGE);
    }

    private static Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("customer.vulnerabilities", List.of(Vulnerability.HEALTH, Vulnerability.LIFE_EVENT));
        facts.put("area.risks", Set.of());
        facts.put("handling.delay", Duration.ofHours(36));
        facts.put("customer.lifetimeValueAmount", new BigDecimal("10.50"));
        facts.put("claim.requestMade", true);
        facts.put("customer.lifetimeValue", Money.of(CurrencyUnit.EUR, new BigDecimal("10.50")));
        Money amount = Money.of(CurrencyUnit.EUR, 7);
        facts.put("claim.entitlements", List.of(new Entitlement(RemedyKind.CREDIT, amount, "a contract")));
        return facts;
    }

    private static String text(CaseRun run, Ansi ansi) {
        StringWriter text = new StringWriter();
        new CaseReport(Help.defaultColorScheme(ansi), run).print(new PrintWriter(text));
        return text.toString();
    }
}
