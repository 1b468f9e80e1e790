package org.recoveryrules.examples.desk;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/** The database of the desk: embedded, in memory, filled anew whenever it is opened. For one thread. */
final class CrmDatabase implements AutoCloseable {
    private static final String SCRIPTS = "classpath:org/recoveryrules/examples/desk/";

    private final Connection connection;

    private CrmDatabase(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a database of its own, which no other connection sees, and fills it.
     *
     * @param today the day on which the desk works
     * @throws SQLException if a script is at fault
     */
    static CrmDatabase open(LocalDate today) throws SQLException {
        CrmDatabase database = new CrmDatabase(DriverManager.getConnection("jdbc:h2:mem:"));
        database.run("schema.sql");
        database.run("data.sql");
        database.begin(today);
        return database;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void run(String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("runscript from '" + SCRIPTS + script + "' charset 'UTF-8'");
        }
    }

    private void begin(LocalDate today) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into business_day (today) values (?)")) {
            statement.setObject(1, today);
            statement.executeUpdate();
        }
    }
}
