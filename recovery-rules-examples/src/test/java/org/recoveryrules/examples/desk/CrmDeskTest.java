package org.recoveryrules.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.AreaRisk;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Explanation;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FailureHistory;
import org.recoveryrules.api.FailureType;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Mood;
import org.recoveryrules.api.Reach;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Vulnerability;

/** What the desk asks about each ticket, and what it keeps of the answer, whatever the answer is. */
class CrmDeskTest {
    private CrmDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = CrmDatabase.open(LocalDate.now(CrmDesk.CLOCK));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void every_new_ticket_is_announced_by_number() throws SQLException {
        assertThat(new TicketReader(database.connection(), CrmDesk.CLOCK).newTickets())
                .extracting(Ticket::id)
                .containsExactly(101, 102, 103, 104, 105, 106, 107, 108, 109, 110);
    }

    @Test
    void the_cracked_screwdriver_set_is_a_first_failure_since_the_late_drill_is_older_than_the_look_back()
            throws SQLException {
        assertThat(asked(101))
                .isEqualTo(FailureContext.builder()
                        .severity(Severity.MINOR)
                        .avoidability(Avoidability.UNAVOIDABLE)
                        .foreseeability(Foreseeability.UNFORESEEABLE)
                        .resourceLost(ResourceLost.GOODS)
                        .price(usd("40"))
                        .priorFailures(0)
                        .lifetimeValue(usd("1200"))
                        .delay(Duration.ofMinutes(50))
                        .build());
    }

    @Test
    void the_set_that_the_courier_dropped_differs_in_its_cause() throws SQLException {
        assertThat(asked(102))
                .isEqualTo(FailureContext.builder()
                        .severity(Severity.MINOR)
                        .avoidability(Avoidability.UNAVOIDABLE)
                        .foreseeability(Foreseeability.UNFORESEEABLE)
                        .resourceLost(ResourceLost.GOODS)
                        .causedBy(Cause.THIRD_PARTY)
                        .price(usd("40"))
                        .priorFailures(0)
                        .lifetimeValue(usd("500"))
                        .delay(Duration.ofMinutes(90))
                        .build());
    }

    @Test
    void the_cancelled_flight_is_owed_its_price_and_a_fixed_sum_by_law() throws SQLException {
        assertThat(asked(103))
                .isEqualTo(FailureContext.builder()
                        .severity(Severity.CRITICAL)
                        .avoidability(Avoidability.AVOIDABLE)
                        .foreseeability(Foreseeability.FORESEEABLE)
                        .resourceLost(ResourceLost.SERVICE)
                        .causedBy(Cause.PROVIDER)
                        .price(usd("300"))
                        .loss(usd("340"))
                        .accepted(false)
                        .priorFailures(0)
                        .lifetimeValue(usd("3000"))
                        .mood(Mood.ANGRY)
                        .entitlement(
                                RemedyKind.REFUND,
                                usd("300"),
                                "Regulation (EC) 261/2004 (EU261), Article 8: the ticket is refunded in full")
                        .entitlement(
                                RemedyKind.REIMBURSEMENT,
                                usd("290"),
                                "Regulation (EC) 261/2004 (EU261), Article 7: 250 euros for a flight of up to 1,500 km")
                        .delay(Duration.ofHours(16))
                        .risks(AreaRisk.COMPLEX_SCHEDULING)
                        .build());
    }

    @Test
    void the_wrong_bill_leaves_open_what_nobody_knows_and_says_what_would_be_fair() throws SQLException {
        assertThat(asked(104))
                .isEqualTo(FailureContext.builder()
                        .severity(Severity.MINOR)
                        .avoidability(Avoidability.UNKNOWN)
                        .foreseeability(Foreseeability.UNKNOWN)
                        .recurrence(Recurrence.UNKNOWN)
                        .resourceLost(ResourceLost.MONEY)
                        .price(usd("120"))
                        .priorFailures(0)
                        .lifetimeValue(usd("900"))
                        .requested(RemedyKind.CREDIT, usd("15"))
                        .delay(Duration.ofHours(38))
                        .build());
    }

    @Test
    void the_third_late_parcel_counts_the_one_at_the_very_edge_of_the_look_back() throws SQLException {
        assertThat(asked(105))
                .isEqualTo(FailureContext.builder()
                        .severity(Severity.MODERATE)
                        .avoidability(Avoidability.AVOIDABLE)
                        .foreseeability(Foreseeability.FORESEEABLE)
                        .recurrence(Recurrence.RECURRING)
                        .type(FailureType.PROCESS)
                        .resourceLost(ResourceLost.SERVICE)
                        .causedBy(Cause.PROVIDER)
                        .price(usd("15"))
                        .priorFailures(2)
                        .lastRecovery(LastRecovery.POOR)
                        .similar(true)
                        .lifetimeValue(usd("2000"))
                        .mood(Mood.UPSET)
                        .compensatedClaims(1)
                        .delay(Duration.ofHours(50))
                        .apologies(2)
                        .build());
    }

    @Test
    void the_stolen_gift_follows_a_failure_of_which_nobody_noted_the_recovery() throws SQLException {
        assertThat(asked(106))
                .isEqualTo(FailureContext.builder()
                        .severity(Severity.MAJOR)
                        .avoidability(Avoidability.UNAVOIDABLE)
                        .foreseeability(Foreseeability.UNFORESEEABLE)
                        .resourceLost(ResourceLost.GOODS)
                        .causedBy(Cause.FORCE_MAJEURE)
                        .price(usd("500"))
                        .priorFailures(1)
                        .lastRecovery(LastRecovery.UNKNOWN)
                        .lifetimeValue(usd("12000"))
                        .mood(Mood.UPSET)
                        .delay(Duration.ofMinutes(18 * 60 + 30))
                        .explanation(Explanation.THIRD_PARTY_VERIFIED)
                        .build());
    }

    @Test
    void the_outage_is_owed_two_hours_of_credit_and_comes_from_a_champion() throws SQLException {
        assertThat(asked(107))
                .isEqualTo(FailureContext.builder()
                        .severity(Severity.MAJOR)
                        .avoidability(Avoidability.AVOIDABLE)
                        .foreseeability(Foreseeability.UNFORESEEABLE)
                        .resourceLost(ResourceLost.SERVICE)
                        .causedBy(Cause.PROVIDER)
                        .price(usd("300"))
                        .priorFailures(0)
                        .lifetimeValue(usd("24000"))
                        .champion(true)
                        .entitlement(
                                RemedyKind.CREDIT,
                                usd("100"),
                                "Service-level agreement, section 4: a credit of 50 for every hour begun")
                        .delay(Duration.ofHours(3))
                        .risks(AreaRisk.NEW_OFFERING)
                        .build());
    }

    @Test
    void the_rude_remark_was_made_to_somebody_who_has_bought_nothing_yet() throws SQLException {
        assertThat(asked(108))
                .isEqualTo(FailureContext.builder()
                        .severity(Severity.MINOR)
                        .avoidability(Avoidability.AVOIDABLE)
                        .foreseeability(Foreseeability.UNFORESEEABLE)
                        .type(FailureType.EMPLOYEE_CONDUCT)
                        .resourceLost(ResourceLost.ATTENTION)
                        .causedBy(Cause.PROVIDER)
                        .price(usd("60"))
                        .priorFailures(0)
                        .lifetimeValue(usd("0"))
                        .mood(Mood.UPSET)
                        .reach(Reach.REVIEWS)
                        .delay(Duration.ofHours(90))
                        .risks(AreaRisk.HIGH_TURNOVER)
                        .build());
    }

    @Test
    void the_contradicted_claim_follows_three_compensated_in_twelve_months_and_one_before() throws SQLException {
        assertThat(asked(109))
                .isEqualTo(FailureContext.builder()
                        .severity(Severity.MODERATE)
                        .avoidability(Avoidability.UNKNOWN)
                        .foreseeability(Foreseeability.UNKNOWN)
                        .resourceLost(ResourceLost.GOODS)
                        .price(usd("180"))
                        .priorFailures(4)
                        .lastRecovery(LastRecovery.GOOD)
                        .lifetimeValue(usd("5000"))
                        .status(ClaimStatus.CONTRADICTED)
                        .compensatedClaims(3)
                        .requested(RemedyKind.REFUND, usd("180"))
                        .delay(Duration.ofHours(2))
                        .build());
    }

    @Test
    void the_customer_in_bereavement_asks_for_words_and_is_vulnerable() throws SQLException {
        assertThat(asked(110))
                .isEqualTo(FailureContext.builder()
                        .severity(Severity.MAJOR)
                        .avoidability(Avoidability.AVOIDABLE)
                        .foreseeability(Foreseeability.FORESEEABLE)
                        .type(FailureType.PROCESS)
                        .resourceLost(ResourceLost.MONEY)
                        .causedBy(Cause.PROVIDER)
                        .price(usd("120"))
                        .loss(usd("12"))
                        .priorFailures(1)
                        .lastRecovery(LastRecovery.GOOD)
                        .lifetimeValue(usd("600"))
                        .mood(Mood.UPSET)
                        .vulnerabilities(Vulnerability.LIFE_EVENT)
                        .requested(RemedyKind.PERSONAL_CALL)
                        .delay(Duration.ofHours(70))
                        .apologies(1)
                        .risks(AreaRisk.MANY_DEPARTMENTS)
                        .build());
    }

    @Test
    void earlier_failures_count_as_far_back_as_the_policy_says() throws SQLException {
        assertThat(historyOfTheLateParcel(Period.ofMonths(24)))
                .isEqualTo(new FailureHistory(2, LastRecovery.POOR, true));
        assertThat(historyOfTheLateParcel(Period.ofMonths(23).plusDays(29)))
                .isEqualTo(new FailureHistory(1, LastRecovery.POOR, true));
        assertThat(historyOfTheLateParcel(Period.ofMonths(3)))
                .isEqualTo(new FailureHistory(0, LastRecovery.NONE, false));
    }

    @Test
    void an_earlier_failure_of_another_kind_is_not_similar() throws SQLException {
        change("update ticket set incident = 'DAMAGED' where id = 3");

        assertThat(asked(105).history()).isEqualTo(new FailureHistory(2, LastRecovery.POOR, false));
    }

    @Test
    void a_customer_on_whom_money_is_lost_is_worth_nothing_rather_than_less() throws SQLException {
        change("update customer_order set margin = -10 where customer_id = 2");

        assertThat(asked(102).customer().lifetimeValue()).isEqualTo(usd("0"));
    }

    @Test
    void what_is_owed_by_a_price_that_is_not_known_stops_the_desk() throws SQLException {
        change("update ticket set order_id = null where id = 103");

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> asked(103))
                .withMessage("ticket 103 needs a price, by which this is owed: Regulation (EC) 261/2004 (EU261),"
                        + " Article 8: the ticket is refunded in full");
    }

    @Test
    void a_price_that_nobody_knows_is_left_open() throws SQLException {
        change("update ticket set price = null where id = 104");

        assertThat(asked(104).failure().price()).isEmpty();
    }

    @Test
    void each_decision_is_kept_with_the_policy_that_made_it() throws SQLException {
        work(new RecordingAdvisor(Period.ofMonths(24), Decisions.full()));

        List<String> expected = new ArrayList<>();
        for (int ticket = 101; ticket <= 110; ticket++) {
            expected.add(ticket + " | 2026-06-15 10:00:00+00 | DOES_NOT_APPLY | MANAGER | TRUE | 1125.00 | 25.00"
                    + " | stub | 1 | " + "0".repeat(64));
        }
        assertThat(rows("""
                select ticket_id, decided_at, verdict, authority, human_review, total, gesture_total,
                       policy_name, policy_version, policy_digest
                from decision
                order by ticket_id""")).isEqualTo(expected);
    }

    @Test
    void each_decision_is_kept_with_its_remedies_as_listed() throws SQLException {
        work(new RecordingAdvisor(Period.ofMonths(24), Decisions.full()));

        assertThat(rows("""
                select r.position, r.kind, r.component, r.amount, r.basis, r.authority
                from decision_remedy r
                join decision d on d.id = r.decision_id
                where d.ticket_id = 107
                order by r.position"""))
                .containsExactly(
                        "1 | CREDIT | ENTITLEMENT | 1100.00"
                                + " | Service-level agreement, section 4: a credit of 50 for every hour begun | AGENT",
                        "2 | REPERFORMANCE | RESTORATION | null | null | SUPERVISOR",
                        "3 | GIFT | GESTURE | 25.00 | null | MANAGER",
                        "4 | APOLOGY | COMMUNICATION | null | null | AGENT");
    }

    @Test
    void of_a_decision_that_cannot_be_kept_as_a_whole_nothing_is_kept() throws SQLException {
        change("alter table decision_remedy add constraint no_gifts check (kind <> 'GIFT')");

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> work(new RecordingAdvisor(Period.ofMonths(24), Decisions.full())));
        assertThat(rows("select id from decision")).isEmpty();
        assertThat(rows("select decision_id from decision_remedy")).isEmpty();
    }

    @Test
    void a_run_prints_a_page_about_each_ticket_and_always_the_same() throws SQLException {
        String first = work(new RecordingAdvisor(Period.ofMonths(24), Decisions.bare()));
        String second = work(new RecordingAdvisor(Period.ofMonths(24), Decisions.bare()));

        assertThat(second).isEqualTo(first);
        assertThat(first.lines().filter(line -> line.startsWith("TICKET")))
                .containsExactly(
                        "TICKET 101  Ada Novak, by chat, Mon 15 Jun 2026 09:10",
                        "TICKET 102  Bruno Keller, by chat, Mon 15 Jun 2026 08:30",
                        "TICKET 103  Chiara Rossi, by phone, Sun 14 Jun 2026 18:00",
                        "TICKET 104  Daniel Weber, by e-mail, Sat 13 Jun 2026 20:00",
                        "TICKET 105  Eva Lindqvist, by phone, Sat 13 Jun 2026 08:00",
                        "TICKET 106  Farid Haddad, by phone, Sun 14 Jun 2026 15:30",
                        "TICKET 107  Greta Olsen, by phone, Mon 15 Jun 2026 07:00",
                        "TICKET 108  Hugo Martin, at the counter, Thu 11 Jun 2026 16:00",
                        "TICKET 109  Ivo Petrov, by e-mail, Mon 15 Jun 2026 08:00",
                        "TICKET 110  Jelena Kovac, by phone, Fri 12 Jun 2026 12:00");
    }

    private FailureContext asked(int ticket) throws SQLException {
        RecordingAdvisor advisor = new RecordingAdvisor(Period.ofMonths(24), Decisions.bare());
        work(advisor);
        return advisor.asked().get(ticket - 101);
    }

    private FailureHistory historyOfTheLateParcel(Period lookBack) throws SQLException {
        RecoveryDecision any = Decisions.bare();
        RecordingAdvisor advisor = new RecordingAdvisor(lookBack, any);
        work(advisor);
        return advisor.asked().get(105 - 101).history();
    }

    private String work(RecordingAdvisor advisor) throws SQLException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new CrmDesk(database.connection(), advisor, CrmDesk.CLOCK)
                .work(new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void change(String sql) throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement statement = database.connection().prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                String[] values = new String[columns];
                for (int column = 1; column <= columns; column++) {
                    values[column - 1] = row.getString(column);
                }
                rows.add(String.join(" | ", Arrays.asList(values)));
            }
        }
        return rows;
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }
}
