package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.recoveryrules.api.BudgetExceededException;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RecoveryRulesException;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.RuleFailureException;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Vulnerability;
import org.recoveryrules.drools.cases.Blame.Act;
import org.recoveryrules.testkit.DecisionBuilder;

class CaseResultTest {
    private static final Difference VERDICT = new Difference(
            "verdict", List.of("APPLIES"), List.of("UNDETERMINED"), List.of("APPLIES"), List.of("UNDETERMINED"));

    @Test
    void what_is_missing_of_a_set_is_told_apart_from_what_is_too_much() {
        CaseResult result = failed(
                List.of(
                        new Difference(
                                "rules",
                                List.of("a.one", "a.two", "a.both"),
                                List.of("a.both", "a.three"),
                                List.of("a.one", "a.two"),
                                List.of("a.three")),
                        new Difference("barriers", List.of(), List.of("SEVERITY"), List.of(), List.of("SEVERITY"))),
                List.of(
                        blame("a.three", Act.FIRED, Map.of(), Map.of(), "rules", "barriers"),
                        blame("a.one", Act.DID_NOT_FIRE, Map.of(), Map.of(), "rules")));

        assertThat(result.describe()).isEqualTo("""
                remedy/care.cases.csv:7: much harm
                            expected      came
                  rules     a.one         missing
                            a.two         missing
                            not expected  a.three
                  barriers  not expected  SEVERITY
                  remedy/care.drl:3: a.three fired, whatever the context (rules, barriers)
                  remedy/care.drl:3: a.one did not fire, or nothing came of it (rules)""");
    }

    @Test
    void a_remedy_stands_beside_the_one_that_came_in_its_place() {
        Difference remedies = new Difference(
                "remedies",
                List.of("CREDIT 5.00", "GIFT"),
                List.of("CREDIT GESTURE 10.00"),
                List.of("CREDIT 5.00", "GIFT"),
                List.of("CREDIT GESTURE 10.00"));

        assertThat(failed(List.of(remedies), List.of()).describe()).isEqualTo("""
                remedy/care.cases.csv:7: much harm
                            expected     came
                  remedies  CREDIT 5.00  CREDIT GESTURE 10.00
                            GIFT         missing
                  all rules that fired: remedy.care""");
    }

    @Test
    void facts_are_told_as_a_table_spells_them() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("customer.vulnerabilities", List.of(Vulnerability.HEALTH, Vulnerability.LIFE_EVENT));
        facts.put("area.risks", Set.of());
        facts.put("handling.delay", Duration.ofHours(36));
        facts.put("customer.lifetimeValueAmount", new BigDecimal("10.50"));
        facts.put("claim.requestMade", true);

        assertThat(blame("remedy.care", Act.FIRED, facts, Map.of(), "rules").describe())
                .isEqualTo("remedy/care.drl:3: remedy.care fired on customer.vulnerabilities HEALTH LIFE_EVENT,"
                        + " area.risks -, handling.delay PT36H, customer.lifetimeValueAmount 10.50,"
                        + " claim.requestMade true");
    }

    @Test
    void what_kept_a_rule_from_firing_is_told_field_by_field() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("failure.severity", Severity.MINOR);
        facts.put("history.priorFailures", 2);
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("failure.severity", "MAJOR or CRITICAL");
        needed.put("history.priorFailures", "more than 2");

        assertThat(blame("remedy.care", Act.DID_NOT_FIRE, facts, needed, "rules")
                        .describe())
                .isEqualTo(
                        "remedy/care.drl:3: remedy.care did not fire: failure.severity is MINOR, would have had to be"
                                + " MAJOR or CRITICAL; history.priorFailures is 2, would have had to be more than 2");
    }

    @Test
    void what_fired_in_vain_and_what_has_no_place_is_told() {
        assertThat(blame("remedy.care", Act.FIRED_IN_VAIN, Map.of(), Map.of(), "remedies")
                        .describe())
                .isEqualTo("remedy/care.drl:3: remedy.care fired, and nothing came of it");
        assertThat(new Blame(
                                "settlement.cap",
                                Optional.empty(),
                                List.of("total"),
                                Act.FIRED,
                                Map.of("cap", eur("40")),
                                Map.of(),
                                Optional.empty())
                        .describe())
                .isEqualTo("settlement.cap fired on cap 40");
    }

    @Test
    void what_made_a_rule_fire_is_told_as_a_table_spells_it() {
        assertThat(fact(eur("12.5"))).isEqualTo("12.50");
        assertThat(fact(Optional.of(eur("12")))).isEqualTo("12");
        assertThat(fact(Optional.empty())).isEqualTo("-");
        assertThat(fact(new RequestedRemedy(RemedyKind.CREDIT, Optional.of(eur("20")))))
                .isEqualTo("CREDIT 20");
        assertThat(fact(List.of(
                        new Entitlement(RemedyKind.REFUND, eur("250"), "EU261"),
                        new Entitlement(RemedyKind.CREDIT, eur("7"), "a contract"))))
                .isEqualTo("REFUND 250 EU261; CREDIT 7 a contract");
    }

    private static String fact(Object value) {
        String told = blame("remedy.care", Act.FIRED, Map.of("fact", value), Map.of(), "rules")
                .describe();
        return told.replaceFirst(".* on fact ", "");
    }

    private static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    @Test
    void all_rules_that_fired_are_told_where_none_is_to_blame() {
        assertThat(failed(List.of(VERDICT), List.of()).describe()).isEqualTo("""
                remedy/care.cases.csv:7: much harm
                           expected  came
                  verdict  APPLIES   UNDETERMINED
                  all rules that fired: remedy.care""");
    }

    @Test
    void why_there_was_no_decision_is_told_with_its_cause() {
        RecoveryRulesException failure =
                new RuleFailureException("remedy.care", "0".repeat(64), new ArithmeticException("/ by zero"));

        assertThat(withoutDecision(failure).describe()).isEqualTo("""
                        remedy/care.cases.csv:7: much harm
                          error: rule 'remedy.care' failed on context %s: / by zero""".formatted("0".repeat(64)));
        assertThat(withoutDecision(new BudgetExceededException(10, List.of("a.rule")))
                        .error())
                .isEqualTo(new BudgetExceededException(10, List.of("a.rule")).getMessage());
        assertThat(failed(List.of(VERDICT), List.of()).error()).isEmpty();
    }

    @Test
    void nothing_in_a_sentence_steers_a_terminal() {
        Case steering = new Case("much \u001b[31mharm", tested().place(), tested().context(), List.of());

        assertThat(new CaseResult(steering, Optional.of(decision()), List.of(), Optional.empty(), List.of()).describe())
                .isEqualTo("remedy/care.cases.csv:7: much \ufffd[31mharm");
    }

    private static CaseResult failed(List<Difference> differences, List<Blame> blames) {
        return new CaseResult(tested(), Optional.of(decision()), differences, Optional.empty(), blames);
    }

    private static CaseResult withoutDecision(RecoveryRulesException failure) {
        return new CaseResult(tested(), Optional.empty(), List.of(), Optional.of(failure), List.of());
    }

    private static Blame blame(
            String rule, Act act, Map<String, Object> facts, Map<String, String> needed, String... columns) {
        return new Blame(
                rule,
                Optional.of(Place.of("remedy/care.drl", 3)),
                List.of(columns),
                act,
                facts,
                needed,
                Optional.empty());
    }

    private static Case tested() {
        return new Case(
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
    }

    private static RecoveryDecision decision() {
        return DecisionBuilder.in(CurrencyUnit.EUR)
                .because("remedy.care", "we care")
                .build();
    }
}
