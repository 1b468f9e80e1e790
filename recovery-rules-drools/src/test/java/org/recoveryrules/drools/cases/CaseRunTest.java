package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.BudgetExceededException;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Severity;
import org.recoveryrules.drools.cases.CaseResult.Outcome;
import org.recoveryrules.drools.cases.ComparisonCoverage.Side;
import org.recoveryrules.testkit.DecisionBuilder;

class CaseRunTest {
    private static final Map<String, Place> RULES = Map.of(
            "paradox.severe", Place.of("paradox/barriers.drl", 9),
            "paradox.prior", Place.of("paradox/barriers.drl", 20),
            "remedy.always", Place.of("remedy/words.drl", 5));
    private static final List<Boundary> BOUNDARIES = List.of(
            boundary("paradox.severe", Severity.MODERATE, Severity.MINOR),
            boundary("remedy.always", Severity.MAJOR, Severity.MODERATE));
    private static final String HEADER = "case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,";
    private static final String MINOR = ",MINOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,";
    private static final String MAJOR = ",MAJOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,";

    @Test
    void a_case_passes_where_the_rules_of_its_file_fire_and_no_other() {
        CaseRun run = run(Map.of(
                "paradox/barriers.cases.csv",
                        HEADER + "rules\nlittle harm" + MINOR + "-\nmuch harm" + MAJOR + "paradox.severe\n",
                "remedy/words.cases.csv", HEADER + "rules\nlittle harm" + MINOR + "remedy.always\n"));

        assertThat(run.results())
                .extracting(result -> result.tested().place().toString(), CaseResult::outcome)
                .containsExactly(
                        tuple("paradox/barriers.cases.csv:2:1", Outcome.PASSED),
                        tuple("paradox/barriers.cases.csv:3:1", Outcome.PASSED),
                        tuple("remedy/words.cases.csv:2:1", Outcome.PASSED));
        assertThat(run.results()).flatExtracting(CaseResult::blames).isEmpty();
        assertThat(run.count(Outcome.PASSED)).isEqualTo(3);
        assertThat(run.count(Outcome.FAILED)).isZero();
    }

    @Test
    void a_case_fails_where_a_rule_fires_and_should_not_and_says_who_is_to_blame() {
        CaseResult result = onlyResult("rules\nmuch harm" + MAJOR + "-\n");

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.differences()).containsExactly(difference("rules", List.of(), List.of("paradox.severe")));
        assertThat(result.blames()).containsExactly(blame("rules"));
    }

    @Test
    void a_case_fails_where_a_rule_does_not_fire_and_should() {
        CaseResult result = onlyResult("rules\nlittle harm" + MINOR + "paradox.severe paradox.prior\n");

        assertThat(result.differences())
                .containsExactly(difference("rules", List.of("paradox.prior", "paradox.severe"), List.of()));
    }

    @Test
    void each_column_that_expects_something_is_compared() {
        CaseResult result = onlyResult(
                "rules,verdict,barriers,questions,doubleDeviation,approach,authority,humanReview,steps,followUps,"
                        + "total,gestureTotal\nmuch harm" + MAJOR
                        + "paradox.severe,APPLIES,SEVERITY RECURRING,-,false,EMPATHISE,MANAGER,true,SOLVE,P3D,5..,..1\n");

        assertThat(result.differences())
                .containsExactly(
                        difference("verdict", List.of("APPLIES"), List.of("DOES_NOT_APPLY")),
                        new Difference(
                                "barriers",
                                List.of("SEVERITY", "RECURRING"),
                                List.of("SEVERITY"),
                                List.of("RECURRING"),
                                List.of()),
                        difference("questions", List.of(), List.of("PRICE")),
                        difference("authority", List.of("MANAGER"), List.of("AGENT")),
                        difference("humanReview", List.of("true"), List.of("false")),
                        difference("steps", List.of("SOLVE"), List.of()),
                        difference("followUps", List.of("P3D"), List.of()),
                        difference("total", List.of("5.00.."), List.of("0.00")));
    }

    @Test
    void a_case_without_a_decision_is_an_error_and_the_others_are_run() {
        BudgetExceededException failure = new BudgetExceededException(10, List.of("paradox.severe"));
        CaseRun run = run(
                Map.of(
                        "paradox/barriers.cases.csv",
                        HEADER + "rules\nmuch harm" + MAJOR + "-\nlittle harm" + MINOR + "-\n"),
                context -> {
                    if (context.failure().severity() == Severity.MAJOR) {
                        throw failure;
                    }
                    return decide(context);
                });

        assertThat(run.results()).extracting(CaseResult::outcome).containsExactly(Outcome.ERROR, Outcome.PASSED);
        assertThat(run.results().get(0).failure()).contains(failure);
        assertThat(run.results().get(0).decision()).isEmpty();
    }

    @Test
    void what_is_no_fault_of_the_policy_is_not_taken_for_one() {
        Map<String, String> table = Map.of("paradox/barriers.cases.csv", HEADER + "rules\nmuch harm" + MAJOR + "-\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> run(table, context -> {
                    throw new IllegalStateException("closed");
                }));
    }

    @Test
    void coverage_counts_the_cases_beside_the_file_of_a_rule() {
        CaseRun run = run(Map.of(
                "paradox/barriers.cases.csv",
                        HEADER + "rules\nlittle harm" + MINOR + "-\nmuch harm" + MAJOR + "-\nmore harm" + MAJOR + "-\n",
                "remedy/words.cases.csv", HEADER + "rules\nmuch harm" + MAJOR + "remedy.always\n"));

        assertThat(run.coverage().rules())
                .containsExactly(
                        new RuleCoverage("paradox.severe", RULES.get("paradox.severe"), 2, 1, true),
                        new RuleCoverage("paradox.prior", RULES.get("paradox.prior"), 0, 3, true),
                        new RuleCoverage("remedy.always", RULES.get("remedy.always"), 1, 0, false));
        assertThat(run.coverage().rules()).extracting(RuleCoverage::isCovered).containsExactly(true, false, true);
    }

    @Test
    void a_rule_without_cases_or_seen_only_firing_is_not_covered() {
        CaseRun run =
                run(Map.of("paradox/barriers.cases.csv", HEADER + "rules\nmuch harm" + MAJOR + "paradox.severe\n"));

        assertThat(run.coverage().rules())
                .containsExactly(
                        new RuleCoverage("paradox.severe", RULES.get("paradox.severe"), 1, 0, true),
                        new RuleCoverage("paradox.prior", RULES.get("paradox.prior"), 0, 1, true),
                        new RuleCoverage("remedy.always", RULES.get("remedy.always"), 0, 0, true));
        assertThat(run.coverage().rules()).noneMatch(RuleCoverage::isCovered);
    }

    @Test
    void coverage_counts_the_cases_on_each_side_of_a_comparison() {
        CaseRun run = run(Map.of(
                "paradox/barriers.cases.csv",
                        HEADER + "rules\nlittle harm" + MINOR + "-\nas little harm" + MINOR + "-\n",
                "remedy/words.cases.csv", HEADER + "rules\nmuch harm" + MAJOR + "remedy.always\n"));

        assertThat(run.coverage().comparisons())
                .extracting(ComparisonCoverage::rule, ComparisonCoverage::outcomes, ComparisonCoverage::threshold)
                .containsExactly(
                        tuple(
                                "paradox.severe",
                                List.of(new Side("more", true, 0), new Side("less", false, 2)),
                                List.of(new Side("MODERATE", true, 0), new Side("MINOR", false, 2))),
                        tuple(
                                "remedy.always",
                                List.of(new Side("more", true, 1), new Side("less", false, 0)),
                                List.of(new Side("MAJOR", true, 1), new Side("MODERATE", false, 0))));
    }

    @Test
    void a_case_without_a_decision_shows_nothing() {
        CaseRun run = run(
                Map.of("paradox/barriers.cases.csv", HEADER + "rules\nmuch harm" + MAJOR + "paradox.severe\n"),
                context -> {
                    throw new BudgetExceededException(10, List.of("paradox.severe"));
                });

        assertThat(run.coverage().rules())
                .extracting(RuleCoverage::fires, RuleCoverage::silent)
                .containsOnly(tuple(0, 0));
        assertThat(run.coverage().comparisons())
                .flatExtracting(ComparisonCoverage::outcomes)
                .extracting(Side::cases)
                .containsOnly(0);
    }

    private static Boundary boundary(String rule, Severity bound, Severity next) {
        return new Boundary(
                rule,
                RULES.get(rule),
                "severity >= Severity." + bound,
                List.of(
                        side("more", true, severity -> severity.compareTo(bound) >= 0),
                        side("less", false, severity -> severity.compareTo(bound) < 0)),
                List.of(
                        side(bound.name(), true, severity -> severity == bound),
                        side(next.name(), false, severity -> severity == next)));
    }

    private static Boundary.Side side(String words, boolean holds, Predicate<Severity> reached) {
        return new Boundary.Side(
                words,
                holds,
                (context, assessment) -> reached.test(context.failure().severity()));
    }

    private static CaseResult onlyResult(String table) {
        CaseRun run = run(Map.of("paradox/barriers.cases.csv", HEADER + table));
        assertThat(run.results()).hasSize(1);
        return run.results().get(0);
    }

    private static CaseRun run(Map<String, String> tables) {
        return run(tables, CaseRunTest::decide);
    }

    private static CaseRun run(Map<String, String> texts, Function<FailureContext, RecoveryDecision> decide) {
        List<CaseTable> tables = new TreeMap<>(texts)
                .entrySet().stream()
                        .map(text -> CaseTable.read(
                                text.getKey(),
                                text.getValue().getBytes(StandardCharsets.UTF_8),
                                rulesBeside(text.getKey()),
                                CurrencyUnit.USD))
                        .toList();
        assertThat(tables).flatExtracting(CaseTable::diagnostics).isEmpty();
        return CaseRun.of(tables, RULES, BOUNDARIES, decide, CaseRunTest::blames);
    }

    private static Set<String> rulesBeside(String table) {
        String file = CaseTable.stem(table) + ".drl";
        Set<String> ids = new TreeSet<>(RULES.keySet());
        ids.removeIf(id -> !RULES.get(id).file().equals(file));
        return ids;
    }

    /** One rule about the severity, one without a condition, and what the settlement adds. */
    private static RecoveryDecision decide(FailureContext context) {
        DecisionBuilder decision = DecisionBuilder.in(CurrencyUnit.USD)
                .ask(Question.PRICE)
                .because("remedy.always", "it is so")
                .because("settlement.price", "the price is not known");
        Severity severity = context.failure().severity();
        if (severity.compareTo(Severity.MODERATE) >= 0) {
            Map<String, Object> facts = Map.of("failure.severity", severity);
            decision.barrier(Barrier.SEVERITY).reason(new Reason("paradox.severe", "it is severe", "a test", facts));
        }
        return decision.build();
    }

    /** Where nothing of what is expected came. */
    private static Difference difference(String column, List<String> expected, List<String> actual) {
        return new Difference(column, expected, actual, expected, actual);
    }

    /** One rule for all that differs. */
    private static List<Blame> blames(CaseResult result) {
        return List.of(
                blame(result.differences().stream().map(Difference::column).toArray(String[]::new)));
    }

    private static Blame blame(String... columns) {
        return new Blame(
                "paradox.severe",
                Optional.of(RULES.get("paradox.severe")),
                List.of(columns),
                Blame.Act.FIRED,
                Map.of(),
                Map.of(),
                Optional.empty());
    }
}
