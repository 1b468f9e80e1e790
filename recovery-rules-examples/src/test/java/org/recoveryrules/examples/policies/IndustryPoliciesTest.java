package org.recoveryrules.examples.policies;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.DecisionRecord;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Vulnerability;
import org.recoveryrules.drools.cases.Case;
import org.recoveryrules.drools.cases.CaseResult;
import org.recoveryrules.drools.cases.Coverage;
import org.recoveryrules.drools.json.RecordJson;
import org.recoveryrules.drools.mutation.MutationRun;

/** The cases of the industry policies, what all of them promise, and what their pages show. */
class IndustryPoliciesTest {
    /** A case that a page names, and the decision that it shows of it. */
    private static final Pattern EXAMPLE =
            Pattern.compile("(?s)\\*([^*\n]+)\\* of\\s+\\[[^]]+]\\(([^)]+)\\)(?:(?!```).)*```text\n(.*?)```");

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");

    private static final Map<String, IndustryPolicy> POLICIES = new TreeMap<>();

    @BeforeAll
    static void load() {
        for (String name : List.of("airline", "hosting", "web-shop")) {
            POLICIES.put(name, IndustryPolicy.load(name));
        }
    }

    @AfterAll
    static void close() {
        POLICIES.values().forEach(IndustryPolicy::close);
    }

    @TestFactory
    Stream<DynamicNode> decisions_are_as_the_cases_expect() {
        return POLICIES.entrySet().stream().map(policy -> dynamicContainer(policy.getKey(), cases(policy.getValue())));
    }

    private static Stream<DynamicNode> cases(IndustryPolicy policy) {
        return policy.run().results().stream()
                .map(result -> dynamicTest(result.tested().sentence(), source(policy, result.tested()), () -> {
                    assertThat(result.failure()).isEmpty();
                    assertThat(result.differences()).isEmpty();
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"airline", "hosting", "web-shop"})
    void every_rule_comparison_and_threshold_is_shown_by_a_case(String name) {
        IndustryPolicy policy = POLICIES.get(name);
        Coverage coverage = policy.run().coverage();

        assertThat(policy.advisor().warnings()).isEmpty();
        assertThat(coverage.rules()).isNotEmpty();
        assertThat(List.of(coverage.ofRules(), coverage.ofComparisons(), coverage.ofThresholds()))
                .as("rules, comparisons and thresholds; what no case shows:%n%s", lines(coverage.gaps()))
                .allMatch(share -> share.percent() == 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"airline", "hosting", "web-shop"})
    void the_cases_notice_nearly_every_mistake(String name) {
        MutationRun mistakes = POLICIES.get(name).advisor().runMutants();

        assertThat(mistakes.noticed().all()).isPositive();
        assertThat(mistakes.noticed().percent())
                .as("mistakes that a case notices, in percent; those that none does:%n%s", lines(mistakes.survivors()))
                .isGreaterThanOrEqualTo(95);
    }

    private static String lines(List<?> told) {
        return told.stream().map(Object::toString).collect(joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"airline", "hosting", "web-shop"})
    void an_entitlement_is_always_paid_in_full(String name) {
        onEach(name, (policy, failure) -> {
            List<Entitlement> paid = policy.decide(failure).remedies().stream()
                    .filter(remedy -> remedy.component() == Component.ENTITLEMENT)
                    .map(remedy -> new Entitlement(
                            remedy.kind(),
                            remedy.amount().orElseThrow(),
                            remedy.basis().orElseThrow()))
                    .toList();

            assertThat(paid).containsExactlyInAnyOrderElementsOf(failure.claim().entitlements());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"airline", "hosting", "web-shop"})
    void nothing_that_was_asked_for_is_refused_without_a_person(String name) {
        onEach(name, (policy, failure) -> {
            RecoveryDecision decision = policy.decide(failure);
            boolean granted = failure.claim().requested().stream().allMatch(asked -> isGranted(asked, decision));

            assertThat(granted || decision.humanReview()).isTrue();
        });
    }

    /** Whether all of it is given, as far as its worth is known. */
    private static boolean isGranted(RequestedRemedy asked, RecoveryDecision decision) {
        List<Remedy> given = decision.remedies().stream()
                .filter(remedy -> remedy.kind() == asked.kind())
                .toList();
        if (given.stream().anyMatch(remedy -> remedy.amount().isEmpty())) {
            return true;
        }
        Money worth = IndustryPolicy.worth(decision, given::contains);
        return !given.isEmpty() && !asked.amount().orElseThrow().isGreaterThan(worth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"airline", "hosting", "web-shop"})
    void worse_harm_never_gets_less_made_good(String name) {
        onEach(name, (policy, failure) -> {
            Money milder = Money.zero(policy.currency());
            for (Severity severity : Severity.values()) {
                RecoveryDecision decision =
                        policy.decide(failure.toBuilder().severity(severity).build());
                Money restored = IndustryPolicy.worth(
                        decision, remedy -> remedy.component().compareTo(Component.RESTORATION) <= 0);
                assertThat(restored).isGreaterThanOrEqualTo(milder);
                milder = restored;
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"airline", "hosting", "web-shop"})
    void vulnerability_never_lowers_anything(String name) {
        onEach(name, (policy, failure) -> {
            RecoveryDecision without =
                    policy.decide(failure.toBuilder().vulnerabilities(Set.of()).build());
            RecoveryDecision with = policy.decide(
                    failure.toBuilder().vulnerabilities(Vulnerability.values()).build());

            assertThat(with.remedies()).isEqualTo(without.remedies());
            assertThat(with.authority()).isEqualTo(without.authority());
            assertThat(with.humanReview() || !without.humanReview()).isTrue();
            assertThat(words(with)).containsAll(words(without));
            assertThat(with.followUps()).containsAll(without.followUps());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"airline", "hosting", "web-shop"})
    void a_decision_is_reproduced_from_its_record(String name) {
        try (IndustryPolicy later = IndustryPolicy.load(name)) {
            onEach(name, (policy, failure) -> {
                String kept = RecordJson.write(DecisionRecord.of(failure, policy.decide(failure)));

                assertThat(RecordJson.read(kept).differences(failure, later.decide(failure)))
                        .isEmpty();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"airline", "hosting", "web-shop"})
    void the_page_shows_what_is_decided(String name) {
        IndustryPolicy policy = POLICIES.get(name);
        List<MatchResult> examples = EXAMPLE.matcher(policy.readme()).results().toList();

        assertThat(examples).isNotEmpty().allSatisfy(example -> {
            Case shown = policy.run().results().stream()
                    .map(CaseResult::tested)
                    .filter(tested -> tested.place().file().equals(example.group(2)))
                    .filter(tested -> tested.sentence().equals(example.group(1)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no such case: " + example.group(1)));
            assertThat(example.group(3)).isEqualTo(outline(policy.decide(shown.context())));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"airline", "hosting", "web-shop"})
    void the_links_of_the_page_lead_somewhere(String name) {
        IndustryPolicy policy = POLICIES.get(name);

        assertThat(LINK.matcher(policy.readme()).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(policy.folder().resolve(link)).exists());
    }

    /** What is offered, one remedy a line, and who grants the whole. */
    private static String outline(RecoveryDecision decision) {
        StringBuilder outline = new StringBuilder();
        for (Remedy remedy : decision.remedies()) {
            String worth = remedy.amount().map(IndustryPoliciesTest::plain).orElse("");
            outline.append(String.format(
                    Locale.ROOT,
                    "%-13s  %-16s  %7s  %s\n",
                    remedy.component(),
                    remedy.kind(),
                    worth,
                    remedy.authority()));
        }
        String whole = "%s %s in all, %s of it gestures: %s grants it\n";
        return outline.append(String.format(
                        Locale.ROOT,
                        whole,
                        plain(decision.total()),
                        decision.total().getCurrencyUnit(),
                        plain(decision.gestureTotal()),
                        decision.authority()))
                .toString();
    }

    private static String plain(Money money) {
        return money.getAmount().toPlainString();
    }

    private static Set<String> words(RecoveryDecision decision) {
        Set<String> words = new HashSet<>();
        decision.steps().forEach(step -> step.words().forEach(said -> words.add(step.kind() + " " + said)));
        return words;
    }

    private static URI source(IndustryPolicy policy, Case tested) {
        return URI.create(policy.folder().resolve(tested.place().file()).toUri() + "?line="
                + tested.place().line());
    }

    private static void onEach(String name, Promise promise) {
        IndustryPolicy policy = POLICIES.get(name);
        Failures.onEach(policy.currency(), failure -> promise.isKept(policy, failure));
    }

    /** What a policy promises about any failure. */
    @FunctionalInterface
    private interface Promise {
        void isKept(IndustryPolicy policy, FailureContext failure);
    }
}
