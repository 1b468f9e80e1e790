package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.api.Authority.AGENT;
import static org.recoveryrules.api.Component.GESTURE;
import static org.recoveryrules.api.Component.RESTORATION;
import static org.recoveryrules.api.RemedyKind.APOLOGY;
import static org.recoveryrules.api.RemedyKind.CREDIT;
import static org.recoveryrules.api.RemedyKind.DISCOUNT;
import static org.recoveryrules.api.RemedyKind.GIFT;
import static org.recoveryrules.api.RemedyKind.PERSONAL_CALL;
import static org.recoveryrules.api.RemedyKind.REFUND;
import static org.recoveryrules.api.RemedyKind.REIMBURSEMENT;
import static org.recoveryrules.api.RemedyKind.REPLACEMENT;
import static org.recoveryrules.api.RemedyKind.UPGRADE;
import static org.recoveryrules.drools.Contexts.usd;
import static org.recoveryrules.drools.engine.Settling.context;
import static org.recoveryrules.drools.engine.Settling.remedies;
import static org.recoveryrules.drools.engine.Settling.settle;
import static org.recoveryrules.drools.engine.Settling.unlimited;

import java.time.Period;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Step;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/** The order of all that is listed, and findings that are passed on. */
class SettlementOrderTest {
    @Nested
    class TheOrder {
        @Test
        void of_remedies_is_by_component_then_most_valuable_first_then_by_kind_with_unknown_amounts_last() {
            RecoveryDecision decision =
                    settle(context().price(null).entitlement(CREDIT, usd("1"), "SLA"), unlimited(), findings -> {
                        findings.offer(PERSONAL_CALL);
                        findings.offer(APOLOGY);
                        findings.offer(REFUND, GESTURE, Amount.percentOfPrice(10));
                        findings.offer(UPGRADE, GESTURE, Amount.of("20"));
                        findings.offer(DISCOUNT, GESTURE, Amount.of("20"));
                        findings.offer(GIFT, GESTURE, Amount.of("30"));
                        findings.offer(REPLACEMENT, RESTORATION, Amount.percentOfPrice(100));
                        findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100));
                        findings.offer(REIMBURSEMENT, RESTORATION, Amount.of("0.01"));
                    });

            assertThat(remedies(decision))
                    .containsExactly(
                            "ENTITLEMENT CREDIT 1.00 AGENT",
                            "RESTORATION REIMBURSEMENT 0.01 AGENT",
                            "RESTORATION REFUND - AGENT",
                            "RESTORATION REPLACEMENT - AGENT",
                            "GESTURE GIFT 30.00 AGENT",
                            "GESTURE DISCOUNT 20.00 AGENT",
                            "GESTURE UPGRADE 20.00 AGENT",
                            "GESTURE REFUND - SUPERVISOR",
                            "COMMUNICATION APOLOGY - AGENT",
                            "COMMUNICATION PERSONAL_CALL - AGENT");
            assertThat(decision.total()).isEqualTo(usd("71.01"));
            assertThat(decision.gestureTotal()).isEqualTo(usd("70"));
        }

        @Test
        void of_entitlements_of_equal_worth_is_by_kind() {
            RecoveryDecision decision =
                    settle(context().entitlement(UPGRADE, usd("5"), "contract").entitlement(CREDIT, usd("5"), "SLA"));

            assertThat(remedies(decision))
                    .containsExactly("ENTITLEMENT CREDIT 5.00 AGENT", "ENTITLEMENT UPGRADE 5.00 AGENT");
        }

        @Test
        void of_steps_is_fixed_and_of_their_words_by_rule_each_once() {
            RecoveryDecision decision = Consequence.settle(
                    context().build(),
                    List.of(
                            new Consequence("b.rule", findings -> findings.step(StepKind.SOLVE, "from b")),
                            new Consequence("c.rule", findings -> findings.step(StepKind.ACKNOWLEDGE, "from c")),
                            new Consequence("d.rule", findings -> findings.step(StepKind.SOLVE, "from a and d")),
                            new Consequence("a.rule", findings -> findings.step(StepKind.SOLVE, "from a and d"))));

            assertThat(decision.steps())
                    .containsExactly(
                            new Step(StepKind.ACKNOWLEDGE, List.of("from c")),
                            new Step(StepKind.SOLVE, List.of("from a and d", "from b")));
        }

        @Test
        void of_follow_ups_is_soonest_first() {
            RecoveryDecision decision = settle(
                    context(),
                    findings -> Stream.of(
                                    "P366D", "P1Y", "P365D", "P364D", "P12M", "P31D", "P1M", "P30D", "P29D", "P5W",
                                    "P1M1D", "P0D")
                            .forEach(after -> findings.followUp(after, after)));

            assertThat(decision.followUps())
                    .extracting(FollowUp::action)
                    .containsExactly(
                            "P0D", "P29D", "P30D", "P1M", "P31D", "P1M1D", "P5W", "P364D", "P365D", "P1Y", "P12M",
                            "P366D");
        }

        @Test
        void of_follow_ups_at_the_same_time_is_by_rule_each_once() {
            RecoveryDecision decision = Consequence.settle(
                    context().build(),
                    List.of(
                            new Consequence("b.rule", findings -> findings.followUp("P3D", "from b")),
                            new Consequence("c.rule", findings -> findings.followUp("P3D", "from a and c")),
                            new Consequence("a.rule", findings -> findings.followUp("P3D", "from a and c"))));

            assertThat(decision.followUps())
                    .containsExactly(
                            new FollowUp(Period.ofDays(3), "from a and c"), new FollowUp(Period.ofDays(3), "from b"));
        }

        @Test
        void of_reasons_is_by_rule_with_the_settlement_among_them() {
            RecoveryDecision decision = Consequence.settle(
                    context().entitlement(REFUND, usd("30"), "EU261").build(),
                    List.of(
                            new Consequence("topic.rule", Findings::review),
                            new Consequence(
                                    "remedy.rule",
                                    findings -> findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100)))));

            assertThat(decision.reasons())
                    .extracting(Reason::rule)
                    .containsExactly("remedy.rule", "settlement.entitlement", "settlement.owed", "topic.rule");
        }
    }

    @Nested
    class OtherFindings {
        @Test
        void are_absent_where_no_rule_speaks() {
            RecoveryDecision decision = Consequence.settle(context().build(), List.of());

            assertThat(decision.approach()).isEqualTo(Approach.EMPATHISE);
            assertThat(decision.doubleDeviation()).isFalse();
            assertThat(decision.humanReview()).isFalse();
            assertThat(decision.authority()).isEqualTo(AGENT);
            assertThat(decision.questions()).isEmpty();
            assertThat(decision.remedies()).isEmpty();
            assertThat(decision.steps()).isEmpty();
            assertThat(decision.followUps()).isEmpty();
            assertThat(decision.reasons()).isEmpty();
            assertThat(decision.total()).isEqualTo(usd("0"));
        }

        @Test
        void take_the_highest_approach_whichever_comes_first() {
            Consumer<Findings> hero = findings -> findings.approach(Approach.HERO);
            Consumer<Findings> fix = findings -> findings.approach(Approach.FIX);

            assertThat(settle(context(), hero, fix).approach()).isEqualTo(Approach.HERO);
            assertThat(settle(context(), fix, hero).approach()).isEqualTo(Approach.HERO);
        }

        @Test
        void mark_a_double_deviation_and_a_review() {
            RecoveryDecision decision = settle(context(), Findings::doubleDeviation, Findings::review);

            assertThat(decision.doubleDeviation()).isTrue();
            assertThat(decision.humanReview()).isTrue();
        }

        @Test
        void name_amounts_of_the_policy() {
            RecoveryDecision decision = settle(context(), findings -> {
                findings.offer(CREDIT, GESTURE, "large");
                findings.cap("small");
                findings.limit(AGENT, "small");
            });

            assertThat(remedies(decision)).containsExactly("GESTURE CREDIT 5.00 AGENT");
        }
    }
}
