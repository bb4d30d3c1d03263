package org.kongdee.web.outage;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Whether the database is away. When it comes back, the pool's connections are gone, and the first
 * that is made anew tells.
 */
@Singleton
public class DatabaseOutage implements AgroalPoolInterceptor {

    private final Outage outage = new Outage("The database");

    /** Whether this says that the database is away; then it is told, once. */
    public boolean isBehind(Throwable e) {
        SQLException sql = Causes.find(e, SQLException.class).orElse(null);
        if (sql == null || !meansAway(sql)) {
            return false;
        }
        outage.failed(reason(sql));
        return true;
    }

    /**
     * What the server or the driver says; what was to be written, which stands before it, is not.
     */
    static String reason(SQLException e) {
        SQLException deepest = e;
        while (deepest.getCause() instanceof SQLException cause) {
            deepest = cause;
        }
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        outage.succeeded();
    }

    /**
     * Connection lost or refused (class 08), server shutting down (57P), no resources (53), or no
     * connection in time.
     */
    private static boolean meansAway(SQLException e) {
        String state = e.getSQLState();
        return state == null
                ? String.valueOf(e.getMessage()).startsWith("Acquisition timeout")
                : state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }
}
