package org.recoveryrules.benchmarks.peers;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.check.PolicyCheck;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * The standard policy as two decision tables in DMN: the rules that read the failure context, and those that read the
 * paradox assessment. A row is a rule, or one of the alternatives of a rule; a column is a field that rules read; the hit
 * policy is COLLECT, and the output is the id of the rule. Enums are strings, and sums are numbers. A cell that asks nothing
 * is empty, which costs Camunda nothing; a dash, the other way to write it, is evaluated each time.
 *
 * <p>Not expressed: an <em>or</em> across fields, which becomes several rows; what a rule finds, with its amounts, which
 * Java looks up by the id; and the settlement.
 */
final class DmnModel {
    /** The name of the decision that reads the failure context. */
    static final String FIRST = "first";

    /** The name of the decision that reads the paradox assessment. */
    static final String SECOND = "second";

    private static final String ASSESSMENT = "ParadoxAssessment";

    private DmnModel() {}

    /** It in XML. */
    static String ofStandardPolicy() {
        PolicySource standard = PolicySource.standard();
        PolicyFiles files = PolicyFiles.read(standard.toString(), standard::read);
        List<RuleNode> rules = PolicyCheck.check(files, () -> files).ruleFiles().stream()
                .flatMap(file -> file.rules().stream())
                .toList();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="standard" name="standard"
                    namespace="https://recoveryrules.org/dmn">
                """
                + decision(
                        FIRST,
                        rows(rules.stream()
                                .filter(rule -> !readsAssessment(rule))
                                .toList()))
                + decision(
                        SECOND,
                        rows(rules.stream().filter(DmnModel::readsAssessment).toList()))
                + "</definitions>\n";
    }

    private static boolean readsAssessment(RuleNode rule) {
        return rule.conditions().stream()
                .flatMap(condition -> condition.facts())
                .anyMatch(fact -> fact.type().text().equals(ASSESSMENT));
    }

    private static List<TableRow> rows(List<RuleNode> rules) {
        return rules.stream().flatMap(rule -> TableRow.of(rule).stream()).toList();
    }

    private static String decision(String name, List<TableRow> rows) {
        List<String> columns = List.copyOf(rows.stream()
                .flatMap(row -> row.cells().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
        StringBuilder xml = new StringBuilder();
        xml.append("<decision id='%1$s' name='%1$s'>%n".formatted(name));
        xml.append("<decisionTable id='%s.table' hitPolicy='COLLECT'>%n".formatted(name));
        for (int column = 0; column < columns.size(); column++) {
            xml.append("""
                    <input id='%s.input.%d'><inputExpression expressionLanguage='juel'>%s</inputExpression></input>
                    """.formatted(name, column, text(columns.get(column))));
        }
        xml.append("<output id='%s.output' name='rule' typeRef='string'/>%n".formatted(name));
        for (int row = 0; row < rows.size(); row++) {
            xml.append("<rule id='%s.row.%d'>%s</rule>%n".formatted(name, row, entries(rows.get(row), columns)));
        }
        return xml.append("</decisionTable></decision>\n").toString();
    }

    private static String entries(TableRow row, List<String> columns) {
        String inputs = columns.stream()
                .map(column -> Optional.ofNullable(row.cells().get(column))
                        .map(Cell::feel)
                        .orElse(""))
                .map(test -> "<inputEntry>" + text(test) + "</inputEntry>")
                .collect(Collectors.joining());
        return inputs + "<outputEntry>" + text('"' + row.rule() + '"') + "</outputEntry>";
    }

    private static String text(String expression) {
        return "<text><![CDATA[" + expression + "]]></text>";
    }
}
