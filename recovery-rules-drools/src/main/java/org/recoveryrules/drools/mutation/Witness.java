package org.recoveryrules.drools.mutation;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
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
    private static final String READ_AS = "noticing.cases.csv";

    /** A case that would notice a mistake. */
    record Found(NoticingCase written, Trial trial) {}

    /**
     * Looks for a case that would notice a mistake.
     *
     * @return what writes the case, for the table beside the rule; nothing where none is found
     */
    Optional<Supplier<Found>> against(Mutant mutant) {
        Optional<CaseTable> table = tableBeside(mutant.rules());
        Set<String> rules = table.map(CaseTable::rules).orElse(mutant.rules());
        Search search = new Search(policy, mutant, rules, contexts(table.stream()), contexts(checked.cases().stream()));
        return search.find().map(context -> () -> found(mutant, search.simplified(context), table, rules));
    }

    /** Whether a case that was written for another mistake would notice one too, in the table where that belongs. */
    boolean isNoticed(Mutant mutant, Found found) {
        return path(tableBeside(mutant.rules())).equals(found.written().table())
                && found.trial().notices(mutant);
    }

    /** The case is read as it is written, so that it says exactly what its line says. */
    private Found found(Mutant mutant, FailureContext context, Optional<CaseTable> table, Set<String> rules) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("case", sentence(mutant));
        cells.putAll(CaseLine.cells(context));
        cells.putAll(CaseLine.telling(policy.decide(context), mutant.decide(context), rules));
        NoticingCase written =
                new NoticingCase(path(table), table.map(CaseTable::columns).orElse(List.of()), cells);
        byte[] lines = (written.header() + "\n" + written.line()).getBytes(StandardCharsets.UTF_8);
        Case read = CaseTable.read(READ_AS, lines, rules, checked.currency())
                .cases()
                .get(0);
        return new Found(written, new Trial(read, new Situation(context, policy)));
    }

    /** Nothing in it needs quotes, so that a line can be copied from an indented text. */
    private static String sentence(Mutant mutant) {
        String counts = mutant.after().isEmpty() ? " counts" : " and not " + mutant.after();
        return (mutant.before() + counts).replaceAll("[\",]", "");
    }

    /** Where a line is to be pasted; beside cases in JSON that is a table which may have to be made. */
    private static String path(Optional<CaseTable> table) {
        return table.map(beside -> CaseTable.stem(beside.path()) + ".cases.csv").orElse("");
    }

    /** The table beside one of some rules; any other where what they say is set here and they are included. */
    private Optional<CaseTable> tableBeside(Set<String> rules) {
        return checked.cases().stream()
                .filter(table -> table.rules().stream().anyMatch(rules::contains))
                .findFirst()
                .or(() -> checked.cases().stream().findFirst());
    }

    /** The contexts of the cases of some tables, and a mild one. */
    private List<FailureContext> contexts(Stream<CaseTable> tables) {
        FailureContext mild = FailureContext.builder()
                .severity(Severity.MINOR)
                .avoidability(Avoidability.UNAVOIDABLE)
                .foreseeability(Foreseeability.UNFORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(Money.ofMajor(checked.currency(), 1000))
                .build();
        Stream<FailureContext> known =
                tables.flatMap(table -> table.cases().stream()).map(Case::context);
        return Stream.concat(Stream.of(mild), known).toList();
    }
}
