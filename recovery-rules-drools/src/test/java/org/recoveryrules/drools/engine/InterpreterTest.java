package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.RandomContexts;
import org.recoveryrules.drools.RandomRules;
import org.recoveryrules.drools.policy.CompiledPolicy;

/** The interpreter decides what the engine decides. */
class InterpreterTest {
    private static final int CONTEXTS = 300;
    private static final int RULES = 56;
    private static final String AMOUNTS =
            "amount.small = of( \"5\" )\namount.large = percentOfPrice( 30 ).atMost( \"500\" )\n";
    /** Every verb, and each in every form. */
    private static final List<String> CONSEQUENCES = List.of(
            "barrier( Barrier.SEVERITY )",
            "barrier( Barrier.RECURRING )",
            "ask( Question.AVOIDABILITY )",
            "ask( Question.FAIR_SOLUTION )",
            "doubleDeviation()",
            "approach( Approach.HERO )",
            "offer( RemedyKind.APOLOGY )",
            "offer( RemedyKind.EXPLANATION, RemedyKind.PERSONAL_CALL )",
            "offer( RemedyKind.CREDIT, Component.GESTURE, \"small\" )",
            "offer( RemedyKind.REFUND, Component.RESTORATION, \"large\" )",
            "offer( RemedyKind.CREDIT, Component.GESTURE, Amount.percentOfEntitlements( RemedyKind.CREDIT, 120 ) )",
            "offer( RemedyKind.GIFT, Component.GESTURE, Amount.percentOfLifetimeValue( 0.5 ).atLeast( \"2.50\" ) )",
            "offer( RemedyKind.REIMBURSEMENT, Component.RESTORATION, Amount.percentOfLoss( 100 ) )",
            "offerRequested()",
            "withhold( RemedyKind.CREDIT )",
            "withholdGestures()",
            "holdRestoration()",
            "cap( \"large\" )",
            "cap( Amount.percentOfPrice( 100 ) )",
            "limit( Authority.AGENT, \"small\" )",
            "limit( Authority.SUPERVISOR, Amount.of( \"100\" ) )",
            "limit( Authority.MANAGER, Amount.of( \"1000\" ) )",
            "escalate( Authority.MANAGER )",
            "review()",
            "step( StepKind.SOLVE, \"one\" )",
            "step( StepKind.SOLVE, \"two\" )",
            "followUp( \"P3D\", \"call\" )",
            "followUp( \"P1M\", \"write\" )");

    @Test
    void decides_by_the_standard_policy_as_the_engine_does() throws IOException {
        CompiledPolicy policy = Policies.compiled(
                PolicySource.classPath("org/recoveryrules/policy/standard").read());

        assertSameDecisions(policy, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void decides_by_rules_made_at_random_as_the_engine_does(long seed) {
        assertSameDecisions(random(new Random(seed)), seed);
    }

    @Test
    void interprets_no_rule_beyond_the_declarative_profile() {
        Map<String, byte[]> files =
                files(List.of(Policies.rule("test.rule", "ServiceFailure( price.isPresent() )", "findings.review();")));

        assertThat(Interpreter.of(Policies.trusted(files))).isEmpty();
    }

    private static void assertSameDecisions(CompiledPolicy policy, long seed) {
        Interpreter interpreter = Interpreter.of(policy).orElseThrow();
        RandomContexts contexts = new RandomContexts(CurrencyUnit.USD, new Random(seed));
        DecisionEngine engine = new DecisionEngine(policy, Budget.STANDARD);
        for (int i = 0; i < CONTEXTS; i++) {
            FailureContext context = contexts.next();
            assertThat(interpreter.decide(context)).as("%s", context).isEqualTo(engine.decide(context));
        }
    }

    /** A policy of rules made at random, without those that can never fire, are too large or say the same as another. */
    private static CompiledPolicy random(Random random) {
        RandomRules rules = new RandomRules(random);
        List<String> taken = new ArrayList<>();
        while (taken.size() < RULES) {
            String consequence = CONSEQUENCES.get(taken.size() % CONSEQUENCES.size());
            String rule =
                    Policies.rule("test.rule-" + taken.size(), rules.conditions(), "findings." + consequence + ";");
            if (Policies.checked(files(List.of(rule))).errors().isEmpty()) {
                taken.add(rule);
            }
        }
        return Policies.compiled(files(taken));
    }

    private static Map<String, byte[]> files(List<String> rules) {
        Map<String, byte[]> files = new TreeMap<>();
        Policies.files(rules.toArray(String[]::new))
                .forEach((path, text) -> files.put(
                        path,
                        (path.equals("policy.properties") ? text + AMOUNTS : text).getBytes(StandardCharsets.UTF_8)));
        return files;
    }
}
