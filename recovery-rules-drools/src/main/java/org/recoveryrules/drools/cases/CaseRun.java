package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RecoveryRulesException;
import org.recoveryrules.drools.cases.CaseResult.Outcome;

/**
 * The cases of a policy, run.
 *
 * @param results what came of each case, in the order of the tables and of their lines
 * @param coverage how far the cases show what each rule of the policy does, by file and line
 * @param unreached the sides of comparisons that no case beside the rule's file shows, in the given order
 */
public record CaseRun(List<CaseResult> results, List<RuleCoverage> coverage, List<Boundary> unreached) {
    private static final Comparator<RuleCoverage> FILE_ORDER = Comparator.comparing(
            RuleCoverage::place,
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column));

    public CaseRun {
        results = List.copyOf(results);
        coverage = List.copyOf(coverage);
        unreached = List.copyOf(unreached);
    }

    /**
     * Runs every case of some tables.
     *
     * @param tables the tables
     * @param rules where each rule of the policy stands, by id
     * @param boundaries the sides of comparisons that cases should show
     * @param decide what decides
     * @return what came of it
     */
    public static CaseRun of(
            List<CaseTable> tables,
            Map<String, Place> rules,
            List<Boundary> boundaries,
            Function<FailureContext, RecoveryDecision> decide) {
        List<CaseResult> results = new ArrayList<>();
        Map<String, List<CaseResult>> resultsByRule = new TreeMap<>();
        for (CaseTable table : tables) {
            List<CaseResult> ofTable = table.cases().stream()
                    .map(tested -> run(tested, table.rules(), decide))
                    .toList();
            table.rules().forEach(rule -> resultsByRule.put(rule, ofTable));
            results.addAll(ofTable);
        }
        return new CaseRun(
                results,
                rules.entrySet().stream()
                        .map(rule -> RuleCoverage.of(
                                rule.getKey(),
                                rule.getValue(),
                                resultsByRule.getOrDefault(rule.getKey(), List.of()).stream()
                                        .flatMap(result -> result.decision().stream())
                                        .toList()))
                        .sorted(FILE_ORDER)
                        .toList(),
                boundaries.stream()
                        .filter(boundary -> resultsByRule.getOrDefault(boundary.rule(), List.of()).stream()
                                .noneMatch(result -> reaches(result, boundary)))
                        .toList());
    }

    private static boolean reaches(CaseResult result, Boundary boundary) {
        return result.decision()
                .filter(decision -> boundary.reached().test(result.tested().context(), decision.paradox()))
                .isPresent();
    }

    /**
     * Counts cases.
     *
     * @param outcome how they ended
     * @return how many ended so
     */
    public long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    private static CaseResult run(Case tested, Set<String> rules, Function<FailureContext, RecoveryDecision> decide) {
        try {
            RecoveryDecision decision = decide.apply(tested.context());
            List<Difference> differences = tested.expected().entrySet().stream()
                    .map(entry ->
                            new Difference(entry.getKey(), entry.getValue(), actual(entry.getKey(), decision, rules)))
                    .filter(difference -> !difference.actual().equals(difference.expected()))
                    .toList();
            return new CaseResult(tested, Optional.of(decision), differences, Optional.empty());
        } catch (RecoveryRulesException e) {
            return new CaseResult(tested, Optional.empty(), List.of(), Optional.of(e));
        }
    }

    private static Set<String> actual(String column, RecoveryDecision decision, Set<String> rules) {
        if (!column.equals(Case.RULES)) {
            return ExpectedColumns.READERS.get(column).actual().apply(decision);
        }
        Set<String> fired = new TreeSet<>();
        for (Reason reason : decision.reasons()) {
            fired.add(reason.rule());
        }
        fired.retainAll(rules);
        return Collections.unmodifiableSet(fired);
    }
}
