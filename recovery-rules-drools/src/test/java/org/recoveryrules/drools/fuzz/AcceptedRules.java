package org.recoveryrules.drools.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.RandomContexts;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.engine.Budget;
import org.recoveryrules.drools.engine.DecisionEngine;
import org.recoveryrules.drools.engine.Interpreter;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.SourceText;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.policy.PolicyCompiler;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.syntax.Rendering;
import org.recoveryrules.drools.syntax.RuleFile;
import org.recoveryrules.drools.syntax.RuleNode;

/** Rules in which the check found nothing wrong: all together they compile, and decide as they read. */
final class AcceptedRules {
    private static final int CONTEXTS = 200;

    private final Set<String> known = new HashSet<>();
    private final Map<SourceText, List<RuleNode>> rules = new LinkedHashMap<>();
    private final Map<String, Amount> amounts = new TreeMap<>();
    private Optional<CheckedPolicy> policy = Optional.empty();
    private int size;

    /** Takes the rules that are not known yet, each under a name of its own. */
    void add(CheckedPolicy checked) {
        own(checked)
                .forEach(file -> file.rules().stream()
                        .filter(rule -> known.add(meaning(rule)))
                        .forEach(rule -> add(file, rule, checked)));
    }

    private void add(RuleFile file, RuleNode rule, CheckedPolicy checked) {
        Name name = new Name("fuzz.rule-" + size++, rule.name().span());
        rules.computeIfAbsent(file.source(), source -> new ArrayList<>())
                .add(new RuleNode(
                        name,
                        rule.annotations(),
                        rule.conditions(),
                        rule.consequence(),
                        rule.headerWhole(),
                        rule.whole(),
                        rule.span()));
        checked.amounts().forEach(amounts::putIfAbsent);
        policy = Optional.of(checked);
    }

    private static Stream<RuleFile> own(CheckedPolicy checked) {
        return checked.ruleFiles().stream()
                .filter(file -> !checked.included().contains(file.source().file()));
    }

    private static String meaning(RuleNode rule) {
        return rule.conditions().stream().map(Rendering::of).collect(Collectors.joining("\n"))
                + rule.consequence().map(Rendering::consequence).orElse("");
    }

    /** How many were taken in all. */
    int size() {
        return size;
    }

    /** How many were taken since the last look at them. */
    int waiting() {
        return rules.values().stream().mapToInt(List::size).sum();
    }

    /** What is wrong with the rules taken so far, which are then forgotten. */
    Optional<Flaw> flaw() {
        Optional<Flaw> flaw = policy.flatMap(any -> flaw(together(any)));
        rules.clear();
        policy = Optional.empty();
        return flaw;
    }

    private CheckedPolicy together(CheckedPolicy any) {
        List<RuleFile> files = new ArrayList<>();
        rules.forEach((source, taken) ->
                files.add(new RuleFile(source, Optional.empty(), List.of(), List.of(), List.copyOf(taken), true)));
        return new CheckedPolicy(
                any.origin(),
                any.settings(),
                CurrencyUnit.USD,
                new HashMap<>(amounts),
                files,
                Set.of(),
                Set.of(),
                List.of(),
                any.digest(),
                List.of());
    }

    private Optional<Flaw> flaw(CheckedPolicy together) {
        CompiledPolicy compiled = PolicyCompiler.declarative(together);
        Interpreter interpreter = Interpreter.of(compiled).orElseThrow();
        RandomContexts contexts = new RandomContexts(CurrencyUnit.USD, new Random(size));
        DecisionEngine engine = new DecisionEngine(compiled, Budget.STANDARD);
        for (int i = 0; i < CONTEXTS; i++) {
            FailureContext context = contexts.next();
            RecoveryDecision decided = engine.decide(context);
            RecoveryDecision read = interpreter.decide(context);
            if (!decided.equals(read)) {
                return Optional.of(new Flaw("another decision than is read", difference(decided, read, context)));
            }
        }
        return Optional.empty();
    }

    private String difference(RecoveryDecision decided, RecoveryDecision read, FailureContext context) {
        Set<String> ids = new HashSet<>();
        decided.reasons().stream()
                .filter(reason -> !read.reasons().contains(reason))
                .forEach(reason -> ids.add(reason.rule()));
        read.reasons().stream()
                .filter(reason -> !decided.reasons().contains(reason))
                .forEach(reason -> ids.add(reason.rule()));
        String texts = rules.entrySet().stream()
                .flatMap(file -> file.getValue().stream()
                        .filter(rule -> ids.contains(rule.name().text()))
                        .map(rule -> file.getKey().text(rule.span())))
                .collect(Collectors.joining("\n"));
        return decided + "\n" + read + "\n" + context + "\n" + texts;
    }
}
