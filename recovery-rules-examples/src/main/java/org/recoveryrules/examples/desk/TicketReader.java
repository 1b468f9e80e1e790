package org.recoveryrules.examples.desk;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.AreaRisk;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.Expectation;
import org.recoveryrules.api.Explanation;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FailureHistory;
import org.recoveryrules.api.FailureType;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Mood;
import org.recoveryrules.api.Reach;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Vulnerability;

/**
 * Reads new tickets, and works out of each all that is known about the failure: what the person at the desk filled in,
 * and what the other tables and the clock say.
 */
final class TicketReader {
    private static final CurrencyUnit CURRENCY = CurrencyUnit.USD;
    private static final Period CLAIMS_COUNT_FOR = Period.ofMonths(12);

    private final Connection crm;
    private final Clock clock;

    TicketReader(Connection crm, Clock clock) {
        this.crm = crm;
        this.clock = clock;
    }

    /** The tickets that wait for a decision, by number. */
    List<Ticket> newTickets() throws SQLException {
        String sql = """
                select t.id, t.customer_id, c.name, t.channel, t.opened_at, t.story
                from ticket t
                join customer c on c.id = t.customer_id
                where t.status = 'NEW'
                order by t.id""";
        List<Ticket> tickets = new ArrayList<>();
        try (PreparedStatement statement = crm.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                tickets.add(new Ticket(
                        row.getInt("id"),
                        row.getInt("customer_id"),
                        row.getString("name"),
                        row.getString("channel"),
                        row.getObject("opened_at", OffsetDateTime.class),
                        row.getString("story")));
            }
        }
        return tickets;
    }

    /**
     * What is known about a failure now.
     *
     * @param ticket a ticket of this database
     * @param lookBack how far before the ticket an earlier failure still counts, as the policy says
     * @throws IllegalArgumentException if what was filled in does not fit together
     */
    FailureContext context(Ticket ticket, Period lookBack) throws SQLException {
        FailureHistory history = history(ticket, lookBack);
        return form(ticket)
                .priorFailures(history.priorFailures())
                .lastRecovery(history.lastRecovery())
                .similar(history.similar())
                .compensatedClaims(compensatedClaims(ticket))
                .entitlements(entitlements(ticket))
                .delay(Duration.between(ticket.openedAt(), OffsetDateTime.now(clock)))
                .build();
    }

    private FailureContext.Builder form(Ticket ticket) throws SQLException {
        String sql = """
                select t.*, coalesce(t.price, o.price) as failed_price, c.champion, v.amount as lifetime_value
                from ticket t
                join customer c on c.id = t.customer_id
                join customer_lifetime_value v on v.customer_id = t.customer_id
                left join customer_order o on o.id = t.order_id
                where t.id = ?""";
        try (PreparedStatement statement = crm.prepareStatement(sql)) {
            statement.setInt(1, ticket.id());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return FailureContext.builder()
                        .severity(Severity.valueOf(row.getString("severity")))
                        .avoidability(Avoidability.valueOf(row.getString("avoidability")))
                        .foreseeability(Foreseeability.valueOf(row.getString("foreseeability")))
                        .recurrence(Recurrence.valueOf(row.getString("recurrence")))
                        .type(FailureType.valueOf(row.getString("failure_type")))
                        .resourceLost(ResourceLost.valueOf(row.getString("resource_lost")))
                        .causedBy(Cause.valueOf(row.getString("caused_by")))
                        .price(money(row, "failed_price").orElse(null))
                        .loss(Money.of(CURRENCY, row.getBigDecimal("loss")))
                        .accepted(row.getBoolean("accepted"))
                        .lifetimeValue(Money.of(CURRENCY, row.getBigDecimal("lifetime_value")))
                        .expectation(Expectation.valueOf(row.getString("expectation")))
                        .mood(Mood.valueOf(row.getString("mood")))
                        .vulnerabilities(constants(row, "vulnerabilities", Vulnerability.class))
                        .reach(Reach.valueOf(row.getString("reach")))
                        .champion(row.getBoolean("champion"))
                        .status(ClaimStatus.valueOf(row.getString("claim_status")))
                        .requested(requested(row).orElse(null))
                        .aware(row.getBoolean("aware"))
                        .apologies(row.getInt("apologies"))
                        .explanation(Explanation.valueOf(row.getString("explanation")))
                        .risks(constants(row, "area_risks", AreaRisk.class));
            }
        }
    }

    private FailureHistory history(Ticket ticket, Period lookBack) throws SQLException {
        String sql = """
                select coalesce(r.outcome, 'UNKNOWN') as outcome,
                       (earlier.product_line, earlier.incident) = (t.product_line, t.incident) as similar
                from ticket t
                join ticket earlier on earlier.customer_id = t.customer_id
                left join recovery r on r.ticket_id = earlier.id
                where t.id = ? and earlier.opened_at >= ? and earlier.opened_at < t.opened_at
                order by earlier.opened_at desc, earlier.id desc""";
        try (PreparedStatement statement = crm.prepareStatement(sql)) {
            statement.setInt(1, ticket.id());
            statement.setObject(2, ticket.openedAt().minus(lookBack));
            try (ResultSet latestFirst = statement.executeQuery()) {
                if (!latestFirst.next()) {
                    return new FailureHistory(0, LastRecovery.NONE, false);
                }
                LastRecovery lastRecovery = LastRecovery.valueOf(latestFirst.getString("outcome"));
                boolean similar = latestFirst.getBoolean("similar");
                int failures = 1;
                while (latestFirst.next()) {
                    failures++;
                }
                return new FailureHistory(failures, lastRecovery, similar);
            }
        }
    }

    private int compensatedClaims(Ticket ticket) throws SQLException {
        String sql = """
                select count(*)
                from recovery r
                join ticket earlier on earlier.id = r.ticket_id
                where earlier.customer_id = ? and r.compensated_on >= ?""";
        try (PreparedStatement statement = crm.prepareStatement(sql)) {
            statement.setInt(1, ticket.customerId());
            statement.setObject(2, LocalDate.now(clock).minus(CLAIMS_COUNT_FOR));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private List<Entitlement> entitlements(Ticket ticket) throws SQLException {
        String sql = """
                select g.kind, g.basis,
                       cast(g.amount * case g.per when 'HOUR' then t.hours
                                                  when 'PRICE' then coalesce(t.price, o.price)
                                                  else 1 end as decimal(12, 2)) as owed
                from ticket t
                join guarantee g on (g.product_line, g.incident) = (t.product_line, t.incident)
                left join customer_order o on o.id = t.order_id
                where t.id = ?
                order by g.id""";
        List<Entitlement> entitlements = new ArrayList<>();
        try (PreparedStatement statement = crm.prepareStatement(sql)) {
            statement.setInt(1, ticket.id());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String basis = row.getString("basis");
                    // To leave out what is owed would be worse than to stop: the desk has to fill in the price first.
                    Money owed = money(row, "owed")
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "ticket " + ticket.id() + " needs a price, by which this is owed: " + basis));
                    entitlements.add(new Entitlement(RemedyKind.valueOf(row.getString("kind")), owed, basis));
                }
            }
        }
        return entitlements;
    }

    private static Optional<RequestedRemedy> requested(ResultSet row) throws SQLException {
        Optional<Money> amount = money(row, "requested_amount");
        return Optional.ofNullable(row.getString("requested_kind"))
                .map(kind -> new RequestedRemedy(RemedyKind.valueOf(kind), amount));
    }

    private static Optional<Money> money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return Optional.ofNullable(amount).map(known -> Money.of(CURRENCY, known));
    }

    private static <E extends Enum<E>> Set<E> constants(ResultSet row, String column, Class<E> type)
            throws SQLException {
        Set<E> constants = EnumSet.noneOf(type);
        Array names = row.getArray(column);
        for (Object name : (Object[]) names.getArray()) {
            constants.add(Enum.valueOf(type, name.toString()));
        }
        return constants;
    }
}
