package org.recoveryrules.drools.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.Contexts;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.RandomContexts;
import org.recoveryrules.drools.RandomRules;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.engine.Budget;
import org.recoveryrules.drools.engine.DecisionEngine;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.SourceText;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Condition.AllOf;
import org.recoveryrules.drools.syntax.Condition.AnyOf;
import org.recoveryrules.drools.syntax.Rendering;
import org.recoveryrules.drools.syntax.RuleFile;
import org.recoveryrules.drools.syntax.RuleFileParser;
import org.recoveryrules.drools.syntax.RuleNode;

/** A rule file of the declarative profile is plain DRL: Drools itself reads in it what the check reads. */
class PlainDrlTest {
    /** It makes Drools read the file itself, and never fires. */
    private static String beyond(String path) {
        return Policies.rule(
                path.replaceAll("\\W", "-") + ".beyond",
                "$claim : Claim( compensatedClaims < 0 )",
                "findings.review();");
    }

    @Test
    void drools_parses_the_standard_policy_into_the_same_rules() throws IOException {
        for (String text : standard().values()) {
            if (text.contains("\nrule ")) {
                assertSame(text);
            }
        }
    }

    @Test
    void drools_parses_rules_made_at_random_into_the_same_rules() {
        assertSame(random(new Random(11), 300).get("test/test.drl"));
    }

    @Test
    void the_standard_policy_decides_the_same_when_drools_reads_its_text() throws IOException {
        Random random = new Random(12);
        assertDecidesTheSame(
                standard(),
                IntStream.range(0, 150).mapToObj(i -> Contexts.random(random)).toList());
    }

    @Test
    void rules_made_at_random_decide_the_same_when_drools_reads_their_text() {
        RandomContexts contexts = new RandomContexts(CurrencyUnit.USD, new Random(13));
        Map<String, String> files = random(new Random(13), 60);
        assertDecidesTheSame(
                files, IntStream.range(0, 150).mapToObj(i -> contexts.next()).toList());
    }

    private static void assertDecidesTheSame(Map<String, String> files, List<FailureContext> contexts) {
        Map<String, String> beyond = new TreeMap<>();
        files.forEach((path, text) -> beyond.put(path, path.endsWith(".drl") ? text + "\n" + beyond(path) : text));
        DecisionEngine declared = new DecisionEngine(PolicyCompiler.declarative(checked(files)), Budget.STANDARD);
        DecisionEngine read = new DecisionEngine(PolicyCompiler.trusted(checked(beyond)), Budget.STANDARD.patient());
        for (FailureContext context : contexts) {
            assertThat(read.decide(context))
                    .as("of %s", context)
                    .usingRecursiveComparison()
                    .ignoringFields("policy")
                    .isEqualTo(declared.decide(context));
        }
    }

    /** Drools' rules, written down part by part and read again, are the rules of the text. */
    private static void assertSame(String text) {
        List<String> read =
                parse(text).rules().stream().map(PlainDrlTest::rendered).toList();
        String again = parsedByDrools(text).getRules().stream()
                .map(PlainDrlTest::written)
                .collect(Collectors.joining("\n"));

        assertThat(read).isNotEmpty();
        assertThat(parse(again).rules().stream().map(PlainDrlTest::rendered))
                .zipSatisfy(read, (byDrools, byUs) -> assertThat(byDrools).isEqualTo(byUs));
    }

    private static PackageDescr parsedByDrools(String text) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr parsed = parser.parse(false, text);
            assertThat(parser.getErrors()).as(text).isEmpty();
            return parsed;
        } catch (DroolsParserException e) {
            throw new AssertionError(text, e);
        }
    }

    private static String written(RuleDescr rule) {
        String annotations = rule.getAnnotations().stream()
                .map(annotation -> "@" + annotation.getName() + "( " + annotation.getSingleValue() + " )")
                .collect(Collectors.joining(" "));
        String conditions =
                rule.getLhs().getDescrs().stream().map(PlainDrlTest::written).collect(Collectors.joining("\n"));
        return "rule \"%s\" %s\nwhen\n%s\nthen\n%s\nend"
                .formatted(rule.getName(), annotations, conditions, rule.getConsequence());
    }

    private static String written(BaseDescr condition) {
        if (condition instanceof PatternDescr pattern) {
            return pattern.getDescrs().stream()
                    .map(constraint -> ((ExprConstraintDescr) constraint).getExpression())
                    .collect(Collectors.joining(", ", pattern.getObjectType() + "( ", " )"));
        } else if (condition instanceof NotDescr not) {
            return "not " + written(not.getDescrs().get(0));
        }
        assertThat(condition).isInstanceOfAny(AndDescr.class, OrDescr.class);
        return ((ConditionalElementDescr) condition)
                .getDescrs().stream()
                        .map(member -> written((BaseDescr) member))
                        .collect(Collectors.joining(condition instanceof OrDescr ? " or " : " and ", "( ", " )"));
    }

    private static RuleFile parse(String text) {
        Faults faults = new Faults();
        RuleFile file = RuleFileParser.parse(new FaultsInText(new SourceText("test.drl", text), faults));
        assertThat(faults.all()).as(text).isEmpty();
        return file;
    }

    private static String rendered(RuleNode rule) {
        String conditions = flat(new AllOf(rule.conditions(), rule.span())).collect(Collectors.joining("\n"));
        String annotations = rule.annotations().stream()
                .map(annotation ->
                        annotation.name().text() + " " + annotation.text().text())
                .collect(Collectors.joining("\n"));
        return rule.name().text() + "\n" + annotations + "\n" + conditions + "\n"
                + Rendering.consequence(rule.consequence().orElseThrow());
    }

    /** What must hold, with no bracket of "and" within another, and none of "or". */
    private static Stream<String> flat(Condition condition) {
        if (condition instanceof AllOf all) {
            return all.conditions().stream().flatMap(PlainDrlTest::flat);
        } else if (condition instanceof AnyOf any) {
            return Stream.of(alternatives(any).collect(Collectors.joining(" or ", "( ", " )")));
        }
        return Stream.of(Rendering.of(condition));
    }

    private static Stream<String> alternatives(Condition condition) {
        return condition instanceof AnyOf any
                ? any.conditions().stream().flatMap(PlainDrlTest::alternatives)
                : Stream.of(flat(condition).collect(Collectors.joining(" and ", "( ", " )")));
    }

    private static Map<String, String> random(Random random, int count) {
        RandomRules rules = new RandomRules(random);
        List<String> taken = new ArrayList<>();
        while (taken.size() < count) {
            String rule = Policies.rule(
                    "test.rule-" + taken.size(), rules.scattered(rules.conditions()), "findings.review();");
            if (checked(Policies.files(rule)).errors().isEmpty()) {
                taken.add(rule);
            }
        }
        return Policies.files(taken.toArray(String[]::new));
    }

    private static Map<String, String> standard() throws IOException {
        Map<String, String> files = new TreeMap<>();
        PolicySource.classPath("org/recoveryrules/policy/standard")
                .read()
                .forEach((path, content) -> files.put(path, new String(content, StandardCharsets.UTF_8)));
        assertThat(files).containsKey("paradox/barriers.drl");
        return files;
    }

    private static CheckedPolicy checked(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return Policies.checked(files);
    }
}
