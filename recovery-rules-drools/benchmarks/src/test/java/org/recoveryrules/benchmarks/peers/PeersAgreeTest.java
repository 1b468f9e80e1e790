package org.recoveryrules.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.benchmarks.BareDrools;
import org.recoveryrules.benchmarks.Contexts;
import org.recoveryrules.benchmarks.Matcher;
import org.recoveryrules.benchmarks.PlainFindings;
import org.recoveryrules.benchmarks.StandardPolicy;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/** A decision does not show all findings, such as an offer that is withheld; here they are compared themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeersAgreeTest {
    private static final int CONTEXTS = 1_000;

    private final KieBase rules =
            BareDrools.container(StandardPolicy.read().ruleFiles()).getKieBase();
    private final Map<String, Amount> amounts = StandardPolicy.read().amounts();
    private List<Example> examples = List.of();

    @BeforeAll
    void ask_drools() {
        examples = Contexts.of(7, CurrencyUnit.USD)
                .limit(CONTEXTS)
                .map(this::example)
                .toList();
    }

    static Stream<Supplier<Matcher>> peers() {
        return Stream.of(EasyRules::new, EvreteRules::new, CamundaRules::new);
    }

    @ParameterizedTest
    @MethodSource("peers")
    void a_peer_finds_what_drools_finds(Supplier<Matcher> peer) {
        Matcher matcher = peer.get();

        assertThat(examples).allSatisfy(example -> {
            Set<String> found = new TreeSet<>();
            Findings findings = recorder(found, new PlainFindings(amounts));
            matcher.first(example.context, findings);
            matcher.second(example.context, example.assessment, findings);

            assertThat(found).isEqualTo(example.found);
        });
    }

    @Test
    void the_rules_in_plain_java_are_those_of_the_policy() {
        Set<String> policy = rules.getKiePackages().stream()
                .flatMap(topic -> topic.getRules().stream())
                .map(Rule::getName)
                .collect(Collectors.toSet());

        assertThat(PlainRules.conclusions()).containsOnlyKeys(policy);
    }

    private Example example(FailureContext context) {
        PlainFindings plain = new PlainFindings(amounts);
        Set<String> found = new TreeSet<>();
        KieSession session = rules.newKieSession();
        session.setGlobal("findings", recorder(found, plain));
        Stream.of(
                        context.failure(),
                        context.history(),
                        context.customer(),
                        context.claim(),
                        context.handling(),
                        context.area())
                .forEach(session::insert);
        session.fireAllRules();
        ParadoxAssessment assessment = plain.assess();
        session.insert(assessment);
        session.fireAllRules();
        session.dispose();
        return new Example(context, assessment, found);
    }

    /** Findings that are passed on and kept in words. */
    private static Findings recorder(Set<String> found, Findings next) {
        return (Findings) Proxy.newProxyInstance(
                Findings.class.getClassLoader(), new Class<?>[] {Findings.class}, (proxy, method, arguments) -> {
                    found.add(method.getName() + Arrays.deepToString(arguments));
                    return method.invoke(next, arguments);
                });
    }

    private record Example(FailureContext context, ParadoxAssessment assessment, Set<String> found) {}
}
