package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.recoveryrules.api.Authority.AGENT;
import static org.recoveryrules.api.Authority.MANAGER;
import static org.recoveryrules.api.Authority.SUPERVISOR;
import static org.recoveryrules.api.Component.COMMUNICATION;
import static org.recoveryrules.api.Component.ENTITLEMENT;
import static org.recoveryrules.api.Component.GESTURE;
import static org.recoveryrules.api.Component.RESTORATION;
import static org.recoveryrules.api.RemedyKind.APOLOGY;
import static org.recoveryrules.api.RemedyKind.CREDIT;
import static org.recoveryrules.api.RemedyKind.DISCOUNT;
import static org.recoveryrules.api.RemedyKind.FEE_WAIVER;
import static org.recoveryrules.api.RemedyKind.GIFT;
import static org.recoveryrules.api.RemedyKind.PERSONAL_CALL;
import static org.recoveryrules.api.RemedyKind.REFUND;
import static org.recoveryrules.api.RemedyKind.REIMBURSEMENT;
import static org.recoveryrules.api.RemedyKind.REPERFORMANCE;
import static org.recoveryrules.api.RemedyKind.REPLACEMENT;
import static org.recoveryrules.api.RemedyKind.UPGRADE;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.Rule;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Step;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.policy.PolicyCompiler;
import org.recoveryrules.drools.policy.PolicyFiles;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/** The settlement, sentence by sentence: one rule finds what a test says, and the decision is asserted line by line. */
class SettlementTest {
    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static final CurrencyUnit JPY = CurrencyUnit.JPY;
    private static final CurrencyUnit BHD = CurrencyUnit.of("BHD");

    @Nested
    class TheVerdict {
        @Test
        void applies_where_nothing_was_found() {
            RecoveryDecision decision = settle(context());

            assertThat(decision.paradox().verdict()).isEqualTo(Verdict.APPLIES);
            assertThat(decision.paradox().barriers()).isEmpty();
        }

        @Test
        void does_not_apply_with_one_barrier() {
            RecoveryDecision decision = settle(context(), findings -> findings.barrier(Barrier.SEVERITY));

            assertThat(decision.paradox().verdict()).isEqualTo(Verdict.DOES_NOT_APPLY);
            assertThat(decision.paradox().barriers()).containsExactly(Barrier.SEVERITY);
        }

        @Test
        void names_all_barriers_in_the_order_of_declaration() {
            RecoveryDecision decision = settle(context(), findings -> {
                findings.barrier(Barrier.UNMET_REQUEST);
                findings.barrier(Barrier.PRIOR_FAILURE);
                findings.barrier(Barrier.UNMET_REQUEST);
            });

            assertThat(decision.paradox().barriers()).containsExactly(Barrier.PRIOR_FAILURE, Barrier.UNMET_REQUEST);
        }

        @ParameterizedTest
        @EnumSource
        void is_undetermined_only_by_questions_that_concern_it(Question question) {
            RecoveryDecision decision = settle(context(), findings -> findings.ask(question));

            boolean undetermined =
                    List.of("AVOIDABILITY", "FORESEEABILITY", "RECURRENCE").contains(question.name());
            assertThat(decision.paradox().verdict()).isEqualTo(undetermined ? Verdict.UNDETERMINED : Verdict.APPLIES);
            assertThat(decision.questions()).containsExactly(question);
        }

        @Test
        void does_not_apply_where_a_barrier_stands_beside_an_open_question_which_stays_open() {
            RecoveryDecision decision = settle(context(), findings -> {
                findings.ask(Question.AVOIDABILITY);
                findings.barrier(Barrier.RECURRING);
            });

            assertThat(decision.paradox().verdict()).isEqualTo(Verdict.DOES_NOT_APPLY);
            assertThat(decision.questions()).containsExactly(Question.AVOIDABILITY);
        }

        @Test
        void lists_questions_once_in_the_order_of_declaration() {
            RecoveryDecision decision = settle(context(), findings -> {
                findings.ask(Question.FAIR_SOLUTION);
                findings.ask(Question.CAUSE);
                findings.ask(Question.FAIR_SOLUTION);
            });

            assertThat(decision.questions()).containsExactly(Question.CAUSE, Question.FAIR_SOLUTION);
        }

        @Test
        void may_not_be_touched_by_a_rule_that_has_seen_it() {
            RecordedFindings findings = Consequence.findings();
            findings.speaks("test.rule");
            findings.assess();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> findings.barrier(Barrier.SEVERITY))
                    .withMessage("barrier found by a rule that matches the paradox assessment, after the verdict");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> findings.ask(Question.RECURRENCE))
                    .withMessage("question RECURRENCE found by a rule that matches the paradox assessment,"
                            + " after the verdict");
        }

        @Test
        void leaves_other_questions_to_rules_that_have_seen_it() {
            RecordedFindings findings = Consequence.findings();
            findings.assess();

            findings.ask(Question.PRICE);

            assertThat(findings.questions).containsExactly(Question.PRICE);
        }
    }

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
            assertThat(notes(unverified)).containsExactly(SettlementNotes.LIMIT, SettlementNotes.PRICE);
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

    @Nested
    class TheCap {
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
                            "RESTORATION REFUND 100.00 AGENT",
                            "GESTURE CREDIT 30.00 AGENT",
                            "GESTURE GIFT 20.00 AGENT");
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
                            "RESTORATION REFUND 100.00 AGENT",
                            "GESTURE CREDIT 29.99 AGENT",
                            "GESTURE GIFT 20.01 AGENT");
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
                            "GESTURE CREDIT 10.00 AGENT",
                            "GESTURE DISCOUNT 10.00 AGENT",
                            "GESTURE FEE_WAIVER 10.00 AGENT");
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

            assertThat(remedies(decision))
                    .containsExactly("RESTORATION REFUND 100.00 AGENT", "GESTURE REFUND 50.00 AGENT");
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

            assertThat(remedies(restored))
                    .containsExactly("RESTORATION REFUND 100.00 AGENT", "GESTURE REFUND 50.00 AGENT");
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
                            "RESTORATION REFUND 100.00 AGENT",
                            "GESTURE REFUND 25.00 AGENT",
                            "GESTURE GIFT 25.00 AGENT");
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
            RecoveryDecision decision =
                    settle(context().entitlement(REFUND, usd("60"), "EU261"), unlimited(), findings -> {
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
            RecoveryDecision decision =
                    settle(in(currency).price(Money.ofMajor(currency, 1000)), unlimited(), findings -> {
                        findings.offer(CREDIT, GESTURE, Amount.of("500"));
                        findings.cap(Amount.of(cap));
                    });
            return decision.total().getAmount().toPlainString();
        }
    }

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

    @Nested
    class AVerb {
        @Test
        void refuses_what_it_does_not_allow() {
            refuses("barrier must be given, but was null", findings -> findings.barrier(missing()));
            refuses("question must be given, but was null", findings -> findings.ask(missing()));
            refuses("approach must be given, but was null", findings -> findings.approach(missing()));
            refuses(
                    "words must be given, but was null",
                    findings -> findings.offer(SettlementTest.<RemedyKind[]>missing()));
            refuses("words must be given, but was null", findings -> findings.offer(APOLOGY, missing()));
            refuses("an offer of words must name one or more, but was none", findings -> findings.offer());
            refuses("an offer without an amount must be words, but was CREDIT", findings -> findings.offer(CREDIT));
            refuses(
                    "an offer with an amount must be money or a thing, but was APOLOGY",
                    findings -> findings.offer(APOLOGY, GESTURE, Amount.of("1")));
            refuses("kind must be given, but was null", findings -> findings.offer(missing(), GESTURE, Amount.of("1")));
            for (Component component : Arrays.asList(ENTITLEMENT, COMMUNICATION, SettlementTest.<Component>missing())) {
                refuses(
                        "the component of an offer must be RESTORATION or GESTURE, but was " + component,
                        findings -> findings.offer(CREDIT, component, Amount.of("1")));
            }
            refuses(
                    "amount must be given, but was null",
                    findings -> findings.offer(CREDIT, GESTURE, SettlementTest.<Amount>missing()));
            refuses(
                    "an amount's name must be one of [large, small], but was medium",
                    findings -> findings.offer(CREDIT, GESTURE, "medium"));
            refuses(
                    "amount's name must be given, but was null",
                    findings -> findings.cap(SettlementTest.<String>missing()));
            refuses("amount must be given, but was null", findings -> findings.cap(SettlementTest.<Amount>missing()));
            refuses("kind must be given, but was null", findings -> findings.withhold(missing()));
            refuses("authority must be given, but was null", findings -> findings.limit(missing(), Amount.of("1")));
            refuses(
                    "an amount's name must be one of [large, small], but was tiny",
                    findings -> findings.limit(AGENT, "tiny"));
            refuses("authority must be given, but was null", findings -> findings.escalate(missing()));
            refuses("step must be given, but was null", findings -> findings.step(missing(), "words"));
            refuses("words must not be blank, but was ' '", findings -> findings.step(StepKind.SOLVE, " "));
            refuses("words must be given, but was null", findings -> findings.step(StepKind.SOLVE, missing()));
            refuses("action must not be blank, but was ''", findings -> findings.followUp("P1D", ""));
            refuses("after must be given, but was null", findings -> findings.followUp(missing(), "do it"));
            refuses(
                    "after must be an ISO 8601 period such as P3D, but was PT3H",
                    findings -> findings.followUp("PT3H", "do it"));
            refuses("followUps.after must be 0 or more, but was P-3D", findings -> findings.followUp("P-3D", "do it"));
        }

        private static void refuses(String message, Consumer<Findings> verb) {
            RecordedFindings findings = Consequence.findings();
            findings.speaks("test.rule");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> verb.accept(findings))
                    .withMessage(message);
        }
    }

    @Nested
    class TheWordsOfTheSettlement {
        private static final String RULE = """
                package org.example.policy.test;
                global org.recoveryrules.drools.rules.Findings findings;
                rule "test.rule"
                    @because( "so it is" )
                    @source( "chosen" )
                when
                then
                    findings.review();
                end
                """;

        @Test
        void are_those_of_policy_properties_where_it_has_some_and_the_built_in_ones_elsewhere() {
            CompiledPolicy policy = PolicyCompiler.compile(
                    new PolicyFiles(
                            "test",
                            Map.of(
                                    "policy.properties",
                                    bytes("name=test\nversion=1\ncurrency=USD\nsettlement.owed = schon dein"),
                                    "test/rule.drl",
                                    bytes(RULE))),
                    Optional.empty());

            RecoveryDecision decision = Consequence.settle(
                    context().entitlement(REFUND, usd("30"), "EU261").build(),
                    List.of(new Consequence(
                            "test.rule", findings -> findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100)))),
                    policy.settlement());

            assertThat(decision.reasons())
                    .extracting(Reason::rule, Reason::because, Reason::source)
                    .containsExactly(
                            tuple(
                                    "settlement.entitlement",
                                    "this is owed to you by law or by contract, so you get it in full, whatever else we"
                                            + " agree on",
                                    "the settlement of recovery-rules"),
                            tuple("settlement.owed", "schon dein", "the settlement of recovery-rules"),
                            tuple("test.rule", "because of test.rule", "source of test.rule"));
        }

        @Test
        void are_there_for_everything_that_it_notes() {
            Map<String, Rule> words = PolicyCompiler.compile(
                            new PolicyFiles(
                                    "test",
                                    Map.of(
                                            "policy.properties",
                                            bytes("name=test\nversion=1\ncurrency=USD"),
                                            "test/rule.drl",
                                            bytes(RULE))),
                            Optional.empty())
                    .settlement();

            assertThat(words)
                    .containsOnlyKeys(
                            SettlementNotes.ENTITLEMENT,
                            SettlementNotes.OWED,
                            SettlementNotes.PRICE,
                            SettlementNotes.CAP,
                            SettlementNotes.LIMIT,
                            SettlementNotes.REFUSAL);
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A verified claim about something that cost 100 dollars. */
    private static FailureContext.Builder context() {
        return in(USD).price(usd("100"));
    }

    private static FailureContext.Builder in(CurrencyUnit currency) {
        return FailureContext.builder()
                .severity(Severity.MINOR)
                .avoidability(Avoidability.UNAVOIDABLE)
                .foreseeability(Foreseeability.UNFORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(Money.ofMajor(currency, 5_000));
    }

    private static Money usd(String amount) {
        return Money.of(USD, new BigDecimal(amount));
    }

    private static Consumer<Findings> unlimited() {
        return findings -> findings.limit(AGENT, Amount.of("999999999999"));
    }

    /** Settles what one rule finds, call by call. */
    @SafeVarargs
    private static RecoveryDecision settle(FailureContext.Builder context, Consumer<Findings>... calls) {
        List<Consequence> consequences = new ArrayList<>();
        for (Consumer<Findings> call : calls) {
            consequences.add(new Consequence("test.rule", call));
        }
        return Consequence.settle(context.build(), consequences);
    }

    /** The remedies as {@code COMPONENT KIND amount AUTHORITY}, {@code -} where there is no amount. */
    private static List<String> remedies(RecoveryDecision decision) {
        return decision.remedies().stream()
                .map(remedy -> remedy.component() + " " + remedy.kind() + " "
                        + remedy.amount()
                                .map(amount -> amount.getAmount().toPlainString())
                                .orElse("-")
                        + " " + remedy.authority())
                .toList();
    }

    /** The ids of what the settlement says. */
    private static List<String> notes(RecoveryDecision decision) {
        return decision.reasons().stream()
                .map(Reason::rule)
                .filter(rule -> rule.startsWith("settlement."))
                .toList();
    }

    private static Map<String, Object> facts(RecoveryDecision decision, String rule) {
        return decision.reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .facts();
    }

    private static <T> T missing() {
        return null;
    }
}
