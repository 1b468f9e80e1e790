package org.recoveryrules.drools.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.json.JsonReading;

/**
 * The cases of one rule file, as a file beside it has them: a table, or a list in JSON, which takes
 * {@value JsonReading#ARTIFACT} on the class path.
 *
 * @param path the path of the file within the policy
 * @param rules the ids of the rules in the rule file
 * @param columns the columns of a table, in their order; none of a list, or where the line that names them is missing
 * @param cases the cases that can be run, in the order of the file
 * @param diagnostics all that is wrong with the file, in file order; what has an error is no case
 */
public record CaseTable(
        String path, Set<String> rules, List<String> columns, List<Case> cases, List<Diagnostic> diagnostics) {
    private static final Pattern CASES = Pattern.compile("\\.cases\\.(csv|json)$");
    private static final String JSON = ".json";

    public CaseTable {
        rules = Set.copyOf(rules);
        columns = List.copyOf(columns);
        cases = List.copyOf(cases);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Whether a file of a policy has cases, by its name.
     *
     * @param path the file's path
     * @return whether it ends in {@code .cases.csv} or {@code .cases.json}
     */
    public static boolean isCases(String path) {
        return CASES.matcher(path).find();
    }

    /**
     * What the path of a file with cases has in common with that of its rule file.
     *
     * @param path the file's path
     * @return the path without its ending
     */
    public static String stem(String path) {
        return CASES.matcher(path).replaceFirst("");
    }

    /**
     * Reads one file.
     *
     * @param path its path within the policy
     * @param content its bytes, in UTF-8
     * @param rules the ids of the rules in the rule file beside it; none if there is no such file
     * @param currency the currency of its money
     * @return the cases, with all that is wrong with them
     */
    public static CaseTable read(String path, byte[] content, Set<String> rules, CurrencyUnit currency) {
        Faults faults = new Faults();
        Set<String> known = Set.copyOf(rules); // one for all cases, which copy none that does not change
        if (known.isEmpty()) {
            String message = "there is no rule file of this name beside it, or no rule in that file";
            faults.add(Place.of(path), Code.CASES_WITHOUT_RULES, message);
        }
        if (path.endsWith(JSON) && !JsonReading.isSupported()) {
            String message = "cases in JSON need " + JsonReading.ARTIFACT + ", which is not on the class path";
            faults.add(Place.of(path), Code.CASES_UNSUPPORTED, message, "add the dependency " + JsonReading.ARTIFACT);
            return new CaseTable(path, known, List.of(), List.of(), faults.all());
        }
        Optional<FaultsInText> text =
                PolicyFiles.text(path, content, faults).map(source -> new FaultsInText(source, faults));
        if (path.endsWith(JSON)) {
            List<Case> cases = text.map(json -> new CaseJsonReader(json, known, currency).read())
                    .orElse(List.of());
            return new CaseTable(path, known, List.of(), cases, faults.all());
        }
        Optional<CaseTableReader> reader = text.map(table -> new CaseTableReader(table, known, currency));
        List<Case> cases = reader.map(CaseTableReader::read).orElse(List.of());
        List<String> columns = reader.map(CaseTableReader::columns).orElse(List.of());
        return new CaseTable(path, known, columns, cases, faults.all());
    }
}
