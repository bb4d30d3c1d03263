package org.kongdee.stack.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * Where a database is, and the two roles that may enter it.
 *
 * @param application reads and writes rows, as far as the owner lets it
 * @param owner makes and changes the schema
 */
public record Database(String jdbcUrl, Login application, Login owner) {

    /** A role that may log in. */
    public record Login(String username, String password) {

        public Connection connect(String jdbcUrl) throws SQLException {
            return DriverManager.getConnection(jdbcUrl, username, password);
        }

        @Override
        public String toString() {
            return username;
        }
    }

    /** As the application. */
    public Connection connect() throws SQLException {
        return application.connect(jdbcUrl);
    }

    public Connection connectAsOwner() throws SQLException {
        return owner.connect(jdbcUrl);
    }

    /** What a service on this database is told, by the names of Quarkus. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", jdbcUrl,
                "quarkus.datasource.username", application.username(),
                "quarkus.datasource.password", application.password(),
                "quarkus.flyway.username", owner.username(),
                "quarkus.flyway.password", owner.password());
    }
}
