package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RecoveryRulesException;
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
            List<CaseResult> ofTable =
                    table.cases().stream().map(tested -> run(tested, decide)).toList();
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

    private static CaseResult run(Case tested, Function<FailureContext, RecoveryDecision> decide) {
        try {
            RecoveryDecision decision = decide.apply(tested.context());
            return new CaseResult(tested, Optional.of(decision), tested.differences(decision), Optional.empty());
        } catch (RecoveryRulesException e) {
            return new CaseResult(tested, Optional.empty(), List.of(), Optional.of(e));
        }
    }
}
