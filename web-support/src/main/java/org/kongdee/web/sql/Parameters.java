package org.kongdee.web.sql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a statement. A null keeps its type, so that the statement stays prepared.
 * Instants go as UTC, enums by their names, JSON as text that the statement casts.
 */
public final class Parameters {

    private final PreparedStatement statement;
    private final NamedStatement named;
    private final Json json;

    Parameters(PreparedStatement statement, NamedStatement named, Json json) {
        this.statement = statement;
        this.named = named;
        this.json = json;
    }

    public Parameters text(String name, @Nullable String value) throws SQLException {
        return set(name, value, Types.VARCHAR);
    }

    public Parameters constant(String name, @Nullable Enum<?> value) throws SQLException {
        return text(name, value == null ? null : value.name());
    }

    public Parameters number(String name, @Nullable Integer value) throws SQLException {
        return set(name, value, Types.INTEGER);
    }

    public Parameters number(String name, @Nullable Long value) throws SQLException {
        return set(name, value, Types.BIGINT);
    }

    public Parameters decimal(String name, @Nullable BigDecimal value) throws SQLException {
        return set(name, value, Types.NUMERIC);
    }

    public Parameters flag(String name, boolean value) throws SQLException {
        return set(name, value, Types.BOOLEAN);
    }

    public Parameters id(String name, @Nullable UUID value) throws SQLException {
        return set(name, value, Types.OTHER);
    }

    /** {@code :holder} and {@code :lease}. */
    public Parameters lease(Lease lease) throws SQLException {
        return id("holder", lease.holder()).number("lease", lease.length().toSeconds());
    }

    public Parameters bytes(String name, byte @Nullable [] value) throws SQLException {
        return set(name, value, Types.BINARY);
    }

    public Parameters date(String name, @Nullable LocalDate value) throws SQLException {
        return set(name, value, Types.DATE);
    }

    public Parameters time(String name, @Nullable LocalTime value) throws SQLException {
        return set(name, value, Types.TIME);
    }

    public Parameters instant(String name, @Nullable Instant value) throws SQLException {
        return set(
                name,
                value == null ? null : value.atOffset(ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE);
    }

    public Parameters json(String name, @Nullable Object value) throws SQLException {
        return text(name, value == null ? null : json.write(value));
    }

    public Parameters texts(String name, Collection<? extends @Nullable String> values)
            throws SQLException {
        return array(name, "text", values.toArray());
    }

    /** One column of many rows. */
    public <T> Parameters texts(
            String name, Collection<T> rows, Function<? super T, ? extends @Nullable String> column)
            throws SQLException {
        return array(name, "text", column(rows, column));
    }

    public <T> Parameters constants(
            String name,
            Collection<T> rows,
            Function<? super T, ? extends @Nullable Enum<?>> column)
            throws SQLException {
        return texts(
                name,
                rows,
                row -> {
                    Enum<?> value = column.apply(row);
                    return value == null ? null : value.name();
                });
    }

    public <T> Parameters jsons(
            String name, Collection<T> rows, Function<? super T, ? extends @Nullable Object> column)
            throws SQLException {
        return texts(
                name,
                rows,
                row -> {
                    Object value = column.apply(row);
                    return value == null ? null : json.write(value);
                });
    }

    public Parameters integers(String name, Collection<? extends @Nullable Integer> values)
            throws SQLException {
        return array(name, "integer", values.toArray());
    }

    public <T> Parameters integers(
            String name,
            Collection<T> rows,
            Function<? super T, ? extends @Nullable Integer> column)
            throws SQLException {
        return array(name, "integer", column(rows, column));
    }

    public <T> Parameters longs(
            String name, Collection<T> rows, Function<? super T, ? extends @Nullable Long> column)
            throws SQLException {
        return array(name, "bigint", column(rows, column));
    }

    public <T> Parameters decimals(
            String name,
            Collection<T> rows,
            Function<? super T, ? extends @Nullable BigDecimal> column)
            throws SQLException {
        return array(name, "numeric", column(rows, column));
    }

    public <T> Parameters flags(
            String name,
            Collection<T> rows,
            Function<? super T, ? extends @Nullable Boolean> column)
            throws SQLException {
        return array(name, "boolean", column(rows, column));
    }

    public Parameters ids(String name, Collection<UUID> values) throws SQLException {
        return array(name, "uuid", values.toArray());
    }

    public <T> Parameters ids(
            String name, Collection<T> rows, Function<? super T, ? extends @Nullable UUID> column)
            throws SQLException {
        return array(name, "uuid", column(rows, column));
    }

    public Parameters dates(String name, Collection<? extends @Nullable LocalDate> values)
            throws SQLException {
        return array(name, "date", values.toArray());
    }

    public <T> Parameters dates(
            String name,
            Collection<T> rows,
            Function<? super T, ? extends @Nullable LocalDate> column)
            throws SQLException {
        return array(name, "date", column(rows, column));
    }

    public <T> Parameters instants(
            String name,
            Collection<T> rows,
            Function<? super T, ? extends @Nullable Instant> column)
            throws SQLException {
        return array(
                name,
                "timestamptz",
                column(
                        rows,
                        row -> {
                            Instant value = column.apply(row);
                            return value == null ? null : value.atOffset(ZoneOffset.UTC);
                        }));
    }

    private Parameters set(String name, @Nullable Object value, int type) throws SQLException {
        for (int place : named.placesOf(name)) {
            statement.setObject(place, value, type);
        }
        return this;
    }

    private Parameters array(String name, String type, @Nullable Object[] values)
            throws SQLException {
        var array = statement.getConnection().createArrayOf(type, values);
        for (int place : named.placesOf(name)) {
            statement.setArray(place, array);
        }
        return this;
    }

    private static <T> @Nullable Object[] column(
            Collection<T> rows, Function<? super T, ? extends @Nullable Object> column) {
        @Nullable Object[] values = new Object[rows.size()];
        int i = 0;
        for (T row : rows) {
            values[i++] = column.apply(row);
        }
        return values;
    }
}
