package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.recoveryrules.drools.Contexts.minor;
import static org.recoveryrules.drools.Contexts.usd;
import static org.recoveryrules.drools.Policies.rule;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.BudgetExceededException;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RuleFailureException;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Verdict;
import org.slf4j.LoggerFactory;

class DroolsRecoveryAdvisorTest {
    private static final String SEVERE = rule(
            "test.severe", "ServiceFailure( severity >= Severity.MODERATE )", "findings.barrier( Barrier.SEVERITY );");
    private static final String LOOPS =
            rule("test.loops", "$claim : Claim( compensatedClaims == 77 )", "update( $claim );");
    private static final String CONSEQUENCE_THROWS = rule(
            "test.throws",
            "Claim( compensatedClaims == 78 )",
            "findings.offer( RemedyKind.APOLOGY, Component.GESTURE, Amount.of( \"1\" ) );");
    private static final String CONDITION_THROWS = rule(
            "test.condition-throws",
            "Claim( compensatedClaims == 79, requested.get().kind == RemedyKind.GIFT )",
            "findings.review();");

    @Test
    void the_standard_policy_decides() {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard()) {
            assertThat(advisor.decide(minor().build()).paradox().verdict()).isEqualTo(Verdict.APPLIES);
            assertThat(advisor.policy().identity().name()).isEqualTo("standard");
            assertThat(advisor.policy().currency()).isEqualTo(CurrencyUnit.USD);
            assertThat(advisor.policy().rules()).hasSizeGreaterThan(50);
        }
    }

    @Test
    void a_reason_tells_the_rule_and_the_values_that_made_it_fire() {
        RecoveryDecision decision = decide(minor().severity(Severity.MAJOR).build(), SEVERE);

        assertThat(decision.paradox().barriers()).containsExactly(Barrier.SEVERITY);
        assertThat(decision.reasons())
                .containsExactly(new Reason(
                        "test.severe", "because of test.severe", "a test", Map.of("failure.severity", Severity.MAJOR)));
    }

    @Test
    void a_rule_whose_every_offer_came_to_nothing_does_not_speak() {
        String offers = rule(
                "test.offers",
                "ServiceFailure()",
                "findings.offer( RemedyKind.GIFT, Component.GESTURE, Amount.of( \"5\" ) );");
        String says = rule("test.says", "ServiceFailure()", "findings.offer( RemedyKind.APOLOGY );");
        String asked = rule("test.asked", "ServiceFailure()", "findings.offerRequested();");
        String withholds = rule("test.withholds", "Customer( champion == true )", "findings.withholdGestures();");
        FailureContext context = minor().requested(RemedyKind.CREDIT, usd("7")).build();
        FailureContext withheld = context.toBuilder().champion(true).build();

        assertThat(decide(context, offers, says, asked, withholds).reasons())
                .extracting(Reason::rule)
                .containsExactly("settlement.limit", "test.asked", "test.offers", "test.says");
        assertThat(decide(withheld, offers, says, asked, withholds).reasons())
                .extracting(Reason::rule)
                .containsExactly("settlement.refusal", "test.says", "test.withholds");
    }

    @Test
    void a_rule_speaks_where_a_part_of_what_it_offers_is_left_or_it_finds_more() {
        String asked = rule("test.asked", "ServiceFailure()", "findings.offerRequested();");
        String caps = rule("test.caps", "ServiceFailure()", "findings.cap( Amount.percentOfPrice( 50 ) );");
        String both = rule(
                "test.both",
                "ServiceFailure()",
                "findings.offer( RemedyKind.GIFT, Component.GESTURE, Amount.of( \"5\" ) ); findings.review();");
        FailureContext context = minor().price(usd("100"))
                .requested(RemedyKind.CREDIT, usd("70"))
                .build();

        assertThat(decide(context, asked, caps, both).reasons())
                .extracting(Reason::rule)
                .containsExactly(
                        "settlement.cap",
                        "settlement.limit",
                        "settlement.refusal",
                        "test.asked",
                        "test.both",
                        "test.caps");
    }

    @Test
    void rules_about_the_rest_match_the_paradox_assessment_as_a_fact() {
        String reads = rule(
                "test.reads-verdict", "ParadoxAssessment( verdict == Verdict.DOES_NOT_APPLY )", "findings.review();");

        assertThat(decide(minor().severity(Severity.MAJOR).build(), SEVERE, reads)
                        .humanReview())
                .isTrue();
        assertThat(decide(minor().build(), SEVERE, reads).humanReview()).isFalse();
    }

    @Test
    void a_rule_that_only_says_what_is_not_there_fires_in_every_decision() {
        String absent = rule("test.absent", "not ServiceFailure( severity >= Severity.MAJOR )", "findings.review();");
        try (DroolsRecoveryAdvisor advisor = advisor(absent)) {
            for (int i = 0; i < 3; i++) {
                assertThat(advisor.decide(minor().build()).humanReview()).isTrue();
            }
            assertThat(advisor.decide(minor().severity(Severity.MAJOR).build()).humanReview())
                    .isFalse();
        }
    }

    @Test
    void what_a_rule_leaves_in_the_session_does_not_reach_the_next_decision() {
        String inserts = rule("test.inserts", "Claim( compensatedClaims == 80 )", "insert( new java.awt.Point() );");
        String finds = rule("test.finds", "java.awt.Point()", "findings.review();");
        try (DroolsRecoveryAdvisor advisor = advisor(inserts, finds)) {
            assertThat(advisor.decide(minor().compensatedClaims(80).build()).humanReview())
                    .isTrue();
            assertThat(advisor.decide(minor().build()).humanReview()).isFalse();
        }
    }

    @Test
    void a_rule_that_halts_the_session_does_not_halve_the_decision() {
        String[] rules = new String[5];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = rule("test.halts-" + i, "ServiceFailure()", "findings.review(); drools.halt();");
        }

        assertThat(decide(minor().build(), rules).reasons()).hasSize(rules.length);
    }

    @Test
    void rules_that_do_not_end_exceed_the_budget_and_the_next_decision_is_unharmed() {
        try (DroolsRecoveryAdvisor advisor = advisor(SEVERE, LOOPS)) {
            RecoveryDecision before = advisor.decide(minor().build());

            BudgetExceededException exceeded = catchThrowableOfType(
                    BudgetExceededException.class,
                    () -> advisor.decide(minor().compensatedClaims(77).build()));

            assertThat(exceeded.budget()).isEqualTo(10_000);
            assertThat(exceeded.rules()).containsExactly("test.loops");
            assertThat(advisor.decide(minor().build())).isEqualTo(before);
        }
    }

    @Test
    void a_budget_that_is_just_enough_is_not_exceeded() {
        FailureContext severe = minor().severity(Severity.MAJOR).build();
        String review = rule("test.review", "$customer : Customer()", "findings.review();");
        String severity = rule(
                "test.severity",
                "$failure : ServiceFailure( severity == Severity.MAJOR )",
                "findings.barrier( Barrier.SEVERITY );");
        DroolsRecoveryAdvisor.Builder builder = DroolsRecoveryAdvisor.builder()
                .policy(Policies.of(severity, review))
                .profile(Profile.TRUSTED);

        try (DroolsRecoveryAdvisor two = builder.firingBudget(2).build()) {
            assertThat(two.decide(severe).reasons()).hasSize(2);
        }
        assertThatThrownBy(() -> builder.firingBudget(1).build())
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("error[rules-do-not-end]: more than 1 matches in one decision");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DroolsRecoveryAdvisor.builder().firingBudget(0))
                .withMessage("firingBudget must be 1 or more, but was 0");
    }

    @Test
    void a_rule_whose_consequence_throws_is_named_and_the_next_decision_is_unharmed() {
        assertNamesFailingRule(78, "test.throws", CONSEQUENCE_THROWS);
    }

    @Test
    void a_rule_whose_condition_throws_is_named_and_the_next_decision_is_unharmed() {
        assertNamesFailingRule(79, "test.condition-throws", CONDITION_THROWS);
    }

    private static void assertNamesFailingRule(int claims, String id, String rule) {
        try (DroolsRecoveryAdvisor advisor = advisor(SEVERE, rule)) {
            RecoveryDecision before = advisor.decide(minor().build());
            FailureContext fatal = minor().compensatedClaims(claims).build();

            RuleFailureException first = catchThrowableOfType(RuleFailureException.class, () -> advisor.decide(fatal));
            RuleFailureException second = catchThrowableOfType(RuleFailureException.class, () -> advisor.decide(fatal));

            assertThat(first.rule()).isEqualTo(id);
            assertThat(first).rootCause().isInstanceOfAny(IllegalArgumentException.class, NoSuchElementException.class);
            assertThat(List.of(first.contextDigest(), second.contextDigest())).containsOnly(fatal.digest());
            assertThat(first).hasMessage("rule '" + id + "' failed on context " + first.contextDigest());
            assertThat(advisor.decide(minor().build())).isEqualTo(before);
        }
    }

    @Test
    void a_rule_that_fails_on_everybody_is_found_when_the_policy_is_loaded() {
        String wrongType = rule("test.wrong-type", "FailureHistory( priorFailures == \"many\" )", "findings.review();");

        assertThatThrownBy(() -> advisor(wrongType))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageStartingWith(
                        "policy memory cannot be used:\n  test/test.drl:6: error[rule-fails]: rule 'test.wrong-type'");
    }

    @Test
    void a_barrier_found_after_the_verdict_is_refused() {
        String tooLate = rule("test.too-late", "ParadoxAssessment()", "findings.barrier( Barrier.SEVERITY );");

        assertThatThrownBy(() -> advisor(tooLate.replace("ParadoxAssessment()", "$known : ParadoxAssessment()")))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("rule 'test.too-late' fails")
                .hasMessageContaining("after the verdict");
    }

    @Test
    void a_context_of_another_currency_is_refused_and_never_converted() {
        try (DroolsRecoveryAdvisor advisor = advisor(SEVERE)) {
            FailureContext inEuro =
                    minor().lifetimeValue(Money.of(CurrencyUnit.EUR, 5000)).build();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> advisor.decide(inEuro))
                    .withMessage(
                            "customer.lifetimeValue must be in USD, the currency of the policy, but was EUR 5000.00");
        }
    }

    @Test
    void the_embedder_may_name_another_currency() {
        try (DroolsRecoveryAdvisor advisor =
                DroolsRecoveryAdvisor.builder().currency(CurrencyUnit.EUR).build()) {
            FailureContext inEuro = minor().severity(Severity.MAJOR)
                    .lifetimeValue(Money.of(CurrencyUnit.EUR, 5000))
                    .build();

            RecoveryDecision decision = advisor.decide(inEuro);

            assertThat(advisor.policy().currency()).isEqualTo(CurrencyUnit.EUR);
            assertThat(decision.gestureTotal()).isEqualTo(Money.of(CurrencyUnit.EUR, 25));
        }
    }

    @Test
    void nothing_given_to_the_builder_is_a_clear_error() {
        DroolsRecoveryAdvisor.Builder builder = DroolsRecoveryAdvisor.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.policy(null))
                .withMessage("policy must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.currency(null))
                .withMessage("currency must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DroolsRecoveryAdvisor.load(null))
                .withMessage("folder must be given, but was null");
        assertThatThrownBy(() -> builder.policy(() -> null).build())
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("error[policy-unreadable]");
    }

    @Test
    void no_context_is_a_clear_error() {
        try (DroolsRecoveryAdvisor advisor = advisor(SEVERE)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> advisor.decide(null))
                    .withMessage("context must be given, but was null");
        }
    }

    @Test
    void a_closed_advisor_refuses_and_can_be_closed_again() {
        DroolsRecoveryAdvisor advisor = advisor(SEVERE);
        advisor.close();
        advisor.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> advisor.decide(minor().build()))
                .withMessage("this advisor is closed");
        assertThat(advisor.policy().identity().name()).isEqualTo("test");
    }

    @Test
    void it_logs_a_line_when_a_policy_is_loaded_and_one_at_a_failure_and_no_customer_data() {
        Logger logger = (Logger) LoggerFactory.getLogger("org.recoveryrules");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Level before = logger.getLevel();
        logger.setLevel(Level.TRACE);
        logger.setAdditive(false);
        logger.addAppender(lines);
        try (DroolsRecoveryAdvisor advisor = advisor(SEVERE, CONSEQUENCE_THROWS)) {
            advisor.decide(minor().build());
            assertThatThrownBy(() -> advisor.decide(minor().compensatedClaims(78)
                            .lifetimeValue(usd("98765.43"))
                            .build()))
                    .isInstanceOf(RuleFailureException.class);
            String digest = advisor.policy().identity().digest();

            List<String> messages =
                    lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
            assertThatThrownBy(() -> advisor("rule")).isInstanceOf(InvalidPolicyException.class);
            assertThat(lines.list.get(2).getFormattedMessage())
                    .startsWith("Policy memory cannot be used: 1 diagnostic, the first test/test.drl:");
            assertThat(messages).hasSize(2);
            assertThat(messages.get(0))
                    .matches("Policy test 1 loaded: digest " + digest + ", 2 rules, 0 cases, \\d+ warnings, \\d+ ms");
            assertThat(messages.get(1))
                    .startsWith("No decision by policy test 1 (" + digest + "): rule 'test.throws' failed on context ")
                    .doesNotContain("98765.43");
            assertThat(lines.list)
                    .allSatisfy(line -> assertThat(line.getThrowableProxy()).isNull());
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(before);
            logger.setAdditive(true);
        }
    }

    private static RecoveryDecision decide(FailureContext context, String... rules) {
        try (DroolsRecoveryAdvisor advisor = advisor(rules)) {
            return advisor.decide(context);
        }
    }

    private static DroolsRecoveryAdvisor advisor(String... rules) {
        return DroolsRecoveryAdvisor.builder()
                .policy(Policies.of(rules))
                .profile(Profile.TRUSTED)
                .build();
    }
}
