package common;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of the service that is measured, entered as its owner: benches fill and empty tables. */
public record Database(String url, String user, String password) {

    static Database ofService() {
        return new Database(
                System.getenv("QUARKUS_DATASOURCE_JDBC_URL"),
                System.getenv("QUARKUS_FLYWAY_USERNAME"),
                System.getenv("QUARKUS_FLYWAY_PASSWORD"));
    }

    public void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
