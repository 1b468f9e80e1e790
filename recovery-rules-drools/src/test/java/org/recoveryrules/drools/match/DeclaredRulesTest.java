package org.recoveryrules.drools.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.Contexts.minor;

import java.io.IOException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.runtime.KieSession;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.RandomContexts;
import org.recoveryrules.drools.RandomRules;
import org.recoveryrules.drools.check.Evaluation;
import org.recoveryrules.drools.engine.Budget;
import org.recoveryrules.drools.engine.DecisionEngine;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.RuleNode;

class DeclaredRulesTest {
    private static final int RULES = 200;
    private static final int CONTEXTS = 500;

    @Test
    void no_rules_are_a_policy_too() {
        DeclaredRules none = new DeclaredRules(List.of());
        Cells before = none.see(minor().build());

        assertThat(none.holding(before)).isEqualTo(new BitSet());
        assertThat(byDrools(none, before)).isEqualTo(new BitSet());
        assertThat(none.holding(none.see(before, assessment(new Random(1))))).isEqualTo(new BitSet());
    }

    @Test
    void a_rule_that_asks_nothing_holds_in_every_failure() {
        DeclaredRules rules =
                new DeclaredRules(ParsedRules.of("Customer()", "Customer( ) Claim( )", "ParadoxAssessment()"));
        Cells before = rules.see(minor().build());
        Cells after = rules.see(before, assessment(new Random(1)));

        assertThat(rules.holding(before).stream()).containsExactly(0, 1);
        assertThat(byDrools(rules, before).stream()).containsExactly(0, 1);
        assertThat(rules.holding(after).stream()).containsExactly(2);
        assertThat(byDrools(rules, after).stream()).containsExactly(2);
    }

    /** Drools makes two and more for a rule that it reads itself. */
    @Test
    void no_class_is_made_for_a_rule() throws IOException {
        Map<String, byte[]> files =
                PolicySource.classPath("org/recoveryrules/policy/standard").read();
        int rules = Policies.compiled(files).rules().size();
        classesMadeBy(() -> Policies.compiled(files));

        assertThat(classesMadeBy(() -> Policies.compiled(files))).isLessThan(rules / 2);
        assertThat(classesMadeBy(() -> Policies.trusted(Policies.beyond(files))))
                .isGreaterThan(rules);
    }

    private static long classesMadeBy(Supplier<CompiledPolicy> loading) {
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        long before = classes.getTotalLoadedClassCount();
        DecisionEngine engine = new DecisionEngine(loading.get(), Budget.STANDARD.patient());
        engine.warmUp();
        engine.indexed().warmUp();
        return classes.getTotalLoadedClassCount() - before;
    }

    @Test
    void what_is_told_is_the_callers_own() {
        DeclaredRules rules =
                new DeclaredRules(ParsedRules.of("Customer()", "ServiceFailure( severity >= Severity.MAJOR )"));
        Cells severe = rules.see(minor().severity(Severity.MAJOR).build());

        rules.holding(severe).clear();

        assertThat(rules.holding(severe).stream()).containsExactly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52})
    void the_index_tells_what_drools_tells_and_what_the_conditions_say(long seed) {
        Random random = new Random(seed);
        List<RuleNode> parsed = random(random);
        DeclaredRules rules = new DeclaredRules(parsed);
        RandomContexts contexts = new RandomContexts(CurrencyUnit.USD, random);
        KieSession session = session(rules);
        BitSet ever = new BitSet();
        for (int i = 0; i < CONTEXTS; i++) {
            FailureContext context = contexts.next();
            ParadoxAssessment assessment = assessment(random);
            Cells before = rules.see(context);
            Cells after = rules.see(before, assessment);
            BitSet holding = rules.holding(before);
            BitSet later = rules.holding(after);
            assertThat(byDrools(session, before)).as("before, of %s", context).isEqualTo(holding);
            assertThat(byDrools(session, after)).as("after, of %s", context).isEqualTo(later);
            assertThat(holding.intersects(later)).isFalse();
            holding.or(later);
            assertThat(holding)
                    .as("of %s and %s", context, assessment)
                    .isEqualTo(byConditions(parsed, context, assessment));
            ever.or(holding);
        }
        session.dispose();
        assertThat(ever.cardinality()).isGreaterThan(RULES * 3 / 4);
    }

    private static BitSet byDrools(DeclaredRules rules, Cells cells) {
        KieSession session = session(rules);
        try {
            return byDrools(session, cells);
        } finally {
            session.dispose();
        }
    }

    private static KieSession session(DeclaredRules rules) {
        KieSession session = rules.network().newKieSession();
        session.setGlobal(DeclaredRules.HOLDING, new BitSet());
        return session;
    }

    private static BitSet byDrools(KieSession session, Cells cells) {
        BitSet holding = (BitSet) session.getGlobal(DeclaredRules.HOLDING);
        holding.clear();
        session.insert(cells);
        session.fireAllRules();
        session.getFactHandles().forEach(session::delete);
        return holding;
    }

    /** By the values themselves, without cells. */
    private static BitSet byConditions(List<RuleNode> rules, FailureContext context, ParadoxAssessment assessment) {
        Evaluation evaluation = new Evaluation(field -> field.read(context, assessment));
        BitSet holding = new BitSet();
        IntStream.range(0, rules.size())
                .filter(rule -> evaluation.holds(rules.get(rule).conditions()))
                .forEach(holding::set);
        return holding;
    }

    private static ParadoxAssessment assessment(Random random) {
        Barrier[] barriers = Barrier.values();
        return switch (random.nextInt(3)) {
            case 0 -> new ParadoxAssessment(Verdict.APPLIES, Set.of());
            case 1 -> new ParadoxAssessment(Verdict.UNDETERMINED, Set.of());
            default -> new ParadoxAssessment(Verdict.DOES_NOT_APPLY, Set.of(barriers[random.nextInt(barriers.length)]));
        };
    }

    private static List<RuleNode> random(Random random) {
        RandomRules rules = new RandomRules(random);
        List<String> taken = new ArrayList<>();
        while (taken.size() < RULES) {
            String conditions = rules.conditions();
            if (ParsedRules.areSound(conditions)) {
                taken.add(conditions);
            }
        }
        List<RuleNode> parsed = ParsedRules.of(taken.toArray(String[]::new));
        assertThat(parsed.stream().flatMap(rule -> rule.conditions().stream()).flatMap(Condition::facts))
                .anyMatch(fact -> fact.type().text().equals("ParadoxAssessment"));
        return parsed;
    }
}
