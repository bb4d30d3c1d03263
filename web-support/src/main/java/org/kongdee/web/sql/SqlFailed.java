package org.kongdee.web.sql;

import java.sql.SQLException;

/** A statement that the database refused, or that never reached it. */
public final class SqlFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    SqlFailed(String sql, SQLException cause) {
        super("the statement failed: " + sql, cause);
    }

    /** The five characters by which SQL names the reason, such as {@code 55P03}; empty for none. */
    public String state() {
        return getCause() instanceof SQLException sql && sql.getSQLState() != null
                ? sql.getSQLState()
                : "";
    }
}
