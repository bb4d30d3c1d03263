package org.kongdee.notification.sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Reads and binds what JDBC and Jdbi do not by themselves: arrays, times, nullable numbers. */
public final class Columns {

    private Columns() {}

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    public static List<Integer> numbers(ResultSet row, String column) throws SQLException {
        return List.of((Integer[]) row.getArray(column).getArray());
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static LocalDate date(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(dateOrNull(row, column));
    }

    public static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static @Nullable LocalTime timeOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalTime.class);
    }

    public static @Nullable Integer numberOrNull(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static <S extends SqlStatement<S>> S bindTexts(
            S statement, String name, Collection<String> texts) {
        return statement.bindBySqlType(name, texts.toArray(String[]::new), Types.ARRAY);
    }
}
