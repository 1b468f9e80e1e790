package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.cases.CaseResult.Outcome;

/**
 * The cases of a policy, run.
 *
 * @param results what came of each case, in the order of the tables and of their lines
 * @param coverage how far the cases show what the rules of the policy do
 */
public record CaseRun(List<CaseResult> results, Coverage coverage) {
    public CaseRun {
        results = List.copyOf(results);
    }

    /**
     * Runs every case of some tables.
     *
     * @param tables the tables
     * @param rules where each rule of the policy stands, by id
     * @param boundaries the comparisons in the rules, whose sides cases should show
     * @param decide what decides
     * @param blame finds the rules that have to do with what is not as expected
     * @return what came of it
     */
    public static CaseRun of(
            List<CaseTable> tables,
            Map<String, Place> rules,
            List<Boundary> boundaries,
            Function<FailureContext, RecoveryDecision> decide,
            Function<CaseResult, List<Blame>> blame) {
        List<CaseResult> results = new ArrayList<>();
        Map<String, List<CaseResult>> resultsByRule = new TreeMap<>();
        for (CaseTable table : tables) {
            List<CaseResult> ofTable = table.cases().stream()
                    .map(tested -> CaseResult.of(tested, decide, blame))
                    .toList();
            table.rules()
                    .forEach(rule -> resultsByRule
                            .computeIfAbsent(rule, any -> new ArrayList<>())
                            .addAll(ofTable));
            results.addAll(ofTable);
        }
        return new CaseRun(results, Coverage.of(rules, boundaries, resultsByRule));
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
}
