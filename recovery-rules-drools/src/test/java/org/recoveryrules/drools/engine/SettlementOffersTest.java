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
import static org.recoveryrules.api.RemedyKind.PERSONAL_CALL;
import static org.recoveryrules.api.RemedyKind.REFUND;
import static org.recoveryrules.api.RemedyKind.REIMBURSEMENT;
import static org.recoveryrules.api.RemedyKind.REPLACEMENT;
import static org.recoveryrules.drools.Contexts.usd;
import static org.recoveryrules.drools.engine.Settling.BHD;
import static org.recoveryrules.drools.engine.Settling.JPY;
import static org.recoveryrules.drools.engine.Settling.USD;
import static org.recoveryrules.drools.engine.Settling.context;
import static org.recoveryrules.drools.engine.Settling.facts;
import static org.recoveryrules.drools.engine.Settling.in;
import static org.recoveryrules.drools.engine.Settling.notes;
import static org.recoveryrules.drools.engine.Settling.remedies;
import static org.recoveryrules.drools.engine.Settling.settle;
import static org.recoveryrules.drools.engine.Settling.unlimited;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/** Offers of one kind are merged; amounts that are not known; rounding. */
class SettlementOffersTest {
    @Nested
    class OffersOfOneKind {
        @Test
        void become_the_largest_whichever_comes_first() {
            Consumer<Findings> small = findings -> findings.offer(CREDIT, GESTURE, Amount.of("10"));
            Consumer<Findings> large = findings -> findings.offer(CREDIT, GESTURE, Amount.of("10.01"));

            assertThat(remedies(settle(context(), small, large, unlimited())))
                    .containsExactly("GESTURE CREDIT 10.01 AGENT");
            assertThat(remedies(settle(context(), large, small, unlimited())))
                    .containsExactly("GESTURE CREDIT 10.01 AGENT");
        }

        @Test
        void keep_the_reasons_of_all_their_rules() {
            RecoveryDecision decision = Consequence.settle(
                    context().build(),
                    List.of(
                            new Consequence("b.small", findings -> findings.offer(REFUND, RESTORATION, "small")),
                            new Consequence("a.large", findings -> findings.offer(REFUND, RESTORATION, "large"))));

            assertThat(remedies(decision)).containsExactly("RESTORATION REFUND 5000.00 AGENT");
            assertThat(decision.reasons())
                    .containsExactly(
                            new Reason("a.large", "because of a.large", "source of a.large", Map.of()),
                            new Reason("b.small", "because of b.small", "source of b.small", Map.of()));
        }

        @Test
        void stay_apart_by_component() {
            RecoveryDecision decision = settle(context(), unlimited(), findings -> {
                findings.offer(REFUND, GESTURE, Amount.of("20"));
                findings.offer(REFUND, RESTORATION, Amount.of("100"));
            });

            assertThat(remedies(decision))
                    .containsExactly("RESTORATION REFUND 100.00 AGENT", "GESTURE REFUND 20.00 AGENT");
        }

        @Test
        void take_a_known_amount_before_an_unknown_one_whichever_comes_first() {
            Consumer<Findings> known = findings -> findings.offer(REFUND, RESTORATION, Amount.of("1"));
            Consumer<Findings> unknown = findings -> findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100));
            FailureContext.Builder context = context().price(null);

            assertThat(remedies(settle(context, known, unknown))).containsExactly("RESTORATION REFUND 1.00 AGENT");
            assertThat(remedies(settle(context, unknown, known))).containsExactly("RESTORATION REFUND 1.00 AGENT");
        }

        @Test
        void worth_nothing_are_no_remedy() {
            RecoveryDecision decision = settle(context().loss(usd("0")), findings -> {
                findings.offer(REIMBURSEMENT, RESTORATION, Amount.percentOfLoss(100));
                findings.offer(CREDIT, GESTURE, Amount.of("0.004"));
            });

            assertThat(decision.remedies()).isEmpty();
        }

        @Test
        void worth_nothing_do_not_displace_one_that_waits_for_the_price() {
            RecoveryDecision decision = settle(context().price(null), findings -> {
                findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100));
                findings.offer(REFUND, RESTORATION, Amount.percentOfLoss(100));
            });

            assertThat(remedies(decision)).containsExactly("RESTORATION REFUND - AGENT");
            assertThat(decision.questions()).containsExactly(Question.PRICE);
        }

        @Test
        void of_words_are_one_remedy_in_the_order_of_kinds() {
            RecoveryDecision decision = settle(context(), findings -> {
                findings.offer(PERSONAL_CALL, APOLOGY);
                findings.offer(APOLOGY);
            });

            assertThat(remedies(decision))
                    .containsExactly("COMMUNICATION APOLOGY - AGENT", "COMMUNICATION PERSONAL_CALL - AGENT");
            assertThat(decision.total()).isEqualTo(usd("0"));
            assertThat(decision.questions()).isEmpty();
        }
    }

    @Nested
    class AnUnknownPrice {
        @Test
        void leaves_the_remedy_without_an_amount_and_is_asked() {
            RecoveryDecision decision = settle(context().price(null), findings -> {
                findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100));
                findings.offer(REIMBURSEMENT, RESTORATION, Amount.of("7"));
            });

            assertThat(remedies(decision))
                    .containsExactly("RESTORATION REIMBURSEMENT 7.00 AGENT", "RESTORATION REFUND - AGENT");
            assertThat(decision.total()).isEqualTo(usd("7"));
            assertThat(decision.questions()).containsExactly(Question.PRICE);
            assertThat(notes(decision)).containsExactly(SettlementNotes.PRICE);
            assertThat(facts(decision, SettlementNotes.PRICE)).isEqualTo(Map.of("failure.priceKnown", false));
            assertThat(decision.paradox().verdict()).isEqualTo(Verdict.APPLIES);
        }

        @Test
        void is_not_asked_where_no_remedy_needs_it() {
            RecoveryDecision decision = settle(context().price(null), findings -> {
                findings.offer(REFUND, GESTURE, Amount.percentOfPrice(20));
                findings.withholdGestures();
                findings.offer(REIMBURSEMENT, RESTORATION, Amount.of("7"));
            });

            assertThat(decision.questions()).isEmpty();
            assertThat(notes(decision)).isEmpty();
        }

        @Test
        void does_not_spare_a_least_sum() {
            RecoveryDecision decision = settle(
                    context().price(null),
                    findings -> findings.offer(
                            REFUND, RESTORATION, Amount.percentOfPrice(10).atLeast("5")));

            assertThat(remedies(decision)).containsExactly("RESTORATION REFUND - AGENT");
        }

        @Test
        void needs_a_supervisor_where_it_counts_against_the_limits() {
            RecoveryDecision gesture = settle(
                    context().price(null),
                    findings -> findings.offer(GIFT, GESTURE, Amount.percentOfPrice(5)),
                    unlimited());
            RecoveryDecision unverified = settle(
                    context().price(null).status(ClaimStatus.UNVERIFIED),
                    findings -> findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100)),
                    unlimited());

            assertThat(remedies(gesture)).containsExactly("GESTURE GIFT - SUPERVISOR");
            assertThat(remedies(unverified)).containsExactly("RESTORATION REFUND - SUPERVISOR");
            assertThat(notes(unverified)).containsExactly(SettlementNotes.PRICE);
        }

        @Test
        void needs_a_manager_where_what_counts_before_it_does() {
            RecoveryDecision decision = settle(context().price(null), findings -> {
                findings.offer(CREDIT, GESTURE, Amount.of("30"));
                findings.offer(GIFT, GESTURE, Amount.percentOfPrice(5));
                findings.limit(SUPERVISOR, Amount.of("29.99"));
                findings.limit(MANAGER, Amount.of("30"));
            });

            assertThat(remedies(decision)).containsExactly("GESTURE CREDIT 30.00 MANAGER", "GESTURE GIFT - MANAGER");
            assertThat(decision.humanReview()).isFalse();
        }

        @Test
        void adds_nothing_to_what_is_counted() {
            RecoveryDecision decision = settle(context().price(null).status(ClaimStatus.UNVERIFIED), findings -> {
                findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100));
                findings.offer(CREDIT, GESTURE, Amount.of("10"));
                findings.limit(AGENT, Amount.of("10"));
            });

            assertThat(remedies(decision))
                    .containsExactly("RESTORATION REFUND - SUPERVISOR", "GESTURE CREDIT 10.00 AGENT");
        }
    }

    @Nested
    class Rounding {
        @Test
        void is_half_up_to_the_digits_of_the_currency() {
            assertThat(refund(USD, "12.345")).isEqualTo("12.35");
            assertThat(refund(USD, "12.344999")).isEqualTo("12.34");
            assertThat(refund(JPY, "12.5")).isEqualTo("13");
            assertThat(refund(JPY, "12.499")).isEqualTo("12");
            assertThat(refund(BHD, "12.3455")).isEqualTo("12.346");
            assertThat(refund(BHD, "12.34549")).isEqualTo("12.345");
        }

        @Test
        void happens_once_after_bounds() {
            RecoveryDecision decision = settle(context().price(usd("33.33")), findings -> {
                findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(50));
                findings.offer(
                        REIMBURSEMENT, RESTORATION, Amount.percentOfPrice(50).atMost("16.664"));
                findings.offer(
                        REPLACEMENT, RESTORATION, Amount.percentOfPrice(50).atLeast("16.675"));
            });

            assertThat(remedies(decision))
                    .containsExactly(
                            "RESTORATION REPLACEMENT 16.68 AGENT",
                            "RESTORATION REFUND 16.67 AGENT",
                            "RESTORATION REIMBURSEMENT 16.66 AGENT");
        }

        @Test
        void happens_after_the_largest_was_found_and_before_what_is_owed_is_taken() {
            RecoveryDecision decision = settle(context().entitlement(REFUND, usd("10"), "EU261"), findings -> {
                findings.offer(REFUND, RESTORATION, Amount.of("10.004"));
                findings.offer(REFUND, RESTORATION, Amount.of("10.005"));
            });

            assertThat(remedies(decision)).endsWith("RESTORATION REFUND 0.01 AGENT");
        }

        @Test
        void to_nothing_leaves_nothing() {
            RecoveryDecision yen = settle(
                    in(JPY).price(Money.ofMajor(JPY, 4)),
                    findings -> findings.offer(CREDIT, GESTURE, Amount.percentOfPrice(10)));
            RecoveryDecision oneMore = settle(
                    in(JPY).price(Money.ofMajor(JPY, 5)),
                    findings -> findings.offer(CREDIT, GESTURE, Amount.percentOfPrice(10)),
                    unlimited());

            assertThat(yen.remedies()).isEmpty();
            assertThat(remedies(oneMore)).containsExactly("GESTURE CREDIT 1 AGENT");
        }

        private static String refund(CurrencyUnit currency, String sum) {
            RecoveryDecision decision =
                    settle(in(currency), findings -> findings.offer(REFUND, RESTORATION, Amount.of(sum)));
            return decision.total().getAmount().toPlainString();
        }
    }
}
