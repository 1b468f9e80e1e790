package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.api.Authority.AGENT;
import static org.recoveryrules.api.Component.GESTURE;
import static org.recoveryrules.api.Component.RESTORATION;
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
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.drools.rules.Amount;

/** What is owed is paid in full, and not restored a second time. */
class SettlementEntitlementsTest {
    @Nested
    class Entitlements {
        @Test
        void are_remedies_of_their_own_in_full_with_their_basis() {
            RecoveryDecision decision = settle(context()
                    .entitlement(REFUND, usd("40"), "EU261 art. 8")
                    .entitlement(REFUND, usd("250"), "EU261 art. 7")
                    .entitlement(UPGRADE, usd("60"), "contract"));

            assertThat(remedies(decision))
                    .containsExactly(
                            "ENTITLEMENT REFUND 250.00 AGENT",
                            "ENTITLEMENT UPGRADE 60.00 AGENT",
                            "ENTITLEMENT REFUND 40.00 AGENT");
            assertThat(decision.remedies())
                    .extracting(Remedy::basis)
                    .containsExactly(Optional.of("EU261 art. 7"), Optional.of("contract"), Optional.of("EU261 art. 8"));
            assertThat(decision.total()).isEqualTo(usd("350"));
            assertThat(decision.gestureTotal()).isEqualTo(usd("0"));
            assertThat(decision.humanReview()).isFalse();
        }

        @Test
        void of_equal_worth_and_kind_are_not_merged() {
            RecoveryDecision decision =
                    settle(context().entitlement(CREDIT, usd("5"), "May").entitlement(CREDIT, usd("5"), "June"));

            assertThat(remedies(decision))
                    .containsExactly("ENTITLEMENT CREDIT 5.00 AGENT", "ENTITLEMENT CREDIT 5.00 AGENT");
            assertThat(decision.remedies())
                    .extracting(Remedy::basis)
                    .containsExactly(Optional.of("May"), Optional.of("June"));
        }

        @Test
        void stay_whatever_else_is_found() {
            RecoveryDecision decision = settle(
                    context()
                            .status(ClaimStatus.CONTRADICTED)
                            .entitlement(REFUND, usd("600"), "EU261")
                            .entitlement(GIFT, usd("9"), "contract"),
                    findings -> {
                        findings.withhold(REFUND);
                        findings.withhold(GIFT);
                        findings.withholdGestures();
                        findings.holdRestoration();
                        findings.cap(Amount.of("0"));
                        findings.limit(AGENT, Amount.of("0"));
                    });

            assertThat(remedies(decision))
                    .containsExactly("ENTITLEMENT REFUND 600.00 AGENT", "ENTITLEMENT GIFT 9.00 AGENT");
            assertThat(decision.authority()).isEqualTo(AGENT);
        }

        @Test
        void are_told_once_among_the_reasons_with_what_is_owed() {
            FailureContext.Builder context =
                    context().entitlement(CREDIT, usd("5"), "May").entitlement(CREDIT, usd("6"), "June");

            RecoveryDecision decision = settle(context);

            assertThat(notes(decision)).containsExactly(SettlementNotes.ENTITLEMENT);
            assertThat(facts(decision, SettlementNotes.ENTITLEMENT))
                    .isEqualTo(
                            Map.of("claim.entitlements", context.build().claim().entitlements()));
        }

        @Test
        void are_not_told_of_where_nothing_is_owed() {
            assertThat(notes(settle(context()))).isEmpty();
        }
    }

    @Nested
    class RestorationOfWhatIsOwed {
        @Test
        void is_reduced_by_it() {
            RecoveryDecision decision = settle(
                    context().entitlement(REFUND, usd("30"), "EU261"),
                    findings -> findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100)));

            assertThat(remedies(decision))
                    .containsExactly("ENTITLEMENT REFUND 30.00 AGENT", "RESTORATION REFUND 70.00 AGENT");
            assertThat(decision.total()).isEqualTo(usd("100"));
            assertThat(notes(decision)).containsExactly(SettlementNotes.ENTITLEMENT, SettlementNotes.OWED);
        }

        @Test
        void is_reduced_by_the_sum_of_several_of_the_kind_and_not_by_another_kind() {
            RecoveryDecision decision = settle(
                    context()
                            .entitlement(REFUND, usd("30"), "a")
                            .entitlement(REFUND, usd("20.01"), "b")
                            .entitlement(CREDIT, usd("10"), "c"),
                    findings -> findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100)));

            assertThat(remedies(decision)).endsWith("RESTORATION REFUND 49.99 AGENT");
        }

        @Test
        void is_nothing_where_exactly_that_is_owed() {
            RecoveryDecision decision = settle(
                    context().entitlement(REFUND, usd("100"), "EU261"),
                    findings -> findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100)));

            assertThat(remedies(decision)).containsExactly("ENTITLEMENT REFUND 100.00 AGENT");
            assertThat(notes(decision)).containsExactly(SettlementNotes.ENTITLEMENT, SettlementNotes.OWED);
        }

        @Test
        void is_a_cent_where_a_cent_less_is_owed() {
            RecoveryDecision decision = settle(
                    context().entitlement(REFUND, usd("99.99"), "EU261"),
                    findings -> findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100)));

            assertThat(remedies(decision)).endsWith("RESTORATION REFUND 0.01 AGENT");
        }

        @Test
        void is_nothing_where_more_is_owed() {
            RecoveryDecision decision = settle(
                    context().entitlement(REFUND, usd("250"), "EU261"),
                    findings -> findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100)));

            assertThat(remedies(decision)).containsExactly("ENTITLEMENT REFUND 250.00 AGENT");
        }

        @Test
        void is_nothing_for_a_thing_however_little_of_it_is_owed() {
            RecoveryDecision decision = settle(
                    context().entitlement(REPLACEMENT, usd("1"), "warranty"),
                    findings -> findings.offer(REPLACEMENT, RESTORATION, Amount.percentOfPrice(100)));

            assertThat(remedies(decision)).containsExactly("ENTITLEMENT REPLACEMENT 1.00 AGENT");
            assertThat(notes(decision)).containsExactly(SettlementNotes.ENTITLEMENT, SettlementNotes.OWED);
        }

        @Test
        void stays_without_an_amount_where_the_price_is_not_known() {
            RecoveryDecision decision = settle(
                    context().price(null).entitlement(REFUND, usd("30"), "EU261"),
                    findings -> findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100)));

            assertThat(remedies(decision))
                    .containsExactly("ENTITLEMENT REFUND 30.00 AGENT", "RESTORATION REFUND - AGENT");
            assertThat(notes(decision))
                    .containsExactly(SettlementNotes.ENTITLEMENT, SettlementNotes.OWED, SettlementNotes.PRICE);
        }

        @Test
        void is_told_with_what_is_owed() {
            FailureContext.Builder context = context().entitlement(REFUND, usd("30"), "EU261");

            RecoveryDecision decision =
                    settle(context, findings -> findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100)));

            assertThat(facts(decision, SettlementNotes.OWED))
                    .isEqualTo(
                            Map.of("claim.entitlements", context.build().claim().entitlements()));
        }

        @Test
        void leaves_gestures_of_the_kind_alone() {
            RecoveryDecision decision = settle(
                    context().entitlement(CREDIT, usd("30"), "SLA"),
                    findings -> findings.offer(CREDIT, GESTURE, Amount.of("10")),
                    unlimited());

            assertThat(remedies(decision))
                    .containsExactly("ENTITLEMENT CREDIT 30.00 AGENT", "GESTURE CREDIT 10.00 AGENT");
            assertThat(notes(decision)).containsExactly(SettlementNotes.ENTITLEMENT);
        }
    }
}
