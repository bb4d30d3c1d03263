package org.kongdee.web.sql;

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
import javax.sql.DataSource;

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

    private final DataSource dataSource;
    private final Json json;
    private final ConcurrentHashMap<String, NamedStatement> statements = new ConcurrentHashMap<>();

    public Sql(DataSource dataSource, Json json) {
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
        var rows = new ArrayList<T>();
        read(sql, binding, 0, reader, rows::add);
        return rows;
    }

    /** The row that a statement answers with, if there is one; it never answers with more. */
    public <T> Optional<T> row(String sql, Binding binding, Reader<T> reader) {
        List<T> rows = rows(sql, binding, reader);
        if (rows.size() > 1) {
            throw new IllegalStateException(rows.size() + " rows: " + sql);
        }
        return rows.stream().findFirst();
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
        read(sql, binding, FETCH_SIZE, reader, sink);
    }

    private <T> void read(
            String sql, Binding binding, int fetchSize, Reader<T> reader, Consumer<T> sink) {
        boolean unused =
                run(
                        sql,
                        binding,
                        statement -> {
                            statement.setFetchSize(fetchSize);
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
