package org.recoveryrules.drools.check;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.RandomContexts;
import org.recoveryrules.drools.RandomRules;
import org.recoveryrules.drools.engine.Budget;
import org.recoveryrules.drools.engine.DecisionEngine;
import org.recoveryrules.drools.policy.PolicyCompiler;

/** What a condition means to the check is what it means to the engine. */
class EvaluationTest {
    private static final int RULES = 100;
    private static final int CONTEXTS = 600;
    /** Without these the verdict would always be the same. */
    private static final List<String> VERDICT = List.of(
            Policies.rule(
                    "test.barrier",
                    "ServiceFailure( severity > Severity.MODERATE )",
                    "findings.barrier( Barrier.SEVERITY );"),
            Policies.rule(
                    "test.other-barrier", "ServiceFailure( !accepted )", "findings.barrier( Barrier.FORESEEABLE );"),
            Policies.rule("test.question", "Customer( mood == Mood.UPSET )", "findings.ask( Question.AVOIDABILITY );"));

    @ParameterizedTest
    @CsvSource({"1, USD", "2, BHD", "3, JPY"})
    void holds_exactly_where_the_engine_fires(long seed, String currency) {
        CheckedPolicy checked = checked(new Random(seed), currency);
        RandomContexts contexts = new RandomContexts(CurrencyUnit.of(currency), new Random(seed));
        // Not warmed up, so that conditions are interpreted at first and compiled later.
        DecisionEngine engine = new DecisionEngine(PolicyCompiler.declarative(checked), Budget.STANDARD);
        for (int i = 0; i < CONTEXTS; i++) {
            FailureContext context = contexts.next();
            RecoveryDecision decision = engine.decide(context);
            assertThat(fired(decision)).as("of %s", context).isEqualTo(holding(checked, context, decision));
        }
    }

    private static Set<String> fired(RecoveryDecision decision) {
        return decision.reasons().stream()
                .map(Reason::rule)
                .filter(rule -> !rule.startsWith("settlement."))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> holding(CheckedPolicy checked, FailureContext context, RecoveryDecision decision) {
        Evaluation evaluation = new Evaluation(field -> field.read(context, decision.paradox()));
        return checked.ruleFiles().stream()
                .flatMap(file -> file.rules().stream())
                .filter(rule -> evaluation.holds(rule.conditions()))
                .map(rule -> rule.name().text())
                .collect(toCollection(TreeSet::new));
    }

    /** A policy of rules made at random, without those that can never fire or are too large. */
    private static CheckedPolicy checked(Random random, String currency) {
        RandomRules rules = new RandomRules(random);
        List<String> taken = new ArrayList<>(VERDICT);
        while (taken.size() < RULES) {
            String rule = Policies.rule("test.rule-" + taken.size(), rules.conditions(), "findings.review();");
            List<String> codes = check(List.of(rule), currency).errors().stream()
                    .map(error -> error.code())
                    .toList();
            assertThat(codes).as(rule).isSubsetOf("condition-never", "condition-too-large");
            if (codes.isEmpty()) {
                taken.add(rule);
            }
        }
        return check(taken, currency);
    }

    private static CheckedPolicy check(List<String> rules, String currency) {
        Map<String, byte[]> files = new TreeMap<>();
        Policies.files(rules.toArray(String[]::new))
                .forEach((path, text) ->
                        files.put(path, text.replace("= USD", "= " + currency).getBytes(StandardCharsets.UTF_8)));
        return Policies.checked(files);
    }
}
