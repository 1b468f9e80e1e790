package org.recoveryrules.drools.engine;

import java.lang.reflect.Proxy;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.kie.api.KieBase;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.match.DeclaredRules;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.policy.PolicyRule;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/** What one rule of a test finds. Some of them are a policy without conditions, which settles without an engine session. */
record Consequence(String rule, Consumer<Findings> calls) {
    private static final Map<String, Amount> AMOUNTS = Map.of("small", Amount.of("5"), "large", Amount.of("5000"));
    private static final List<String> NOTES = List.of(
            SettlementNotes.ENTITLEMENT,
            SettlementNotes.OWED,
            SettlementNotes.PRICE,
            SettlementNotes.CAP,
            SettlementNotes.LIMIT,
            SettlementNotes.REFUSAL);

    /** What the consequences come to, in the given order. */
    static RecoveryDecision settle(FailureContext context, List<Consequence> consequences) {
        return settle(context, consequences, words());
    }

    static RecoveryDecision settle(FailureContext context, List<Consequence> consequences, Map<String, Rule> words) {
        RecordedFindings findings = findings();
        Set<String> rules = new TreeSet<>();
        for (Consequence consequence : consequences) {
            rules.add(consequence.rule());
            findings.speaks(consequence.rule());
            consequence.calls().accept(findings);
        }
        Proposals proposals = new Proposals(findings.spoken());
        ParadoxAssessment assessment = Spoken.assess(findings.spoken());
        CompiledPolicy policy = policy(context.currency(), rules, words);
        return Settlement.settle(
                context,
                assessment,
                proposals,
                spoken -> policy.rules().get(spoken.rule).reason(context, assessment),
                policy);
    }

    /** Findings before any rule spoke; they know the amounts {@code small} (5) and {@code large} (5000). */
    static RecordedFindings findings() {
        return new RecordedFindings(AMOUNTS);
    }

    private static CompiledPolicy policy(CurrencyUnit currency, Set<String> ids, Map<String, Rule> words) {
        Map<String, PolicyRule> rules = new HashMap<>();
        ids.forEach(id -> rules.put(
                id,
                new PolicyRule(
                        new Rule(id, "because of " + id, "source of " + id),
                        "test.drl",
                        1,
                        List.of(),
                        List.of(),
                        Optional.empty())));
        Policy policy =
                new Policy(new PolicyIdentity("test", "1", "0".repeat(64)), currency, Period.ofMonths(24), List.of());
        return new CompiledPolicy(
                "test", policy, rules, new DeclaredRules(List.of()), Optional.of(untouchable()), AMOUNTS, words);
    }

    private static Map<String, Rule> words() {
        Map<String, Rule> words = new HashMap<>();
        NOTES.forEach(id -> words.put(id, new Rule(id, "words of " + id, "settlement")));
        return words;
    }

    private static KieBase untouchable() {
        return (KieBase) Proxy.newProxyInstance(
                KieBase.class.getClassLoader(), new Class<?>[] {KieBase.class}, (kieBase, method, arguments) -> {
                    throw new AssertionError("the settlement touched the engine: " + method);
                });
    }
}
