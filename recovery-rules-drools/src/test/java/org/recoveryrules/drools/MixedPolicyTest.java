package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.Contexts.minor;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.AreaRisk;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Verdict;

/** Policies of which some rules are looked up in the index and others, beyond the declarative profile, asked of Drools. */
class MixedPolicyTest {
    private static final String SEVERE = Policies.rule(
            "test.severe", "ServiceFailure( severity >= Severity.MAJOR )", "findings.barrier( Barrier.SEVERITY );");
    private static final String CLAIMS = Policies.rule(
            "test.claims", "Claim( compensatedClaims > 2 )", "findings.barrier( Barrier.PRIOR_FAILURE );");
    private static final String RULED_OUT = Policies.rule(
            "test.ruled-out", "ParadoxAssessment( verdict == Verdict.DOES_NOT_APPLY )", "findings.review();");
    private static final String WORDS =
            Policies.rule("test.words", "ServiceFailure()", "findings.offer( RemedyKind.APOLOGY );");

    @Test
    void without_the_index_drools_is_asked_about_every_rule_and_decides_the_same() {
        DroolsRecoveryAdvisor.Builder builder = DroolsRecoveryAdvisor.builder();
        try (DroolsRecoveryAdvisor indexed = builder.build();
                DroolsRecoveryAdvisor unindexed = builder.unindexed().build()) {
            assertThat(indexed.indexedRules())
                    .isEqualTo(indexed.policy().rules().size());
            assertThat(unindexed.indexedRules()).isZero();
            assertThat(contexts().map(unindexed::decide))
                    .containsExactlyElementsOf(contexts().map(indexed::decide).toList());
        }
    }

    @Test
    void rules_of_the_profile_are_looked_up_and_the_others_are_not() {
        try (DroolsRecoveryAdvisor advisor = advisor(List.of(SEVERE, WORDS), List.of(beyond(CLAIMS)))) {
            assertThat(advisor.indexedRules()).isEqualTo(2);
            assertThat(advisor.policy().rules()).hasSize(3);
        }
    }

    @Test
    void a_file_with_a_rule_beyond_the_profile_is_left_to_drools_whole() {
        try (DroolsRecoveryAdvisor advisor = advisor(List.of(SEVERE), List.of(beyond(CLAIMS), WORDS))) {
            assertThat(advisor.indexedRules()).isEqualTo(1);
        }
    }

    @Test
    void decides_as_if_all_rules_were_of_one_kind() {
        try (DroolsRecoveryAdvisor declared = advisor(List.of(SEVERE, CLAIMS, RULED_OUT, WORDS), List.of());
                DroolsRecoveryAdvisor one =
                        advisor(List.of(SEVERE, WORDS), List.of(beyond(CLAIMS), beyond(RULED_OUT)));
                DroolsRecoveryAdvisor other =
                        advisor(List.of(CLAIMS, RULED_OUT), List.of(beyond(SEVERE), beyond(WORDS)))) {
            assertThat(declared.indexedRules()).isEqualTo(4);
            assertThat(one.indexedRules()).isEqualTo(2);
            assertThat(other.indexedRules()).isEqualTo(2);
            contexts().forEach(context -> {
                RecoveryDecision decision = declared.decide(context);
                assertSame(one.decide(context), decision);
                assertSame(other.decide(context), decision);
            });
        }
    }

    @Test
    void a_rule_beyond_the_profile_reads_the_assessment_to_which_one_of_the_profile_led() {
        try (DroolsRecoveryAdvisor advisor = advisor(List.of(SEVERE), List.of(beyond(RULED_OUT)))) {
            RecoveryDecision severe =
                    advisor.decide(minor().severity(Severity.MAJOR).build());

            assertThat(severe.paradox().barriers()).containsExactly(Barrier.SEVERITY);
            assertThat(severe.humanReview()).isTrue();
            assertThat(severe.reasons())
                    .containsExactly(
                            reason("test.ruled-out", "paradox.verdict", Verdict.DOES_NOT_APPLY),
                            reason("test.severe", "failure.severity", Severity.MAJOR));
            assertThat(rules(advisor.decide(minor().build()))).isEmpty();
        }
    }

    @Test
    void a_rule_of_the_profile_reads_the_assessment_to_which_one_beyond_it_led() {
        try (DroolsRecoveryAdvisor advisor = advisor(List.of(RULED_OUT), List.of(beyond(SEVERE)))) {
            RecoveryDecision severe =
                    advisor.decide(minor().severity(Severity.MAJOR).build());

            assertThat(severe.paradox().barriers()).containsExactly(Barrier.SEVERITY);
            assertThat(rules(severe)).containsExactly("test.ruled-out", "test.severe");
            assertThat(rules(advisor.decide(minor().build()))).isEmpty();
        }
    }

    /** Rules of the profile see the failure as it was told, and the assessment; nothing else. */
    @Test
    void what_a_rule_beyond_the_profile_inserts_is_seen_by_its_like_alone() {
        String inserts = Policies.rule(
                "test.inserts",
                "$area : Area( !breakProne )",
                "insert( new Area( java.util.Set.of( AreaRisk.%s ) ) );".formatted(AreaRisk.values()[0]));
        String sees = Policies.rule("test.sees", "$prone : Area( breakProne )", "findings.review();");
        String declared = Policies.rule("test.declared", "Area( breakProne )", "findings.offer( RemedyKind.APOLOGY );");
        try (DroolsRecoveryAdvisor advisor = advisor(List.of(declared), List.of(inserts, sees))) {
            assertThat(rules(advisor.decide(minor().build()))).containsExactly("test.inserts", "test.sees");
            assertThat(rules(advisor.decide(minor().risks(AreaRisk.values()[0]).build())))
                    .containsExactly("test.declared", "test.sees");
        }
    }

    private static Stream<FailureContext> contexts() {
        Random random = new Random(61);
        return Stream.generate(() -> Contexts.random(random)).limit(300);
    }

    private static void assertSame(RecoveryDecision actual, RecoveryDecision expected) {
        assertThat(actual).usingRecursiveComparison().ignoringFields("policy").isEqualTo(expected);
    }

    private static List<String> rules(RecoveryDecision decision) {
        return decision.reasons().stream().map(Reason::rule).toList();
    }

    private static Reason reason(String rule, String component, Object value) {
        return new Reason(rule, "because of " + rule, "a test", Map.of(component, value));
    }

    /** The same rule with a variable, which the profile does not know. */
    private static String beyond(String rule) {
        return rule.replace("when\n    ", "when\n    $fact : ");
    }

    private static DroolsRecoveryAdvisor advisor(List<String> declared, List<String> beyond) {
        Map<String, String> files = Policies.files(declared.toArray(String[]::new));
        if (!beyond.isEmpty()) {
            files.put(
                    "test/beyond.drl",
                    Policies.files(beyond.toArray(String[]::new)).get("test/test.drl"));
        }
        return DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.memory(files))
                .profile(Profile.TRUSTED)
                .build();
    }
}
