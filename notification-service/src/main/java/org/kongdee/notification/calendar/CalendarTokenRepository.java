package org.kongdee.notification.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kongdee.notification.sql.Columns;
import org.kongdee.web.clock.SystemTime;

/** The table {@code calendar_token}. */
@ApplicationScoped
class CalendarTokenRepository {

    /** A token without its secret, of which only a hash is kept. */
    record StoredToken(UUID id, String recipient, Instant createdAt, String createdBy) {}

    private final Jdbi jdbi;
    private final Clock clock;

    CalendarTokenRepository(Jdbi jdbi, @SystemTime Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    StoredToken add(String recipient, byte[] hash, String by) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        insert into calendar_token (token, recipient, hash, created_at, created_by)
                                        values (:id, :recipient, :hash, :now, :by)
                                        returning *
                                        """)
                                .bind("id", UUID.randomUUID())
                                .bind("recipient", recipient)
                                .bind("hash", hash)
                                .bind("now", Columns.utc(clock.instant()))
                                .bind("by", by)
                                .map((row, _) -> token(row))
                                .one());
    }

    List<StoredToken> list(String recipient) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select * from calendar_token where recipient = :recipient order by created_at")
                                .bind("recipient", recipient)
                                .map((row, _) -> token(row))
                                .list());
    }

    Optional<StoredToken> withHash(byte[] hash) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select * from calendar_token where hash = :hash")
                                .bind("hash", hash)
                                .map((row, _) -> token(row))
                                .findOne());
    }

    boolean remove(String recipient, UUID id) {
        return jdbi.withHandle(
                        handle ->
                                handle.execute(
                                        "delete from calendar_token where recipient = ? and token = ?",
                                        recipient,
                                        id))
                == 1;
    }

    void removeAll(String recipient) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "delete from calendar_token where recipient = ?", recipient));
    }

    private static StoredToken token(ResultSet row) throws SQLException {
        return new StoredToken(
                Objects.requireNonNull(row.getObject("token", UUID.class)),
                Objects.requireNonNull(row.getString("recipient")),
                Columns.instant(row, "created_at"),
                Objects.requireNonNull(row.getString("created_by")));
    }
}
