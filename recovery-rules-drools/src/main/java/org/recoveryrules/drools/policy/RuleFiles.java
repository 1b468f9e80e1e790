package org.recoveryrules.drools.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.io.ByteArrayResource;
import org.kie.api.io.Resource;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.rules.Findings;

/** The rule files of a policy as parsed, before anything is compiled: what each rule is and what it reads. */
final class RuleFiles {
    private static final String FINDINGS = Findings.class.getName();
    private static final Pattern NAMED_AMOUNT =
            Pattern.compile("findings\\s*\\.\\s*(?:offer|cap|limit)\\s*\\((?:[^\";]*,)?\\s*\"([^\"]*)\"\\s*\\)");

    private final Map<String, PackageDescr> packages = new TreeMap<>();
    private final Map<String, PolicyRule> rules = new TreeMap<>();
    private final PolicyFiles files;
    private final Set<String> amounts;
    private final Diagnostics diagnostics;

    private RuleFiles(PolicyFiles files, Set<String> amounts, Diagnostics diagnostics) {
        this.files = files;
        this.amounts = new TreeSet<>(amounts);
        this.diagnostics = diagnostics;
    }

    /** Parses every rule file, in which the named amounts can be used; what is wrong goes to the diagnostics. */
    static RuleFiles parse(PolicyFiles files, Set<String> amounts, Diagnostics diagnostics) {
        RuleFiles parsed = new RuleFiles(files, amounts, diagnostics);
        if (files.rules().isEmpty()) {
            diagnostics.add(files.origin(), 0, 0, "rules-missing", "a policy needs at least one rule file (.drl)");
        }
        files.rules().forEach(parsed::parse);
        parsed.requireFindings();
        return parsed;
    }

    /** What each rule file declares, by path. */
    Map<String, PackageDescr> packages() {
        return packages;
    }

    /** The rules by id. */
    Map<String, PolicyRule> rules() {
        return rules;
    }

    /** The line of the first rule in a file of which a message quotes a condition; 0 if there is none. */
    int lineOfCondition(String path, String message) {
        return rules.values().stream()
                .filter(rule -> rule.file().equals(path))
                .filter(rule -> rule.conditions().stream().anyMatch(message::contains))
                .mapToInt(PolicyRule::line)
                .min()
                .orElse(0);
    }

    private void parse(String path, byte[] content) {
        Resource resource = new ByteArrayResource(content, StandardCharsets.UTF_8.name());
        resource.setSourcePath(path);
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr parsed;
        try {
            parsed = parser.parse(resource);
        } catch (DroolsParserException | IOException e) {
            diagnostics.add(path, 0, 0, "syntax", String.valueOf(e.getMessage()));
            return;
        }
        if (parser.hasErrors() || parsed == null) {
            parser.getErrors()
                    .forEach(error -> diagnostics.add(
                            path, Diagnostics.first(error.getLines()), 0, "syntax", error.getMessage()));
            return;
        }
        packages.put(path, parsed);
        parsed.getRules().removeIf(rule -> !add(path, rule));
    }

    private void requireFindings() {
        boolean declared = packages.values().stream()
                .flatMap(file -> file.getGlobals().stream())
                .anyMatch(global -> global.getIdentifier().equals("findings"));
        if (!packages.isEmpty() && !declared) {
            diagnostics.add(
                    files.origin(), 0, 0, "findings-missing", "a rule file needs: global " + FINDINGS + " findings;");
        }
    }

    /** Takes a rule in, unless it has no id or there is another one of it. */
    private boolean add(String path, RuleDescr rule) {
        String id = rule.getName();
        if (id == null || id.isBlank()) {
            diagnostics.add(
                    path, rule.getLine(), 0, "rule-unnamed", "a rule needs a name: rule \"topic.what-it-says\"");
            return false;
        }
        Rule spoken = new Rule(id, annotation(path, rule, "because"), annotation(path, rule, "source"));
        List<String> conditions = new ArrayList<>();
        Map<String, FactReader> reads = new TreeMap<>();
        prepare(rule.getLhs(), conditions, reads);
        requireAmounts(path, rule);
        PolicyRule other = rules.putIfAbsent(
                id, new PolicyRule(spoken, path, rule.getLine(), conditions, List.copyOf(reads.values())));
        if (other != null) {
            String message = "there is another rule '%s', in %s:%d".formatted(id, other.file(), other.line());
            diagnostics.add(path, rule.getLine(), 0, "rule-duplicate", message);
        }
        return other == null;
    }

    private void requireAmounts(String path, RuleDescr rule) {
        Matcher named = NAMED_AMOUNT.matcher(String.valueOf(rule.getConsequence()));
        while (named.find()) {
            String amount = named.group(1);
            if (files.hasSettings() && !amounts.contains(amount)) {
                String message = "rule '%s' names the amount '%s', which %s does not have; it has %s"
                        .formatted(rule.getName(), amount, PolicyFiles.SETTINGS, String.join(", ", amounts));
                diagnostics.add(path, rule.getConsequenceLine(), 0, "amount-unknown", message);
            }
        }
    }

    private String annotation(String path, RuleDescr rule, String name) {
        AnnotationDescr annotation = rule.getAnnotation(name);
        Object value = annotation == null ? null : annotation.getSingleValueStripped();
        if (value == null || value.toString().isBlank()) {
            String message = "rule '" + rule.getName() + "' needs @" + name + "( \"…\" )";
            diagnostics.add(path, rule.getLine(), 0, name + "-missing", message);
            return "?";
        }
        return value.toString();
    }

    /** Collects the conditions and what they read, and spells out what Drools could not compile. */
    private static void prepare(BaseDescr element, List<String> conditions, Map<String, FactReader> reads) {
        if (element instanceof PatternDescr pattern) {
            for (BaseDescr constraint : pattern.getDescrs()) {
                Collection<FactReader> named = FactReader.named(pattern.getObjectType(), constraint.getText());
                named.forEach(reader -> reads.put(reader.component(), reader));
                if (constraint instanceof ExprConstraintDescr expression) {
                    // Where nothing is known of what is compared, the author's own words go into the diagnostic.
                    if (!named.isEmpty()) {
                        expression.setExpression(EnumOrder.spellOut(expression.getExpression()));
                    }
                    conditions.add(expression.getExpression());
                }
            }
        } else if (element instanceof ConditionalElementDescr group) {
            group.getDescrs().forEach(child -> prepare((BaseDescr) child, conditions, reads));
        }
    }
}
