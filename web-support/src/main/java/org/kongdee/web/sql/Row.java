package org.kongdee.web.sql;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row that a statement's answer is on. Each type is read in one way; what may be null is read
 * by {@code …OrNull}, and a null elsewhere is a fault of the statement.
 */
public final class Row {

    private final ResultSet result;
    private final Json json;

    Row(ResultSet result, Json json) {
        this.result = result;
        this.json = json;
    }

    public String text(String column) throws SQLException {
        return there(column, result.getString(column));
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return result.getString(column);
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column));
    }

    public <E extends Enum<E>> @Nullable E constantOrNull(String column, Class<E> type)
            throws SQLException {
        String name = textOrNull(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** Zero for null: counts and sums say so. */
    public int number(String column) throws SQLException {
        return result.getInt(column);
    }

    public @Nullable Integer numberOrNull(String column) throws SQLException {
        int number = result.getInt(column);
        return result.wasNull() ? null : number;
    }

    /** Zero for null, as {@link #number}. */
    public long longNumber(String column) throws SQLException {
        return result.getLong(column);
    }

    public @Nullable Long longNumberOrNull(String column) throws SQLException {
        long number = result.getLong(column);
        return result.wasNull() ? null : number;
    }

    public BigDecimal decimal(String column) throws SQLException {
        return there(column, result.getBigDecimal(column));
    }

    public @Nullable BigDecimal decimalOrNull(String column) throws SQLException {
        return result.getBigDecimal(column);
    }

    /** False for null. */
    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public UUID id(String column) throws SQLException {
        return there(column, idOrNull(column));
    }

    public @Nullable UUID idOrNull(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public byte[] bytes(String column) throws SQLException {
        return there(column, result.getBytes(column));
    }

    public byte @Nullable [] bytesOrNull(String column) throws SQLException {
        return result.getBytes(column);
    }

    public LocalDate date(String column) throws SQLException {
        return there(column, dateOrNull(column));
    }

    public @Nullable LocalDate dateOrNull(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    public LocalTime time(String column) throws SQLException {
        return there(column, timeOrNull(column));
    }

    public @Nullable LocalTime timeOrNull(String column) throws SQLException {
        return result.getObject(column, LocalTime.class);
    }

    public Instant instant(String column) throws SQLException {
        return there(column, instantOrNull(column));
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public <T> T json(String column, Class<T> type) throws SQLException {
        return json.read(text(column), type);
    }

    public <T> @Nullable T jsonOrNull(String column, Class<T> type) throws SQLException {
        String text = textOrNull(column);
        return text == null ? null : json.read(text, type);
    }

    public <T> List<T> jsons(String column, Class<T> element) throws SQLException {
        return json.list(text(column), element);
    }

    public List<String> texts(String column) throws SQLException {
        return List.of((String[]) array(column));
    }

    /** The same for an array that has nulls in it. */
    public @Nullable String[] textsOrNulls(String column) throws SQLException {
        return (String[]) array(column);
    }

    /** The same for an array that may be null itself. */
    public @Nullable String @Nullable [] textsOrNull(String column) throws SQLException {
        Array array = result.getArray(column);
        return array == null ? null : (String[]) array.getArray();
    }

    public List<Integer> integers(String column) throws SQLException {
        return List.of((Integer[]) array(column));
    }

    public List<Long> longs(String column) throws SQLException {
        return List.of((Long[]) array(column));
    }

    public List<UUID> ids(String column) throws SQLException {
        return List.of((UUID[]) array(column));
    }

    private Object array(String column) throws SQLException {
        Array array = there(column, result.getArray(column));
        return array.getArray();
    }

    private static <T> T there(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException(column + " is null");
        }
        return value;
    }
}
