package org.recoveryrules.drools.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.Severity;
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
    /** The case that would notice a mistake, for the table beside the rule; nothing where none is found. */
    Optional<NoticingCase> against(Mutant mutant) {
        Optional<CaseTable> table = tableOf(mutant.rules().iterator().next());
        Set<String> rules = table.map(CaseTable::rules).orElse(mutant.rules());
        return new Search(policy, mutant, rules, known(table)).find().map(context -> {
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put(
                    "case",
                    mutant.after().isEmpty()
                            ? mutant.before() + " matters"
                            : mutant.before() + ", not " + mutant.after());
            cells.putAll(CaseLine.cells(context));
            cells.putAll(CaseLine.telling(policy.decide(context), mutant.decide(context), rules));
            return new NoticingCase(table.map(CaseTable::path).orElse(""), cells);
        });
    }

    private Optional<CaseTable> tableOf(String rule) {
        return checked.cases().stream()
                .filter(table -> table.rules().contains(rule))
                .findFirst();
    }

    private List<FailureContext> known(Optional<CaseTable> table) {
        List<FailureContext> known = new ArrayList<>();
        known.add(FailureContext.builder()
                .severity(Severity.MINOR)
                .avoidability(Avoidability.UNAVOIDABLE)
                .foreseeability(Foreseeability.UNFORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(Money.ofMajor(checked.currency(), 1000))
                .build());
        table.ifPresent(beside -> beside.cases().forEach(tested -> known.add(tested.context())));
        return known;
    }
}
