package org.recoveryrules.examples.desk;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

/** The desk of a CRM: for each new ticket it works out what is known, asks the advisor, keeps the decision, prints it. */
public final class CrmDesk {
    /** The moment at which the tickets of {@code data.sql} lie on the desk, so that a run always prints the same. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T10:00:00Z"), ZoneOffset.UTC);

    private final RecoveryAdvisor advisor;
    private final TicketReader tickets;
    private final DecisionStore decisions;
    private final DecisionPrinter printer;
    private final Clock clock;

    CrmDesk(Connection crm, RecoveryAdvisor advisor, Clock clock) {
        this.advisor = advisor;
        this.clock = clock;
        tickets = new TicketReader(crm, clock);
        decisions = new DecisionStore(crm, clock);
        printer = new DecisionPrinter(Locale.ENGLISH);
    }

    /**
     * Runs the desk on a database of its own.
     *
     * @param args none
     * @throws SQLException if the database is at fault
     */
    public static void main(String[] args) throws SQLException {
        run(System.out);
    }

    /**
     * Works through the new tickets of a fresh database and prints a page about each.
     *
     * @param out where to print
     * @throws SQLException if the database is at fault
     */
    public static void run(PrintStream out) throws SQLException {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard();
                CrmDatabase database = CrmDatabase.open(LocalDate.now(CLOCK))) {
            new CrmDesk(database.connection(), advisor, CLOCK).work(out);
        }
    }

    /** Works through the new tickets, by number. */
    void work(PrintStream out) throws SQLException {
        for (Ticket ticket : tickets.newTickets()) {
            // Asked anew for each ticket: a policy that is replaced meanwhile may look back farther.
            FailureContext context = tickets.context(ticket, advisor.policy().lookBack());
            RecoveryDecision decision = advisor.decide(context);
            decisions.store(ticket, context, decision);
            out.println(printer.print(ticket, context.claim().requested(), decision, LocalDate.now(clock)));
        }
    }
}
