package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.api.Component.GESTURE;
import static org.recoveryrules.api.Component.RESTORATION;
import static org.recoveryrules.api.RemedyKind.CREDIT;
import static org.recoveryrules.api.RemedyKind.DISCOUNT;
import static org.recoveryrules.api.RemedyKind.FEE_WAIVER;
import static org.recoveryrules.api.RemedyKind.GIFT;
import static org.recoveryrules.api.RemedyKind.REFUND;
import static org.recoveryrules.api.RemedyKind.REIMBURSEMENT;
import static org.recoveryrules.api.RemedyKind.REPERFORMANCE;
import static org.recoveryrules.api.RemedyKind.REPLACEMENT;
import static org.recoveryrules.api.RemedyKind.UPGRADE;
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

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/** Gestures alone give way to the cap. */
class SettlementCapTest {
    @Test
    void lets_through_what_exactly_fits() {
        RecoveryDecision decision = settle(context(), unlimited(), findings -> {
            findings.offer(REFUND, RESTORATION, Amount.of("100"));
            findings.offer(GIFT, GESTURE, Amount.of("20"));
            findings.offer(CREDIT, GESTURE, Amount.of("30"));
            findings.cap(Amount.percentOfPrice(150));
        });

        assertThat(remedies(decision))
                .containsExactly(
                        "RESTORATION REFUND 100.00 AGENT", "GESTURE CREDIT 30.00 AGENT", "GESTURE GIFT 20.00 AGENT");
        assertThat(notes(decision)).isEmpty();
    }

    @Test
    void cuts_the_first_money_that_is_a_cent_too_much() {
        RecoveryDecision decision = settle(context(), unlimited(), findings -> {
            findings.offer(REFUND, RESTORATION, Amount.of("100"));
            findings.offer(GIFT, GESTURE, Amount.of("20.01"));
            findings.offer(CREDIT, GESTURE, Amount.of("30"));
            findings.cap(Amount.percentOfPrice(150));
        });

        assertThat(remedies(decision))
                .containsExactly(
                        "RESTORATION REFUND 100.00 AGENT", "GESTURE CREDIT 29.99 AGENT", "GESTURE GIFT 20.01 AGENT");
        assertThat(decision.gestureTotal()).isEqualTo(usd("50"));
        assertThat(notes(decision)).containsExactly(SettlementNotes.CAP);
        assertThat(facts(decision, SettlementNotes.CAP)).isEqualTo(Map.of("cap", usd("150")));
        assertThat(decision.humanReview()).isFalse();
    }

    @Test
    void leaves_out_the_first_thing_that_is_a_cent_too_much() {
        RecoveryDecision decision = settle(context(), unlimited(), findings -> {
            findings.offer(CREDIT, GESTURE, Amount.of("20"));
            findings.offer(UPGRADE, GESTURE, Amount.of("30.01"));
            findings.cap(Amount.of("50"));
        });

        assertThat(remedies(decision)).containsExactly("GESTURE CREDIT 20.00 AGENT");
        assertThat(notes(decision)).containsExactly(SettlementNotes.CAP);
    }

    @Test
    void leaves_out_whatever_comes_after_the_first_that_does_not_fit() {
        RecoveryDecision afterMoney = settle(context(), unlimited(), findings -> {
            findings.offer(GIFT, GESTURE, Amount.of("10"));
            findings.offer(CREDIT, GESTURE, Amount.of("20"));
            findings.offer(REFUND, GESTURE, Amount.of("30"));
            findings.offer(UPGRADE, GESTURE, Amount.of("40"));
            findings.cap(Amount.of("25"));
        });
        RecoveryDecision afterAThing = settle(context(), unlimited(), findings -> {
            findings.offer(CREDIT, GESTURE, Amount.of("10"));
            findings.offer(GIFT, GESTURE, Amount.of("20"));
            findings.offer(REFUND, GESTURE, Amount.of("30"));
            findings.cap(Amount.of("25"));
        });

        assertThat(remedies(afterMoney)).containsExactly("GESTURE CREDIT 15.00 AGENT", "GESTURE GIFT 10.00 AGENT");
        assertThat(remedies(afterAThing)).containsExactly("GESTURE CREDIT 10.00 AGENT");
    }

    @Test
    void takes_equal_ones_in_the_order_of_kinds() {
        RecoveryDecision decision = settle(context(), unlimited(), findings -> {
            findings.offer(GIFT, GESTURE, Amount.of("10"));
            findings.offer(FEE_WAIVER, GESTURE, Amount.of("10"));
            findings.offer(DISCOUNT, GESTURE, Amount.of("10"));
            findings.offer(CREDIT, GESTURE, Amount.of("10"));
            findings.cap(Amount.of("35"));
        });

        assertThat(remedies(decision))
                .containsExactly(
                        "GESTURE CREDIT 10.00 AGENT", "GESTURE DISCOUNT 10.00 AGENT", "GESTURE FEE_WAIVER 10.00 AGENT");
    }

    @Test
    void takes_the_requested_one_first() {
        RecoveryDecision decision = settle(context().requested(UPGRADE, usd("40")), unlimited(), findings -> {
            findings.offer(GIFT, GESTURE, Amount.of("10"));
            findings.offer(CREDIT, GESTURE, Amount.of("20"));
            findings.offerRequested();
            findings.cap(Amount.of("55"));
        });

        assertThat(remedies(decision))
                .containsExactly(
                        "GESTURE UPGRADE 40.00 AGENT", "GESTURE GIFT 10.00 AGENT", "GESTURE CREDIT 5.00 AGENT");
        assertThat(notes(decision)).containsExactly(SettlementNotes.CAP);
        assertThat(decision.humanReview()).isFalse();
    }

    @Test
    void that_cuts_what_was_requested_has_a_person_look() {
        FailureContext.Builder context = context().requested(REFUND, usd("150.01"));

        RecoveryDecision decision = settle(context, unlimited(), findings -> {
            findings.offer(REFUND, RESTORATION, Amount.of("100"));
            findings.offer(GIFT, GESTURE, Amount.of("1"));
            findings.offerRequested();
            findings.cap(Amount.percentOfPrice(150));
        });

        assertThat(remedies(decision)).containsExactly("RESTORATION REFUND 100.00 AGENT", "GESTURE REFUND 50.00 AGENT");
        assertThat(decision.humanReview()).isTrue();
        assertThat(notes(decision)).containsExactly(SettlementNotes.CAP, SettlementNotes.REFUSAL);
        assertThat(facts(decision, SettlementNotes.REFUSAL))
                .isEqualTo(Map.of("claim.requested", new RequestedRemedy(REFUND, Optional.of(usd("150.01")))));
    }

    @Test
    void that_leaves_out_a_requested_thing_has_a_person_look() {
        RecoveryDecision decision = settle(context().requested(UPGRADE, usd("50.01")), findings -> {
            findings.offer(GIFT, GESTURE, Amount.of("1"));
            findings.offerRequested();
            findings.cap(Amount.of("50"));
        });

        assertThat(decision.remedies()).isEmpty();
        assertThat(decision.humanReview()).isTrue();
        assertThat(notes(decision)).containsExactly(SettlementNotes.CAP, SettlementNotes.REFUSAL);
    }

    @Test
    void that_only_touches_what_goes_beyond_the_request_refuses_nothing() {
        RecoveryDecision restored = settle(context().requested(REFUND, usd("100")), unlimited(), findings -> {
            findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100));
            findings.offer(REFUND, GESTURE, Amount.of("60"));
            findings.offerRequested();
            findings.cap(Amount.of("150"));
        });
        RecoveryDecision exceeded = settle(context().requested(CREDIT, usd("50")), unlimited(), findings -> {
            findings.offer(CREDIT, GESTURE, Amount.of("60"));
            findings.offerRequested();
            findings.cap(Amount.of("50"));
        });

        assertThat(remedies(restored)).containsExactly("RESTORATION REFUND 100.00 AGENT", "GESTURE REFUND 50.00 AGENT");
        assertThat(notes(restored)).containsExactly(SettlementNotes.CAP);
        assertThat(restored.humanReview()).isFalse();
        assertThat(remedies(exceeded)).containsExactly("GESTURE CREDIT 50.00 AGENT");
        assertThat(notes(exceeded)).containsExactly(SettlementNotes.CAP);
        assertThat(exceeded.humanReview()).isFalse();
    }

    @Test
    void takes_a_gesture_of_the_requested_kind_by_its_worth_where_nothing_is_left_of_the_request() {
        RecoveryDecision decision = settle(context().requested(REFUND, usd("100")), unlimited(), findings -> {
            findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100));
            findings.offer(REFUND, GESTURE, Amount.of("30"));
            findings.offer(GIFT, GESTURE, Amount.of("25"));
            findings.offerRequested();
            findings.cap(Amount.of("150"));
        });

        assertThat(remedies(decision))
                .containsExactly(
                        "RESTORATION REFUND 100.00 AGENT", "GESTURE REFUND 25.00 AGENT", "GESTURE GIFT 25.00 AGENT");
    }

    @Test
    void leaves_restoration_alone_even_beyond_it() {
        RecoveryDecision decision = settle(context(), findings -> {
            findings.offer(REFUND, RESTORATION, Amount.of("100"));
            findings.offer(CREDIT, GESTURE, Amount.of("1"));
            findings.cap(Amount.of("99"));
        });

        assertThat(remedies(decision)).containsExactly("RESTORATION REFUND 100.00 AGENT");
        assertThat(notes(decision)).containsExactly(SettlementNotes.CAP);
    }

    @Test
    void does_not_leave_money_of_nothing_where_it_is_full() {
        RecoveryDecision decision = settle(context(), findings -> {
            findings.offer(REFUND, RESTORATION, Amount.of("100"));
            findings.offer(CREDIT, GESTURE, Amount.of("1"));
            findings.cap(Amount.of("100"));
        });

        assertThat(remedies(decision)).containsExactly("RESTORATION REFUND 100.00 AGENT");
    }

    @Test
    void counts_neither_entitlements_nor_any_restoration_but_the_refund() {
        RecoveryDecision decision = settle(
                context().entitlement(REFUND, usd("600"), "EU261").entitlement(CREDIT, usd("70"), "SLA"),
                unlimited(),
                findings -> {
                    findings.offer(REIMBURSEMENT, RESTORATION, Amount.of("500"));
                    findings.offer(REPLACEMENT, RESTORATION, Amount.of("400"));
                    findings.offer(REPERFORMANCE, RESTORATION, Amount.of("300"));
                    findings.offer(CREDIT, GESTURE, Amount.of("10"));
                    findings.cap(Amount.of("10"));
                });

        assertThat(remedies(decision))
                .containsExactly(
                        "ENTITLEMENT REFUND 600.00 AGENT",
                        "ENTITLEMENT CREDIT 70.00 AGENT",
                        "RESTORATION REIMBURSEMENT 500.00 AGENT",
                        "RESTORATION REPLACEMENT 400.00 AGENT",
                        "RESTORATION REPERFORMANCE 300.00 AGENT",
                        "GESTURE CREDIT 10.00 AGENT");
        assertThat(notes(decision)).containsExactly(SettlementNotes.ENTITLEMENT);
    }

    @Test
    void counts_only_what_is_left_of_a_refund_that_is_owed_in_part() {
        RecoveryDecision decision = settle(context().entitlement(REFUND, usd("60"), "EU261"), unlimited(), findings -> {
            findings.offer(REFUND, RESTORATION, Amount.of("100"));
            findings.offer(CREDIT, GESTURE, Amount.of("20"));
            findings.cap(Amount.of("50"));
        });

        assertThat(remedies(decision)).endsWith("RESTORATION REFUND 40.00 AGENT", "GESTURE CREDIT 10.00 AGENT");
    }

    @Test
    void counts_a_reimbursement_that_is_a_gesture() {
        RecoveryDecision decision = settle(context().requested(REIMBURSEMENT, usd("80")), unlimited(), findings -> {
            findings.offerRequested();
            findings.cap(Amount.of("50"));
        });

        assertThat(remedies(decision)).containsExactly("GESTURE REIMBURSEMENT 50.00 AGENT");
    }

    @Test
    void does_not_count_what_is_withheld() {
        RecoveryDecision decision = settle(context(), unlimited(), findings -> {
            findings.offer(GIFT, GESTURE, Amount.of("10"));
            findings.offer(CREDIT, GESTURE, Amount.of("20"));
            findings.withhold(GIFT);
            findings.cap(Amount.of("20"));
        });

        assertThat(remedies(decision)).containsExactly("GESTURE CREDIT 20.00 AGENT");
        assertThat(notes(decision)).isEmpty();
    }

    @Test
    void is_the_lowest_of_several_whichever_comes_first() {
        Consumer<Findings> offer = findings -> findings.offer(CREDIT, GESTURE, Amount.of("100"));
        Consumer<Findings> low = findings -> findings.cap("small");
        Consumer<Findings> high = findings -> findings.cap(Amount.percentOfPrice(50));

        assertThat(remedies(settle(context(), offer, low, high, unlimited())))
                .containsExactly("GESTURE CREDIT 5.00 AGENT");
        assertThat(remedies(settle(context(), offer, high, low, unlimited())))
                .containsExactly("GESTURE CREDIT 5.00 AGENT");
    }

    @Test
    void is_rounded_down() {
        assertThat(creditUnder(USD, "10.019")).isEqualTo("10.01");
        assertThat(creditUnder(JPY, "10.9")).isEqualTo("10");
        assertThat(creditUnder(BHD, "10.0109")).isEqualTo("10.010");
    }

    @Test
    void is_compared_with_what_a_gesture_comes_to_when_rounded() {
        RecoveryDecision decision = settle(context(), unlimited(), findings -> {
            findings.offer(CREDIT, GESTURE, Amount.of("9.995"));
            findings.cap(Amount.of("9.999"));
        });

        assertThat(remedies(decision)).containsExactly("GESTURE CREDIT 9.99 AGENT");
    }

    @Test
    void is_none_where_the_price_is_not_known_even_if_it_is_a_sum() {
        RecoveryDecision decision = settle(context().price(null), unlimited(), findings -> {
            findings.offer(CREDIT, GESTURE, Amount.of("100"));
            findings.cap(Amount.of("5"));
            findings.cap(Amount.percentOfPrice(5));
        });

        assertThat(remedies(decision)).containsExactly("GESTURE CREDIT 100.00 AGENT");
        assertThat(notes(decision)).isEmpty();
    }

    private static String creditUnder(CurrencyUnit currency, String cap) {
        RecoveryDecision decision = settle(in(currency).price(Money.ofMajor(currency, 1000)), unlimited(), findings -> {
            findings.offer(CREDIT, GESTURE, Amount.of("500"));
            findings.cap(Amount.of(cap));
        });
        return decision.total().getAmount().toPlainString();
    }
}
