package org.recoveryrules.drools.cases;

import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.PolicyFiles;

/**
 * The cases of one rule file, as the table beside it has them.
 *
 * @param path the table's path within the policy
 * @param rules the ids of the rules in the rule file
 * @param cases the cases that can be run, in the order of their lines
 * @param diagnostics all that is wrong with the table, in file order; a line with an error is no case
 */
public record CaseTable(String path, Set<String> rules, List<Case> cases, List<Diagnostic> diagnostics) {
    /** What the path of a table ends with, in place of the ending of the rule file. */
    public static final String SUFFIX = ".cases.csv";

    public CaseTable {
        rules = Set.copyOf(rules);
        cases = List.copyOf(cases);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Reads one table.
     *
     * @param path its path within the policy
     * @param content its bytes, in UTF-8
     * @param rules the ids of the rules in the rule file beside it; none if there is no such file
     * @param currency the currency of its money
     * @return the table, with all that is wrong with it
     */
    public static CaseTable read(String path, byte[] content, Set<String> rules, CurrencyUnit currency) {
        Faults faults = new Faults();
        List<Case> cases = PolicyFiles.text(path, content, faults)
                .map(source -> new CaseTableReader(new FaultsInText(source, faults), rules, currency).read())
                .orElse(List.of());
        return new CaseTable(path, rules, cases, faults.all());
    }
}
