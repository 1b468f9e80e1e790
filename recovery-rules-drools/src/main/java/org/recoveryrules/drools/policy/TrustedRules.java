package org.recoveryrules.drools.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.check.FactField;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.Nearest;
import org.recoveryrules.drools.files.SourceText;

/**
 * Rule files that go beyond the declarative profile, as Drools itself reads them. Their rules still have an id of their
 * own, a {@code @because} and a {@code @source}, since no reason can be given without.
 */
final class TrustedRules {
    private static final Pattern NAMED_AMOUNT =
            Pattern.compile("findings\\s*\\.\\s*(?:offer|cap|limit)\\s*\\((?:[^\";]*,)?\\s*\"([^\"]*)\"\\s*\\)");

    private static final Pattern FAILED = Pattern.compile(
            "Line (\\d{1,9}):\\d+ unexpected exception at input ('.*?')\\. Exception: ", Pattern.DOTALL);

    private final Map<String, PackageDescr> packages = new TreeMap<>();
    private final Map<String, PolicyRule> rules;
    private final Set<String> amounts;
    private final Faults faults;

    /** Takes rules in beside others, in which the named amounts can be used; what is wrong is told. */
    TrustedRules(Map<String, PolicyRule> rules, Set<String> amounts, Faults faults) {
        this.rules = rules;
        this.amounts = amounts;
        this.faults = faults;
    }

    /** What each rule file declares, by path. */
    Map<String, PackageDescr> packages() {
        return packages;
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

    /** Takes in the rules of a file. */
    void add(SourceText source) {
        String path = source.file();
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr parsed;
        try {
            parsed = parser.parse(false, source.text());
        } catch (DroolsParserException | RuntimeException e) {
            faults.add(Place.of(path), Code.SYNTAX, String.valueOf(e.getMessage()));
            return;
        } catch (StackOverflowError e) {
            faults.add(Place.of(path), Code.SYNTAX, "this file is nested too deeply for Drools", "open fewer brackets");
            return;
        }
        if (parser.hasErrors() || parsed == null) {
            parser.getErrors().forEach(error -> addFault(path, error));
            return;
        }
        packages.put(path, parsed);
        parsed.getRules().removeIf(rule -> !add(path, rule));
    }

    /** Where the parser fails at a file instead of telling what is wrong, it tells how it failed. */
    private void addFault(String path, DroolsError error) {
        Matcher failed = FAILED.matcher(error.getMessage());
        if (failed.lookingAt()) {
            Place place = Place.of(path, Integer.parseInt(failed.group(1)));
            faults.add(place, Code.SYNTAX, "Drools cannot read on at " + failed.group(2));
        } else {
            faults.add(Place.of(path, first(error.getLines())), Code.SYNTAX, error.getMessage());
        }
    }

    /** The first of the lines that Drools names; 0 if it names none. */
    static int first(int[] lines) {
        return lines.length == 0 ? 0 : Math.max(lines[0], 0);
    }

    /** Takes a rule in, unless it has no id or there is another one of it. */
    private boolean add(String path, RuleDescr rule) {
        String id = rule.getName();
        Place place = Place.of(path, rule.getLine());
        if (id == null || id.isBlank()) {
            faults.add(place, Code.RULE_UNNAMED, "a rule needs a name", "such as rule \"topic.what-it-says\"");
            return false;
        }
        Rule spoken = new Rule(
                id,
                annotation(place, rule, "because", Code.BECAUSE_MISSING),
                annotation(place, rule, "source", Code.SOURCE_MISSING));
        List<String> conditions = new ArrayList<>();
        Map<String, FactField> reads = new TreeMap<>();
        collect(rule.getLhs(), conditions, reads);
        requireAmounts(path, rule);
        PolicyRule other = rules.putIfAbsent(
                id,
                new PolicyRule(
                        spoken, path, rule.getLine(), conditions, List.copyOf(reads.values()), Optional.empty()));
        if (other != null) {
            String message = "there is another rule '%s', in %s:%d".formatted(id, other.file(), other.line());
            faults.add(place, Code.RULE_DUPLICATE, message, "give this one another name");
        }
        return other == null;
    }

    private void requireAmounts(String path, RuleDescr rule) {
        Matcher named = NAMED_AMOUNT.matcher(String.valueOf(rule.getConsequence()));
        while (named.find()) {
            if (!amounts.contains(named.group(1))) {
                faults.add(
                        Place.of(path, rule.getConsequenceLine()),
                        Code.AMOUNT_UNKNOWN,
                        "policy.properties has no amount '" + named.group(1) + "'",
                        amounts.isEmpty() ? "" : Nearest.hint(named.group(1), amounts));
            }
        }
    }

    private String annotation(Place place, RuleDescr rule, String name, Code code) {
        AnnotationDescr annotation = rule.getAnnotation(name);
        Object value = annotation == null ? null : annotation.getSingleValueStripped();
        if (value == null || value.toString().isBlank()) {
            faults.add(place, code, "this rule has no '@" + name + "'", "add @" + name + "( \"…\" )");
            return "?";
        }
        return value.toString();
    }

    private static void collect(BaseDescr element, List<String> conditions, Map<String, FactField> reads) {
        if (element instanceof PatternDescr pattern) {
            for (BaseDescr constraint : pattern.getDescrs()) {
                Collection<FactField> named = FactField.named(pattern.getObjectType(), constraint.getText());
                named.forEach(field -> reads.put(field.component(), field));
                if (constraint instanceof ExprConstraintDescr expression) {
                    conditions.add(expression.getExpression());
                }
            }
        } else if (element instanceof ConditionalElementDescr group) {
            group.getDescrs().forEach(child -> collect((BaseDescr) child, conditions, reads));
        }
    }
}
