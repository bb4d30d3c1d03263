package org.kongdee.web.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Runs SQL: what is set-based, guarded, or what most requests wait for. What has a life cycle goes
 * through the repository of its entity instead.
 *
 * <p>Parameters stand in a statement by name ({@code :unit}), and are bound by name and type.
 * Connections are those of the transaction under way, and so Hibernate's too; but what Hibernate
 * has not flushed is not seen here, and what is written here is not seen in entities that were read
 * before. Outside a transaction each statement is one of its own.
 */
@Singleton
public class Sql {

    /** How many rows are fetched at a time where they are handed on one by one. */
    private static final int FETCH_SIZE = 500;

    private final AgroalDataSource dataSource;
    private final Json json;
    private final ConcurrentHashMap<String, NamedStatement> statements = new ConcurrentHashMap<>();

    public Sql(AgroalDataSource dataSource, Json json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** Sets the parameters of a statement. */
    @FunctionalInterface
    public interface Binding {
        void bind(Parameters parameters) throws SQLException;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /** The rows that a statement answers with. */
    public <T> List<T> rows(String sql, Binding binding, Reader<T> reader) {
        return run(
                sql,
                binding,
                statement -> {
                    var rows = new ArrayList<T>();
                    try (ResultSet result = statement.executeQuery()) {
                        var row = new Row(result, json);
                        while (result.next()) {
                            rows.add(reader.read(row));
                        }
                    }
                    return rows;
                });
    }

    /** The first row that a statement answers with, if there is one. */
    public <T> Optional<T> row(String sql, Binding binding, Reader<T> reader) {
        List<T> rows = rows(sql, binding, reader);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /** The only row of a statement that always answers with one. */
    public <T> T one(String sql, Binding binding, Reader<T> reader) {
        return row(sql, binding, reader)
                .orElseThrow(() -> new IllegalStateException("no row: " + sql));
    }

    /**
     * Hands rows on one by one, however many there are. Belongs into a transaction: without one the
     * driver holds them all.
     */
    public <T> void each(String sql, Binding binding, Reader<T> reader, Consumer<T> sink) {
        run(
                sql,
                binding,
                statement -> {
                    statement.setFetchSize(FETCH_SIZE);
                    try (ResultSet result = statement.executeQuery()) {
                        var row = new Row(result, json);
                        while (result.next()) {
                            sink.accept(reader.read(row));
                        }
                    }
                    return true;
                });
    }

    /** Runs a statement that answers with nothing; how many rows it wrote. */
    public int update(String sql, Binding binding) {
        return run(sql, binding, PreparedStatement::executeUpdate);
    }

    /** The same for a statement without parameters. */
    public int update(String sql) {
        return update(sql, _ -> {});
    }

    /** What is done with a statement that is ready to run. */
    @FunctionalInterface
    protected interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** Every statement comes through here. */
    protected <T> T run(String sql, Binding binding, Execution<T> execution) {
        NamedStatement named = statements.computeIfAbsent(sql, NamedStatement::parse);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(named.text())) {
            binding.bind(new Parameters(statement, named, json));
            return execution.of(statement);
        } catch (SQLException e) {
            throw new SqlFailed(sql, e);
        }
    }
}
