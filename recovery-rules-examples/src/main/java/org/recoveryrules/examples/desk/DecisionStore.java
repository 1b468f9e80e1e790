package org.recoveryrules.examples.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.joda.money.Money;
import org.recoveryrules.api.DecisionRecord;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.drools.json.RecordJson;

/** Keeps what was decided, with a record for audit, so that it can be shown later by which rules. */
final class DecisionStore {
    private final Connection crm;
    private final Clock clock;

    DecisionStore(Connection crm, Clock clock) {
        this.crm = crm;
        this.clock = clock;
    }

    /** Stores a decision as a whole: if this throws, nothing of it is kept. */
    void store(Ticket ticket, FailureContext context, RecoveryDecision decision) throws SQLException {
        crm.setAutoCommit(false);
        try {
            insertRemedies(insertDecision(ticket, context, decision), decision);
            crm.commit();
        } catch (SQLException | RuntimeException fault) {
            crm.rollback();
            throw fault;
        } finally {
            crm.setAutoCommit(true);
        }
    }

    private int insertDecision(Ticket ticket, FailureContext context, RecoveryDecision decision) throws SQLException {
        String sql = """
                insert into decision (ticket_id, decided_at, verdict, authority, human_review, total, gesture_total,
                                      policy_name, policy_version, policy_digest, audit_record)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
        try (PreparedStatement statement = crm.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            statement.setInt(1, ticket.id());
            statement.setObject(2, OffsetDateTime.now(clock));
            statement.setString(3, decision.paradox().verdict().name());
            statement.setString(4, decision.authority().name());
            statement.setBoolean(5, decision.humanReview());
            statement.setBigDecimal(6, decision.total().getAmount());
            statement.setBigDecimal(7, decision.gestureTotal().getAmount());
            statement.setString(8, decision.policy().name());
            statement.setString(9, decision.policy().version());
            statement.setString(10, decision.policy().digest());
            statement.setString(11, RecordJson.write(DecisionRecord.of(context, decision)));
            statement.executeUpdate();
            try (ResultSet id = statement.getGeneratedKeys()) {
                id.next();
                return id.getInt(1);
            }
        }
    }

    private void insertRemedies(int decisionId, RecoveryDecision decision) throws SQLException {
        String sql = """
                insert into decision_remedy (decision_id, position, kind, component, amount, basis, authority)
                values (?, ?, ?, ?, ?, ?, ?)""";
        try (PreparedStatement statement = crm.prepareStatement(sql)) {
            int position = 0;
            for (Remedy remedy : decision.remedies()) {
                position++;
                statement.setInt(1, decisionId);
                statement.setInt(2, position);
                statement.setString(3, remedy.kind().name());
                statement.setString(4, remedy.component().name());
                statement.setBigDecimal(5, remedy.amount().map(Money::getAmount).orElse(null));
                statement.setString(6, remedy.basis().orElse(null));
                statement.setString(7, remedy.authority().name());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
