package org.recoveryrules.drools.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.Money;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Severity;
import org.recoveryrules.drools.cases.Case;
import org.recoveryrules.drools.cases.CaseLine;
import org.recoveryrules.drools.cases.CaseTable;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.engine.Interpreter;

/**
 * Writes the cases that would notice mistakes.
 *
 * @param checked the policy
 * @param policy the same, as it decides
 */
record Witness(CheckedPolicy checked, Interpreter policy) {
    /** The case that would notice a mistake, in the table beside the rule; nothing where none is found. */
    Optional<NoticingCase> against(Mutant mutant) {
        String rule = mutant.rules().iterator().next();
        Optional<CaseTable> beside = checked.cases().stream()
                .filter(table -> table.rules().contains(rule))
                .findFirst();
        Set<String> rules = beside.map(CaseTable::rules).orElse(mutant.rules());
        List<FailureContext> known = new ArrayList<>();
        beside.ifPresent(table -> table.cases().forEach(tested -> known.add(tested.context())));
        known.add(mildest());
        Function<RecoveryDecision, Map<String, String>> expected = decision -> CaseLine.expected(decision, rules);
        return new Search(policy, mutant, expected, known).find().map(context -> {
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("case", mutant.after().isEmpty() ? mutant.before() + " counts" : mutant.before() + ", not " + mutant.after());
            cells.putAll(CaseLine.cells(context));
            cells.putAll(told(expected.apply(policy.decide(context)), expected.apply(mutant.decide(context))));
            return new NoticingCase(beside.map(CaseTable::path), cells);
        });
    }
}
