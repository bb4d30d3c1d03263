package org.kongdee.web.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs the few statements that most requests wait for by plain JDBC. Jdbi copies its settings,
 * binds by name and describes each run anew, which costs several times what the driver does for a
 * single row. Connections are those of the transaction under way, as Jdbi's are.
 */
@Singleton
public class PlainSql {

    private final AgroalDataSource dataSource;

    public PlainSql(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes something of the row that the cursor is on. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Sets the parameters of a statement, in their order. */
    @FunctionalInterface
    public interface Binding {
        void bind(Parameters parameters) throws SQLException;
    }

    /** The rows that a statement answers with. */
    public <T> List<T> rows(String sql, Binding binding, Row<T> row) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(new Parameters(statement));
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row.read(result));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the statement failed: " + sql, e);
        }
    }

    /** Runs a statement that answers with nothing; how many rows it wrote. */
    public int update(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(new Parameters(statement));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the statement failed: " + sql, e);
        }
    }

    /**
     * The parameters of a statement, each set after the one before. Null keeps the type, so that
     * the statement stays prepared.
     */
    public static final class Parameters {

        private final PreparedStatement statement;
        private int last;

        private Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        public Parameters text(@Nullable String value) throws SQLException {
            statement.setString(++last, value);
            return this;
        }

        public Parameters number(long value) throws SQLException {
            statement.setLong(++last, value);
            return this;
        }

        public Parameters number(int value) throws SQLException {
            statement.setInt(++last, value);
            return this;
        }

        public Parameters decimal(@Nullable BigDecimal value) throws SQLException {
            if (value == null) {
                statement.setNull(++last, Types.NUMERIC);
            } else {
                statement.setBigDecimal(++last, value);
            }
            return this;
        }

        public Parameters flag(boolean value) throws SQLException {
            statement.setBoolean(++last, value);
            return this;
        }

        public Parameters id(@Nullable UUID value) throws SQLException {
            statement.setObject(++last, value, Types.OTHER);
            return this;
        }

        public Parameters date(@Nullable LocalDate value) throws SQLException {
            statement.setObject(++last, value, Types.DATE);
            return this;
        }

        public Parameters time(Instant value) throws SQLException {
            statement.setObject(++last, value.atOffset(ZoneOffset.UTC));
            return this;
        }
    }
}
