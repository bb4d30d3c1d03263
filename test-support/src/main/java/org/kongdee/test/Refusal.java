package org.kongdee.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.kongdee.stack.postgres.Database.Login;

/**
 * The SQL state by which the database of the service under test refuses a statement; empty if it
 * does not.
 */
public final class Refusal {

    /** A trigger says no, to whomever. */
    public static final String RESTRICT_VIOLATION = "23001";

    public static final String INSUFFICIENT_PRIVILEGE = "42501";

    private Refusal() {}

    public static String ofApplication(String sql) {
        return of("quarkus.datasource", sql);
    }

    public static String ofOwner(String sql) {
        return of("quarkus.flyway", sql);
    }

    /** Runs what only the owner may, such as a trigger that plays a fault. */
    public static void asOwner(String sql) {
        String refusal = ofOwner(sql);
        if (!refusal.isEmpty()) {
            throw new IllegalStateException("the owner was refused, " + refusal + ": " + sql);
        }
    }

    private static String of(String role, String sql) {
        Config config = ConfigProvider.getConfig();
        var login =
                new Login(
                        config.getValue(role + ".username", String.class),
                        config.getValue(role + ".password", String.class));
        try (Connection connection =
                        login.connect(
                                config.getValue("quarkus.datasource.jdbc.url", String.class));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
