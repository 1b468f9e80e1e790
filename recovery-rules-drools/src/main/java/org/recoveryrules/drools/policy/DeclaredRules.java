package org.recoveryrules.drools.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.check.FactField;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.SourceText;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Condition.AllOf;
import org.recoveryrules.drools.syntax.Condition.AnyOf;
import org.recoveryrules.drools.syntax.Condition.Fact;
import org.recoveryrules.drools.syntax.Condition.NoneOf;
import org.recoveryrules.drools.syntax.Constraint;
import org.recoveryrules.drools.syntax.Rendering;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * Rules of the declarative profile as Drools takes them. Drools never sees a rule file: it is given what was checked,
 * written anew from the tree, so that it can read nothing into a text that the check did not.
 */
final class DeclaredRules {
    private static final String PACKAGE = "recoveryrules.declared";

    private final PackageDescr descriptor = new PackageDescr(PACKAGE);

    DeclaredRules() {
        descriptor.addImport(new ImportDescr("org.recoveryrules.api.*"));
        descriptor.addImport(new ImportDescr(Amount.class.getName()));
        descriptor.addGlobal(new GlobalDescr("findings", Findings.class.getName()));
    }

    /** All of them, as one package of Drools. */
    PackageDescr descriptor() {
        return descriptor;
    }

    /** Takes in a rule in which nothing is wrong, and tells what is known of it. */
    PolicyRule add(SourceText source, RuleNode rule) {
        RuleDescr described = new RuleDescr(rule.name().text());
        AndDescr conditions = new AndDescr();
        rule.conditions().forEach(condition -> conditions.addDescr(describe(condition)));
        described.setLhs(conditions);
        described.setConsequence(Rendering.consequence(rule.consequence().orElseThrow()));
        descriptor.addRule(described);
        return policyRule(source, rule);
    }

    private static PolicyRule policyRule(SourceText source, RuleNode rule) {
        Map<String, FactField> reads = new TreeMap<>();
        rule.conditions().stream()
                .flatMap(Condition::facts)
                .forEach(fact -> fact.constraints().stream()
                        .flatMap(Constraint::comparisons)
                        .map(comparison -> FactField.of(
                                        fact.type().text(), comparison.field().text())
                                .orElseThrow())
                        .forEach(field -> reads.put(field.component(), field)));
        return new PolicyRule(
                new Rule(rule.name().text(), annotation(rule, "because"), annotation(rule, "source")),
                source.file(),
                source.place(rule.name().span()).line(),
                List.of(),
                List.copyOf(reads.values()),
                Optional.of(rule));
    }

    private static String annotation(RuleNode rule, String name) {
        return rule.annotation(name).map(Name::text).orElseThrow();
    }

    private static BaseDescr describe(Condition condition) {
        if (condition instanceof Fact fact) {
            PatternDescr pattern = new PatternDescr(fact.type().text());
            fact.constraints()
                    .forEach(constraint -> pattern.addConstraint(new ExprConstraintDescr(
                            Rendering.of(EnumOrder.spellOut(fact.type().text(), constraint)))));
            return pattern;
        } else if (condition instanceof AnyOf any) {
            return describe(new OrDescr(), any.conditions());
        } else if (condition instanceof AllOf all) {
            return describe(new AndDescr(), all.conditions());
        }
        return describe(new NotDescr(), List.of(((NoneOf) condition).condition()));
    }

    private static <D extends BaseDescr & ConditionalElementDescr> D describe(
            D group, List<? extends Condition> members) {
        members.forEach(member -> group.addDescr(describe(member)));
        return group;
    }
}
