package org.recoveryrules.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Step;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.json.RecordJson;

/** What the standard policy decides about each ticket, what the desk prints of it and what it keeps. */
class CrmDeskDecisionTest {
    private static final Map<Integer, FailureContext> CONTEXTS = new TreeMap<>();
    private static final Map<Integer, RecoveryDecision> DECISIONS = new TreeMap<>();
    private static final Map<Integer, String> PAGES = new TreeMap<>();

    private static CrmDatabase database;
    private static PolicyIdentity policy;

    @BeforeAll
    static void work() throws SQLException {
        database = CrmDatabase.open(LocalDate.now(CrmDesk.CLOCK));
        TicketReader tickets = new TicketReader(database.connection(), CrmDesk.CLOCK);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard()) {
            policy = advisor.policy().identity();
            for (Ticket ticket : tickets.newTickets()) {
                FailureContext context =
                        tickets.context(ticket, advisor.policy().lookBack());
                CONTEXTS.put(ticket.id(), context);
                DECISIONS.put(ticket.id(), advisor.decide(context));
            }
            new CrmDesk(database.connection(), advisor, CrmDesk.CLOCK)
                    .work(new PrintStream(printed, true, StandardCharsets.UTF_8));
        }
        int ticket = 101;
        for (String page : printed.toString(StandardCharsets.UTF_8).split("(?m)^(?==+\\R^TICKET)")) {
            PAGES.put(ticket, page);
            ticket++;
        }
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Test
    void the_screwdriver_set_is_the_one_kind_of_failure_to_which_the_paradox_applies() {
        RecoveryDecision decision = DECISIONS.get(101);
        assertThat(decision.paradox().verdict()).isEqualTo(Verdict.APPLIES);
        assertThat(offers(decision))
                .containsExactly("REPLACEMENT RESTORATION 40.00 AGENT", "FEE_WAIVER GESTURE 2.00 AGENT");
        assertThat(words(decision)).contains(RemedyKind.APOLOGY);
        assertThat(decision.questions()).containsExactly(Question.FAIR_SOLUTION);
        assertThat(decision.approach()).isEqualTo(Approach.EMPATHISE);
        assertThat(decision.authority()).isEqualTo(Authority.AGENT);
        assertThat(decision.humanReview()).isFalse();
        assertThat(PAGES.get(101))
                .contains(
                        "TICKET 101  Ada Novak, by chat",
                        "The recovery paradox applies",
                        "40.00 USD  you         Another one in its place (makes whole)",
                        "2.00 USD  you         A fee that is not charged (goodwill)",
                        "42.00 USD              in all, of which goodwill 2.00 USD",
                        "All of it together is yours to grant.",
                        "- What would the customer consider fair?");
    }

    @Test
    void to_blame_the_courier_changes_nothing_for_the_customer() {
        RecoveryDecision decision = DECISIONS.get(102);
        RecoveryDecision unblamed = DECISIONS.get(101);
        assertThat(decision.paradox()).isEqualTo(unblamed.paradox());
        assertThat(decision.remedies()).isEqualTo(unblamed.remedies());
        assertThat(decision.questions()).isEqualTo(unblamed.questions());
        assertThat(decision.approach()).isEqualTo(unblamed.approach());
        assertThat(decision.authority()).isEqualTo(unblamed.authority());
        assertThat(decision.humanReview()).isFalse();
    }

    @Test
    void the_missed_wedding_is_paid_what_is_owed_and_a_person_looks() {
        RecoveryDecision decision = DECISIONS.get(103);
        assertThat(decision.paradox().barriers())
                .containsExactly(Barrier.SEVERITY, Barrier.AVOIDABLE, Barrier.FORESEEABLE);
        // The ticket is owed, so it is not refunded a second time; of the loss of 340, 290 are owed already.
        assertThat(offers(decision))
                .containsExactly(
                        "REFUND ENTITLEMENT 300.00 AGENT",
                        "REIMBURSEMENT ENTITLEMENT 290.00 AGENT",
                        "REIMBURSEMENT RESTORATION 50.00 AGENT",
                        "REFUND GESTURE 60.00 SUPERVISOR",
                        "UPGRADE GESTURE 45.00 SUPERVISOR",
                        "GIFT GESTURE 25.00 SUPERVISOR");
        assertThat(words(decision)).contains(RemedyKind.APOLOGY, RemedyKind.HANDWRITTEN_NOTE);
        assertThat(decision.questions()).containsExactly(Question.FAIR_SOLUTION);
        assertThat(decision.approach()).isEqualTo(Approach.RED_CARPET);
        assertThat(decision.authority()).isEqualTo(Authority.SUPERVISOR);
        assertThat(decision.humanReview()).isTrue();
        assertThat(PAGES.get(103))
                .contains(
                        "- the harm is too grave",
                        "- we could have prevented it",
                        "- we could have seen it coming",
                        "A PERSON MUST LOOK FIRST",
                        "300.00 USD  you         Money back (owed: Regulation (EC) 261/2004",
                        "60.00 USD  supervisor  Money back (goodwill)",
                        "Roll out the red carpet");
    }

    @Test
    void the_wrong_bill_is_refunded_and_what_he_called_fair_is_given_while_the_verdict_is_open() {
        RecoveryDecision decision = DECISIONS.get(104);
        assertThat(decision.paradox().verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(offers(decision))
                .containsExactly(
                        "REFUND RESTORATION 120.00 AGENT",
                        "CREDIT GESTURE 15.00 AGENT",
                        "FEE_WAIVER GESTURE 6.00 AGENT");
        assertThat(decision.questions())
                .containsExactly(Question.AVOIDABILITY, Question.FORESEEABILITY, Question.RECURRENCE);
        assertThat(decision.authority()).isEqualTo(Authority.AGENT);
        assertThat(decision.humanReview()).isFalse();
        assertThat(PAGES.get(104))
                .contains(
                        "is open until the questions below are answered",
                        "15.00 USD  you         A credit against later purchases (goodwill)",
                        "- Could we have prevented it, as the customer sees it?",
                        "- Could we have seen it coming?",
                        "- Will the cause come back?")
                .doesNotContain("- What would the customer consider fair?");
    }

    @Test
    void the_third_late_parcel_is_a_double_deviation_without_a_third_sorry() {
        RecoveryDecision decision = DECISIONS.get(105);
        assertThat(decision.doubleDeviation()).isTrue();
        assertThat(decision.paradox().barriers())
                .containsExactly(
                        Barrier.SEVERITY,
                        Barrier.PRIOR_FAILURE,
                        Barrier.AVOIDABLE,
                        Barrier.FORESEEABLE,
                        Barrier.RECURRING);
        assertThat(offers(decision))
                .containsExactly(
                        "REPERFORMANCE RESTORATION 15.00 AGENT",
                        "REFUND GESTURE 3.00 AGENT",
                        "UPGRADE GESTURE 2.25 AGENT");
        assertThat(words(decision))
                .contains(RemedyKind.PERSONAL_CALL, RemedyKind.HANDWRITTEN_NOTE)
                .doesNotContain(RemedyKind.APOLOGY);
        assertThat(decision.questions()).containsExactly(Question.FAIR_SOLUTION);
        assertThat(decision.approach()).isEqualTo(Approach.FIX);
        assertThat(decision.authority()).isEqualTo(Authority.SUPERVISOR);
        assertThat(decision.humanReview()).isFalse();
        assertThat(PAGES.get(105))
                .contains(
                        "It comes on top of an earlier failure that was put right badly.",
                        "3.00 USD  you         Money back (goodwill)",
                        "All of it together needs a supervisor.")
                .doesNotContain("An apology (words)");
    }

    @Test
    void the_stolen_gift_is_replaced_though_nobody_here_is_at_fault() {
        RecoveryDecision decision = DECISIONS.get(106);
        assertThat(decision.paradox().barriers()).containsExactly(Barrier.SEVERITY, Barrier.PRIOR_FAILURE);
        // Of a lifetime value of 12,000 the agent may grant 120, the supervisor 600.
        assertThat(offers(decision)).containsExactly("REPLACEMENT GESTURE 500.00 SUPERVISOR");
        assertThat(decision.questions()).containsExactly(Question.FAIR_SOLUTION);
        assertThat(decision.approach()).isEqualTo(Approach.HERO);
        assertThat(decision.authority()).isEqualTo(Authority.SUPERVISOR);
        assertThat(decision.humanReview()).isFalse();
        assertThat(PAGES.get(106))
                .contains(
                        "500.00 USD  supervisor  Another one in its place (goodwill)",
                        "All of it together needs a supervisor.",
                        "Be the hero");
    }

    @Test
    void the_outage_is_credited_by_contract_and_topped_for_the_champion() {
        RecoveryDecision decision = DECISIONS.get(107);
        assertThat(decision.paradox().barriers()).containsExactly(Barrier.SEVERITY, Barrier.AVOIDABLE);
        // Gestures of 235 in all; of a lifetime value of 24,000 the agent may grant 240.
        assertThat(offers(decision))
                .containsExactly(
                        "CREDIT ENTITLEMENT 100.00 AGENT",
                        "REPERFORMANCE RESTORATION 300.00 AGENT",
                        "UPGRADE GESTURE 120.00 AGENT",
                        "REFUND GESTURE 90.00 AGENT",
                        "GIFT GESTURE 25.00 AGENT");
        assertThat(words(decision))
                .contains(RemedyKind.PERSONAL_CALL, RemedyKind.INCIDENT_REPORT, RemedyKind.HANDWRITTEN_NOTE);
        assertThat(decision.questions()).containsExactly(Question.FAIR_SOLUTION);
        assertThat(decision.approach()).isEqualTo(Approach.RED_CARPET);
        assertThat(decision.authority()).isEqualTo(Authority.AGENT);
        assertThat(decision.humanReview()).isFalse();
        assertThat(PAGES.get(107))
                .contains(
                        "100.00 USD  you         A credit against later purchases (owed: Service-level",
                        "120.00 USD  you         Something better than what was bought (goodwill)",
                        "A call in person (words)",
                        "A factual, complete and honest report (words)",
                        "All of it together is yours to grant.");
    }

    @Test
    void the_rude_remark_is_answered_in_person_and_since_it_took_days_with_money_instead_of_a_voucher() {
        RecoveryDecision decision = DECISIONS.get(108);
        assertThat(decision.paradox().barriers()).containsExactly(Barrier.AVOIDABLE, Barrier.EMPLOYEE_CONDUCT);
        assertThat(offers(decision)).containsExactly("REFUND GESTURE 6.00 AGENT", "FEE_WAIVER GESTURE 3.00 AGENT");
        assertThat(words(decision)).contains(RemedyKind.APOLOGY, RemedyKind.PERSONAL_CALL);
        assertThat(decision.questions()).containsExactly(Question.FAIR_SOLUTION);
        assertThat(decision.approach()).isEqualTo(Approach.FIX);
        assertThat(decision.authority()).isEqualTo(Authority.AGENT);
        assertThat(decision.humanReview()).isFalse();
        assertThat(PAGES.get(108))
                .contains("- it was how one of us behaved", "An apology (words)", "A call in person (words)");
    }

    @Test
    void the_contradicted_claim_is_held_for_a_person_and_never_refused() {
        RecoveryDecision decision = DECISIONS.get(109);
        assertThat(decision.paradox().barriers()).containsExactly(Barrier.SEVERITY, Barrier.PRIOR_FAILURE);
        // Restoration that is not verified counts against the limits: 50 for the agent, 250 for the supervisor.
        assertThat(offers(decision)).containsExactly("REPLACEMENT RESTORATION 180.00 SUPERVISOR");
        assertThat(decision.gestureTotal()).isEqualTo(Money.parse("USD 0"));
        assertThat(decision.questions())
                .containsExactly(Question.AVOIDABILITY, Question.FORESEEABILITY, Question.CAUSE);
        assertThat(decision.authority()).isEqualTo(Authority.SUPERVISOR);
        assertThat(decision.humanReview()).isTrue();
        assertThat(PAGES.get(109))
                .contains(
                        "A PERSON MUST LOOK FIRST",
                        "180.00 USD  supervisor  Another one in its place (makes whole)",
                        "- Who or what caused it?")
                .doesNotContain("(goodwill)");
    }

    @Test
    void the_customer_in_bereavement_gets_her_money_back_the_call_she_asked_for_and_a_person() {
        RecoveryDecision decision = DECISIONS.get(110);
        assertThat(decision.paradox().barriers())
                .containsExactly(Barrier.SEVERITY, Barrier.PRIOR_FAILURE, Barrier.AVOIDABLE, Barrier.FORESEEABLE);
        assertThat(decision.doubleDeviation()).isFalse();
        // The agent may grant 25, which the gift uses up; the rest needs the supervisor.
        assertThat(offers(decision))
                .containsExactly(
                        "REFUND RESTORATION 120.00 AGENT",
                        "REIMBURSEMENT RESTORATION 12.00 AGENT",
                        "GIFT GESTURE 25.00 AGENT",
                        "UPGRADE GESTURE 18.00 SUPERVISOR");
        assertThat(words(decision)).contains(RemedyKind.PERSONAL_CALL, RemedyKind.HANDWRITTEN_NOTE);
        assertThat(decision.questions()).isEmpty();
        assertThat(decision.approach()).isEqualTo(Approach.RED_CARPET);
        assertThat(decision.authority()).isEqualTo(Authority.SUPERVISOR);
        assertThat(decision.humanReview()).isTrue();
        assertThat(PAGES.get(110))
                .contains(
                        "A PERSON MUST LOOK FIRST",
                        "120.00 USD  you         Money back (makes whole)",
                        "12.00 USD  you         Repay the loss beyond the price (makes whole)",
                        "A call in person (words)")
                .doesNotContain("\nASK ");
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 102, 103, 104, 105, 107, 108, 110})
    void what_we_owe_an_answer_for_goes_through_all_five_steps(int ticket) {
        assertThat(DECISIONS.get(ticket).steps()).extracting(Step::kind).containsExactly(StepKind.values());
        assertThat(PAGES.get(ticket))
                .containsSubsequence(
                        "1 Acknowledge\n", "2 Understand\n", "3 Solve\n", "4 Go the extra mile\n", "5 Follow up\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {106, 109})
    void without_an_extra_mile_the_other_steps_are_taken_all_the_same(int ticket) {
        assertThat(DECISIONS.get(ticket).steps())
                .extracting(Step::kind)
                .contains(StepKind.ACKNOWLEDGE, StepKind.UNDERSTAND, StepKind.SOLVE, StepKind.FOLLOW_UP);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 102, 103, 104, 105, 106, 107, 108, 109, 110})
    void each_page_says_when_to_come_back_why_and_by_which_rules(int ticket) {
        assertThat(PAGES.get(ticket))
                .contains(
                        "Thu 18 Jun 2026",
                        policy.name() + " " + policy.version() + ", digest "
                                + policy.digest().substring(0, 12));
        assertThat(DECISIONS.get(ticket).reasons())
                .isNotEmpty()
                .filteredOn(reason -> reason.rule().matches("(paradox|remedy|settlement)\\..*"))
                .filteredOn(reason -> !reason.facts().isEmpty())
                .allSatisfy(reason -> assertThat(PAGES.get(ticket)).contains("(" + reason.rule() + ")"));
        assertThat(PAGES.get(ticket).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 102, 103, 104, 105, 106, 107, 108, 109, 110})
    void each_decision_is_kept_with_the_policy_and_its_remedies(int ticket) throws SQLException {
        RecoveryDecision decision = DECISIONS.get(ticket);
        assertThat(rows("""
                select verdict, authority, policy_name, policy_version, policy_digest
                from decision
                where ticket_id = ?""", ticket))
                .containsExactly(List.of(
                        decision.paradox().verdict().name(),
                        decision.authority().name(),
                        policy.name(),
                        policy.version(),
                        policy.digest()));
        assertThat(rows("""
                select r.kind, r.component, coalesce(cast(r.amount as varchar), '-'), r.authority
                from decision_remedy r
                join decision d on d.id = r.decision_id
                where d.ticket_id = ?
                order by r.position""", ticket))
                .isEqualTo(decision.remedies().stream()
                        .map(remedy -> List.of(
                                remedy.kind().name(),
                                remedy.component().name(),
                                amount(remedy),
                                remedy.authority().name()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 102, 103, 104, 105, 106, 107, 108, 109, 110})
    void each_decision_is_kept_with_a_record_that_replays_it(int ticket) throws SQLException {
        String kept = rows("select audit_record from decision where ticket_id = ?", ticket)
                .get(0)
                .get(0);

        assertThat(RecordJson.read(kept).differences(CONTEXTS.get(ticket), DECISIONS.get(ticket)))
                .isEmpty();
    }

    private static List<String> offers(RecoveryDecision decision) {
        return decision.remedies().stream()
                .filter(remedy -> !remedy.kind().isWords())
                .map(remedy ->
                        remedy.kind() + " " + remedy.component() + " " + amount(remedy) + " " + remedy.authority())
                .toList();
    }

    private static List<RemedyKind> words(RecoveryDecision decision) {
        return decision.remedies().stream()
                .map(Remedy::kind)
                .filter(RemedyKind::isWords)
                .toList();
    }

    private static String amount(Remedy remedy) {
        return remedy.amount().map(known -> known.getAmount().toPlainString()).orElse("-");
    }

    private static List<List<String>> rows(String sql, int ticket) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (PreparedStatement statement = database.connection().prepareStatement(sql)) {
            statement.setInt(1, ticket);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        values.add(row.getString(column));
                    }
                    rows.add(values);
                }
            }
        }
        return rows;
    }
}
