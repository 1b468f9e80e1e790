package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.api.Component.GESTURE;
import static org.recoveryrules.api.Component.RESTORATION;
import static org.recoveryrules.api.RemedyKind.APOLOGY;
import static org.recoveryrules.api.RemedyKind.CREDIT;
import static org.recoveryrules.api.RemedyKind.GIFT;
import static org.recoveryrules.api.RemedyKind.PERSONAL_CALL;
import static org.recoveryrules.api.RemedyKind.REFUND;
import static org.recoveryrules.api.RemedyKind.REIMBURSEMENT;
import static org.recoveryrules.api.RemedyKind.REPLACEMENT;
import static org.recoveryrules.api.RemedyKind.UPGRADE;
import static org.recoveryrules.drools.Contexts.usd;
import static org.recoveryrules.drools.engine.Settling.context;
import static org.recoveryrules.drools.engine.Settling.facts;
import static org.recoveryrules.drools.engine.Settling.notes;
import static org.recoveryrules.drools.engine.Settling.remedies;
import static org.recoveryrules.drools.engine.Settling.settle;
import static org.recoveryrules.drools.engine.Settling.unlimited;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/** What the customer requested, and what is withheld. */
class SettlementRequestTest {
    @Nested
    class TheRequest {
        @Test
        void is_a_gesture_of_its_kind_and_worth() {
            RecoveryDecision decision =
                    settle(context().requested(CREDIT, usd("40")), Findings::offerRequested, unlimited());

            assertThat(remedies(decision)).containsExactly("GESTURE CREDIT 40.00 AGENT");
            assertThat(decision.humanReview()).isFalse();
        }

        @Test
        void is_a_gesture_where_it_is_a_thing() {
            RecoveryDecision decision =
                    settle(context().requested(UPGRADE, usd("40")), Findings::offerRequested, unlimited());

            assertThat(remedies(decision)).containsExactly("GESTURE UPGRADE 40.00 AGENT");
        }

        @Test
        void is_communication_where_it_is_words() {
            RecoveryDecision decision = settle(context().requested(APOLOGY), Findings::offerRequested);

            assertThat(remedies(decision)).containsExactly("COMMUNICATION APOLOGY - AGENT");
        }

        @Test
        void is_nothing_where_nothing_was_requested() {
            assertThat(settle(context(), Findings::offerRequested).remedies()).isEmpty();
        }

        @Test
        void is_nothing_where_no_rule_offers_it() {
            assertThat(settle(context().requested(CREDIT, usd("40"))).remedies())
                    .isEmpty();
        }

        @Test
        void is_less_by_what_entitlement_and_restoration_of_the_kind_give() {
            RecoveryDecision decision = settle(
                    context().entitlement(REFUND, usd("30"), "EU261").requested(REFUND, usd("120")),
                    unlimited(),
                    findings -> {
                        findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100));
                        findings.offerRequested();
                    });

            assertThat(remedies(decision))
                    .containsExactly(
                            "ENTITLEMENT REFUND 30.00 AGENT",
                            "RESTORATION REFUND 70.00 AGENT",
                            "GESTURE REFUND 20.00 AGENT");
        }

        @Test
        void is_not_less_by_what_another_kind_gives() {
            RecoveryDecision decision = settle(
                    context().entitlement(CREDIT, usd("30"), "SLA").requested(REFUND, usd("120")),
                    unlimited(),
                    findings -> {
                        findings.offer(REIMBURSEMENT, RESTORATION, Amount.of("60"));
                        findings.offerRequested();
                    });

            assertThat(remedies(decision)).endsWith("GESTURE REFUND 120.00 AGENT");
        }

        @Test
        void that_is_owed_in_part_says_that_it_is_not_counted_twice() {
            RecoveryDecision decision = settle(
                    context().entitlement(CREDIT, usd("30"), "SLA").requested(CREDIT, usd("40")),
                    Findings::offerRequested,
                    unlimited());

            assertThat(remedies(decision))
                    .containsExactly("ENTITLEMENT CREDIT 30.00 AGENT", "GESTURE CREDIT 10.00 AGENT");
            assertThat(notes(decision)).containsExactly(SettlementNotes.ENTITLEMENT, SettlementNotes.OWED);
        }

        @Test
        void is_nothing_where_nothing_is_left_of_it() {
            RecoveryDecision exactly = settle(context().requested(REFUND, usd("100")), restoring(REFUND));
            RecoveryDecision more = settle(context().requested(REFUND, usd("99.99")), restoring(REFUND));
            RecoveryDecision less = settle(context().requested(REFUND, usd("100.01")), restoring(REFUND), unlimited());

            assertThat(remedies(exactly)).containsExactly("RESTORATION REFUND 100.00 AGENT");
            assertThat(remedies(more)).containsExactly("RESTORATION REFUND 100.00 AGENT");
            assertThat(remedies(less)).containsExactly("RESTORATION REFUND 100.00 AGENT", "GESTURE REFUND 0.01 AGENT");
        }

        @Test
        void is_nothing_where_more_of_it_is_owed() {
            RecoveryDecision decision = settle(
                    context().entitlement(UPGRADE, usd("60"), "contract").requested(UPGRADE, usd("50")),
                    Findings::offerRequested);

            assertThat(remedies(decision)).containsExactly("ENTITLEMENT UPGRADE 60.00 AGENT");
        }

        @Test
        void has_no_amount_where_the_restoration_that_it_is_less_by_has_none() {
            RecoveryDecision decision =
                    settle(context().price(null).requested(REFUND, usd("100")), restoring(REFUND), unlimited());

            assertThat(remedies(decision)).containsExactly("RESTORATION REFUND - AGENT", "GESTURE REFUND - SUPERVISOR");
            assertThat(decision.questions()).containsExactly(Question.PRICE);
        }

        @Test
        void is_nothing_where_all_of_it_is_owed_whatever_the_restoration_comes_to() {
            FailureContext.Builder context = context().price(null).requested(REFUND, usd("100"));

            RecoveryDecision all = settle(context.entitlement(REFUND, usd("100"), "EU261"), restoring(REFUND));
            RecoveryDecision allButACent = settle(
                    context.entitlements(List.of()).entitlement(REFUND, usd("99.99"), "EU261"), restoring(REFUND));

            assertThat(remedies(all)).containsExactly("ENTITLEMENT REFUND 100.00 AGENT", "RESTORATION REFUND - AGENT");
            assertThat(remedies(allButACent)).endsWith("GESTURE REFUND - SUPERVISOR");
        }

        @Test
        void is_nothing_where_the_thing_is_restored_at_a_worth_that_is_not_known() {
            RecoveryDecision decision =
                    settle(context().price(null).requested(REPLACEMENT, usd("100")), restoring(REPLACEMENT));

            assertThat(remedies(decision)).containsExactly("RESTORATION REPLACEMENT - AGENT");
            assertThat(decision.humanReview()).isFalse();
        }

        @Test
        void and_an_offer_of_the_kind_become_the_larger_of_both() {
            FailureContext.Builder context = context().requested(CREDIT, usd("40"));
            Consumer<Findings> less = findings -> findings.offer(CREDIT, GESTURE, Amount.of("39.99"));
            Consumer<Findings> more = findings -> findings.offer(CREDIT, GESTURE, Amount.of("40.01"));

            assertThat(remedies(settle(context, Findings::offerRequested, less, unlimited())))
                    .containsExactly("GESTURE CREDIT 40.00 AGENT");
            assertThat(remedies(settle(context, Findings::offerRequested, more, unlimited())))
                    .containsExactly("GESTURE CREDIT 40.01 AGENT");
        }

        private static Consumer<Findings> restoring(RemedyKind kind) {
            return findings -> {
                findings.offer(kind, RESTORATION, Amount.percentOfPrice(100));
                findings.offerRequested();
            };
        }
    }

    @Nested
    class Withholding {
        @Test
        void a_kind_beats_its_offer_whichever_comes_first() {
            Consumer<Findings> offer = findings -> findings.offer(CREDIT, GESTURE, Amount.of("10"));
            Consumer<Findings> withhold = findings -> findings.withhold(CREDIT);

            assertThat(settle(context(), offer, withhold).remedies()).isEmpty();
            assertThat(settle(context(), withhold, offer).remedies()).isEmpty();
        }

        @Test
        void a_kind_leaves_other_kinds_and_restoration() {
            RecoveryDecision decision = settle(context(), unlimited(), findings -> {
                findings.withhold(REFUND);
                findings.offer(REFUND, RESTORATION, Amount.of("100"));
                findings.offer(REFUND, GESTURE, Amount.of("20"));
                findings.offer(CREDIT, GESTURE, Amount.of("10"));
            });

            assertThat(remedies(decision))
                    .containsExactly("RESTORATION REFUND 100.00 AGENT", "GESTURE CREDIT 10.00 AGENT");
            assertThat(decision.humanReview()).isFalse();
        }

        @Test
        void words_beats_their_offer() {
            RecoveryDecision decision = settle(context(), findings -> {
                findings.offer(APOLOGY, PERSONAL_CALL);
                findings.withhold(APOLOGY);
            });

            assertThat(remedies(decision)).containsExactly("COMMUNICATION PERSONAL_CALL - AGENT");
            assertThat(decision.humanReview()).isFalse();
        }

        @Test
        void gestures_takes_all_of_them_and_leaves_restoration_and_words() {
            RecoveryDecision decision = settle(context(), findings -> {
                findings.offer(REFUND, RESTORATION, Amount.of("100"));
                findings.offer(REFUND, GESTURE, Amount.of("20"));
                findings.offer(GIFT, GESTURE, Amount.of("10"));
                findings.offer(APOLOGY);
                findings.withholdGestures();
            });

            assertThat(remedies(decision))
                    .containsExactly("RESTORATION REFUND 100.00 AGENT", "COMMUNICATION APOLOGY - AGENT");
            assertThat(decision.humanReview()).isFalse();
        }

        @Test
        void the_requested_kind_is_looked_at_by_a_person() {
            FailureContext.Builder context = context().requested(CREDIT, usd("40"));

            RecoveryDecision decision = settle(context, findings -> {
                findings.offerRequested();
                findings.withhold(CREDIT);
            });

            assertThat(decision.remedies()).isEmpty();
            assertThat(decision.humanReview()).isTrue();
            assertThat(notes(decision)).containsExactly(SettlementNotes.REFUSAL);
            assertThat(facts(decision, SettlementNotes.REFUSAL))
                    .isEqualTo(Map.of("claim.requested", new RequestedRemedy(CREDIT, Optional.of(usd("40")))));
        }

        @Test
        void gestures_where_one_was_requested_is_looked_at_by_a_person() {
            RecoveryDecision decision = settle(context().requested(GIFT, usd("40")), findings -> {
                findings.offerRequested();
                findings.withholdGestures();
            });

            assertThat(decision.remedies()).isEmpty();
            assertThat(decision.humanReview()).isTrue();
            assertThat(notes(decision)).containsExactly(SettlementNotes.REFUSAL);
        }

        @Test
        void requested_words_is_looked_at_by_a_person() {
            RecoveryDecision decision = settle(context().requested(APOLOGY), findings -> {
                findings.offerRequested();
                findings.withhold(APOLOGY);
            });

            assertThat(decision.remedies()).isEmpty();
            assertThat(decision.humanReview()).isTrue();
            assertThat(notes(decision)).containsExactly(SettlementNotes.REFUSAL);
        }

        @Test
        void what_goes_beyond_a_request_that_is_restored_in_full_refuses_nothing() {
            RecoveryDecision decision = settle(context().requested(REFUND, usd("100")), findings -> {
                findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100));
                findings.offer(REFUND, GESTURE, Amount.of("20"));
                findings.offerRequested();
                findings.withhold(REFUND);
            });

            assertThat(remedies(decision)).containsExactly("RESTORATION REFUND 100.00 AGENT");
            assertThat(decision.humanReview()).isFalse();
            assertThat(notes(decision)).isEmpty();
        }
    }
}
