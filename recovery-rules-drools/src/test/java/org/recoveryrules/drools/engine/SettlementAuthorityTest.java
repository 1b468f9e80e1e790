package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.api.Authority.AGENT;
import static org.recoveryrules.api.Authority.MANAGER;
import static org.recoveryrules.api.Authority.SUPERVISOR;
import static org.recoveryrules.api.Component.GESTURE;
import static org.recoveryrules.api.Component.RESTORATION;
import static org.recoveryrules.api.RemedyKind.APOLOGY;
import static org.recoveryrules.api.RemedyKind.CREDIT;
import static org.recoveryrules.api.RemedyKind.GIFT;
import static org.recoveryrules.api.RemedyKind.REFUND;
import static org.recoveryrules.api.RemedyKind.REPLACEMENT;
import static org.recoveryrules.api.RemedyKind.UPGRADE;
import static org.recoveryrules.drools.Contexts.usd;
import static org.recoveryrules.drools.engine.Settling.context;
import static org.recoveryrules.drools.engine.Settling.facts;
import static org.recoveryrules.drools.engine.Settling.notes;
import static org.recoveryrules.drools.engine.Settling.remedies;
import static org.recoveryrules.drools.engine.Settling.settle;
import static org.recoveryrules.drools.engine.Settling.unlimited;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/** Who may grant each remedy and the whole. */
class SettlementAuthorityTest {
    @Nested
    class AuthorityToGrant {
        @Test
        void is_anybodys_for_entitlements_words_and_restoration_of_a_verified_claim() {
            RecoveryDecision decision =
                    settle(context().status(ClaimStatus.VERIFIED).entitlement(CREDIT, usd("900"), "SLA"), findings -> {
                        findings.offer(REFUND, RESTORATION, Amount.of("900"));
                        findings.offer(APOLOGY);
                    });

            assertThat(remedies(decision))
                    .containsExactly(
                            "ENTITLEMENT CREDIT 900.00 AGENT",
                            "RESTORATION REFUND 900.00 AGENT",
                            "COMMUNICATION APOLOGY - AGENT");
            assertThat(decision.authority()).isEqualTo(AGENT);
            assertThat(notes(decision)).containsExactly(SettlementNotes.ENTITLEMENT);
        }

        @ParameterizedTest
        @EnumSource(names = {"UNVERIFIED", "CONTRADICTED"})
        void counts_restoration_of_a_claim_that_is_not_verified(ClaimStatus status) {
            RecoveryDecision decision = settle(context().status(status), findings -> {
                findings.offer(REFUND, RESTORATION, Amount.of("20"));
                findings.offer(CREDIT, GESTURE, Amount.of("10"));
                findings.limit(AGENT, Amount.of("20"));
                findings.limit(SUPERVISOR, Amount.of("30"));
            });

            assertThat(remedies(decision))
                    .containsExactly("RESTORATION REFUND 20.00 AGENT", "GESTURE CREDIT 10.00 SUPERVISOR");
        }

        @Test
        void is_that_of_the_lowest_role_whose_limit_covers_the_running_sum_in_the_listed_order() {
            RecoveryDecision decision = settle(context(), findings -> {
                findings.offer(GIFT, GESTURE, Amount.of("10"));
                findings.offer(UPGRADE, GESTURE, Amount.of("20"));
                findings.offer(CREDIT, GESTURE, Amount.of("30"));
                findings.limit(AGENT, Amount.of("30"));
                findings.limit(SUPERVISOR, Amount.of("50"));
                findings.limit(MANAGER, Amount.of("60"));
            });

            assertThat(remedies(decision))
                    .containsExactly(
                            "GESTURE CREDIT 30.00 AGENT",
                            "GESTURE UPGRADE 20.00 SUPERVISOR",
                            "GESTURE GIFT 10.00 MANAGER");
            assertThat(decision.authority()).isEqualTo(MANAGER);
            assertThat(decision.humanReview()).isFalse();
        }

        @Test
        void is_one_role_higher_a_cent_above_a_limit() {
            RecoveryDecision decision = settle(context(), findings -> {
                findings.offer(GIFT, GESTURE, Amount.of("10"));
                findings.offer(UPGRADE, GESTURE, Amount.of("20"));
                findings.offer(CREDIT, GESTURE, Amount.of("30.01"));
                findings.limit(AGENT, Amount.of("30"));
                findings.limit(SUPERVISOR, Amount.of("50"));
                findings.limit(MANAGER, Amount.of("60.01"));
            });

            assertThat(remedies(decision))
                    .containsExactly(
                            "GESTURE CREDIT 30.01 SUPERVISOR",
                            "GESTURE UPGRADE 20.00 MANAGER",
                            "GESTURE GIFT 10.00 MANAGER");
            assertThat(decision.humanReview()).isFalse();
        }

        @Test
        void beyond_every_limit_is_a_managers_and_a_person_looks() {
            RecoveryDecision decision = settle(context(), findings -> {
                findings.offer(CREDIT, GESTURE, Amount.of("60"));
                findings.offer(GIFT, GESTURE, Amount.of("0.01"));
                findings.limit(MANAGER, Amount.of("60"));
            });

            assertThat(remedies(decision)).containsExactly("GESTURE CREDIT 60.00 MANAGER", "GESTURE GIFT 0.01 MANAGER");
            assertThat(decision.humanReview()).isTrue();
        }

        @Test
        void is_by_the_highest_limit_of_a_role_whichever_comes_first() {
            Consumer<Findings> offer = findings -> findings.offer(CREDIT, GESTURE, Amount.of("50"));
            Consumer<Findings> low = findings -> findings.limit(AGENT, "small");
            Consumer<Findings> high = findings -> findings.limit(AGENT, Amount.of("50"));

            assertThat(remedies(settle(context(), offer, low, high))).containsExactly("GESTURE CREDIT 50.00 AGENT");
            assertThat(remedies(settle(context(), offer, high, low))).containsExactly("GESTURE CREDIT 50.00 AGENT");
        }

        @Test
        void is_told_the_same_whichever_of_two_equal_limits_comes_first() {
            Consumer<Findings> offer = findings -> findings.offer(CREDIT, GESTURE, Amount.of("50"));
            Consumer<Findings> plain = findings -> findings.limit(AGENT, Amount.of("25"));
            Consumer<Findings> toTheCent = findings -> findings.limit(AGENT, Amount.of("25.00"));

            assertThat(settle(context(), offer, plain, toTheCent))
                    .isEqualTo(settle(context(), offer, toTheCent, plain));
        }

        @Test
        void is_by_a_limit_of_nothing_where_none_is_given() {
            RecoveryDecision none = settle(context(), findings -> findings.offer(CREDIT, GESTURE, Amount.of("0.01")));
            RecoveryDecision onlyManager = settle(context(), findings -> {
                findings.offer(CREDIT, GESTURE, Amount.of("0.01"));
                findings.limit(MANAGER, Amount.of("0.01"));
            });

            assertThat(remedies(none)).containsExactly("GESTURE CREDIT 0.01 MANAGER");
            assertThat(none.humanReview()).isTrue();
            assertThat(remedies(onlyManager)).containsExactly("GESTURE CREDIT 0.01 MANAGER");
            assertThat(onlyManager.humanReview()).isFalse();
        }

        @Test
        void is_not_the_supervisors_where_only_the_agent_has_a_limit_that_covers() {
            RecoveryDecision decision = settle(context(), findings -> {
                findings.offer(CREDIT, GESTURE, Amount.of("10"));
                findings.limit(AGENT, Amount.of("10"));
                findings.limit(SUPERVISOR, Amount.of("5"));
            });

            assertThat(remedies(decision)).containsExactly("GESTURE CREDIT 10.00 AGENT");
        }

        @Test
        void compares_with_a_limit_that_is_not_rounded_up() {
            FailureContext.Builder context = context().lifetimeValue(usd("2550.50"));
            Consumer<Findings> limit = findings -> findings.limit(AGENT, Amount.percentOfLifetimeValue(1));

            assertThat(remedies(
                            settle(context, limit, findings -> findings.offer(CREDIT, GESTURE, Amount.of("25.50")))))
                    .containsExactly("GESTURE CREDIT 25.50 AGENT");
            assertThat(remedies(
                            settle(context, limit, findings -> findings.offer(CREDIT, GESTURE, Amount.of("25.51")))))
                    .containsExactly("GESTURE CREDIT 25.51 MANAGER");
        }

        @Test
        void takes_a_limit_of_an_unknown_price_for_none() {
            RecoveryDecision decision = settle(context().price(null), findings -> {
                findings.offer(CREDIT, GESTURE, Amount.of("10"));
                findings.limit(AGENT, Amount.percentOfPrice(100));
                findings.limit(SUPERVISOR, Amount.of("10"));
            });

            assertThat(remedies(decision)).containsExactly("GESTURE CREDIT 10.00 SUPERVISOR");
        }

        @Test
        void above_an_agents_is_told_with_what_counted_and_the_agents_limit() {
            RecoveryDecision decision = settle(context(), findings -> {
                findings.offer(CREDIT, GESTURE, Amount.of("30"));
                findings.offer(GIFT, GESTURE, Amount.of("10"));
                findings.limit(AGENT, Amount.of("35.5"));
                findings.limit(SUPERVISOR, Amount.of("40"));
            });

            assertThat(notes(decision)).containsExactly(SettlementNotes.LIMIT);
            assertThat(facts(decision, SettlementNotes.LIMIT))
                    .isEqualTo(Map.of("counted", usd("40"), "limit.AGENT", usd("35.50")));
        }

        @Test
        void of_the_decision_is_the_highest_of_its_remedies() {
            RecoveryDecision decision = settle(context(), findings -> {
                findings.offer(CREDIT, GESTURE, Amount.of("10"));
                findings.limit(SUPERVISOR, Amount.of("10"));
            });

            assertThat(decision.authority()).isEqualTo(SUPERVISOR);
        }

        @Test
        void of_the_decision_is_raised_by_a_rule_and_that_of_remedies_is_not() {
            RecoveryDecision decision = settle(context(), unlimited(), findings -> {
                findings.offer(CREDIT, GESTURE, Amount.of("10"));
                findings.escalate(MANAGER);
                findings.escalate(SUPERVISOR);
            });

            assertThat(decision.authority()).isEqualTo(MANAGER);
            assertThat(remedies(decision)).containsExactly("GESTURE CREDIT 10.00 AGENT");
            assertThat(decision.humanReview()).isFalse();
        }

        @Test
        void of_the_decision_is_never_lowered() {
            RecoveryDecision decision = settle(context(), findings -> {
                findings.offer(CREDIT, GESTURE, Amount.of("10"));
                findings.limit(MANAGER, Amount.of("10"));
                findings.escalate(AGENT);
            });

            assertThat(decision.authority()).isEqualTo(MANAGER);
        }
    }

    @Nested
    class HoldingRestoration {
        @Test
        void keeps_it_listed_for_a_supervisor_and_has_a_person_look() {
            RecoveryDecision decision = settle(context(), unlimited(), findings -> {
                findings.offer(REFUND, RESTORATION, Amount.of("100"));
                findings.offer(REPLACEMENT, RESTORATION, Amount.of("50"));
                findings.offer(CREDIT, GESTURE, Amount.of("10"));
                findings.offer(APOLOGY);
                findings.holdRestoration();
            });

            assertThat(remedies(decision))
                    .containsExactly(
                            "RESTORATION REFUND 100.00 SUPERVISOR",
                            "RESTORATION REPLACEMENT 50.00 SUPERVISOR",
                            "GESTURE CREDIT 10.00 AGENT",
                            "COMMUNICATION APOLOGY - AGENT");
            assertThat(decision.authority()).isEqualTo(SUPERVISOR);
            assertThat(decision.humanReview()).isTrue();
            assertThat(notes(decision)).isEmpty();
        }

        @Test
        void does_not_lower_the_authority_of_a_manager() {
            RecoveryDecision decision = settle(context().status(ClaimStatus.CONTRADICTED), findings -> {
                findings.offer(REFUND, RESTORATION, Amount.of("100"));
                findings.limit(MANAGER, Amount.of("100"));
                findings.holdRestoration();
            });

            assertThat(remedies(decision)).containsExactly("RESTORATION REFUND 100.00 MANAGER");
        }

        @Test
        void does_not_ask_for_the_restoration_of_a_verified_claim_to_count_against_limits() {
            RecoveryDecision decision = settle(context(), findings -> {
                findings.offer(REFUND, RESTORATION, Amount.of("100"));
                findings.offer(CREDIT, GESTURE, Amount.of("10"));
                findings.limit(AGENT, Amount.of("10"));
                findings.holdRestoration();
            });

            assertThat(remedies(decision))
                    .containsExactly("RESTORATION REFUND 100.00 SUPERVISOR", "GESTURE CREDIT 10.00 AGENT");
        }
    }
}
