package org.kongdee.web.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.idempotency.Idempotency.Claim;
import org.kongdee.web.idempotency.Idempotency.Recorded;
import org.kongdee.web.problem.Conflict;

/** The table {@code idempotency_key}; times are real time. */
@ApplicationScoped
class IdempotencyRepository {

    private static final Duration KEPT = Duration.ofHours(24);

    /** How long a twin waits for the first request before it is told to come again. */
    private static final String WAIT = "set local lock_timeout = '10s'";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Jdbi jdbi;
    private final Clock clock;

    IdempotencyRepository(Jdbi jdbi, @SystemTime Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Takes the key for the transaction under way; false if it is taken. Waits while another
     * transaction that took it is still running.
     */
    boolean claim(Claim claim) {
        try {
            return jdbi.withHandle(
                    handle -> {
                        handle.execute(WAIT);
                        boolean taken = insert(handle, claim);
                        handle.execute("set local lock_timeout = default");
                        return taken;
                    });
        } catch (StatementException e) {
            if (e.getCause() instanceof SQLException sql
                    && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                throw new Conflict(
                        "idempotency-in-progress",
                        "A request with this key is still being done; repeat it shortly.");
            }
            throw e;
        }
    }

    private boolean insert(Handle handle, Claim claim) {
        return handle.createUpdate(
                                """
                                insert into idempotency_key as k (caller, operation, key, body_hash, created_at)
                                values (:caller, :operation, :key, :bodyHash, :now)
                                on conflict on constraint pk_idempotency_key do update
                                   set body_hash = excluded.body_hash, created_at = excluded.created_at,
                                       status = null, content_type = null, etag = null, location = null, body = null
                                 where k.created_at < :expired
                                """)
                        .bind("caller", claim.caller)
                        .bind("operation", claim.operation)
                        .bind("key", claim.key)
                        .bind("bodyHash", claim.bodyHash)
                        .bind("now", now())
                        .bind("expired", now().minus(KEPT))
                        .execute()
                == 1;
    }

    /** Records the answer in the change's own transaction. */
    void answer(Claim claim, Recorded answer) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        update idempotency_key
                                           set status = :status, content_type = :contentType, etag = :etag,
                                               location = :location, body = :body
                                         where caller = :caller and operation = :operation and key = :key
                                        """)
                                .bind("caller", claim.caller)
                                .bind("operation", claim.operation)
                                .bind("key", claim.key)
                                .bind("status", answer.status())
                                .bind("contentType", answer.contentType())
                                .bind("etag", answer.etag())
                                .bind("location", answer.location())
                                .bind("body", answer.body())
                                .execute());
    }

    /**
     * Records a refusal after the change was rolled back, and the key with it; unless a twin was
     * quicker.
     */
    void keepRefusal(Claim claim, Recorded refusal) {
        if (jdbi.withHandle(handle -> insert(handle, claim))) {
            answer(claim, refusal);
        }
    }

    Optional<Recorded> find(Claim claim) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select body_hash, status, content_type, etag, location, body
                                          from idempotency_key
                                         where caller = :caller and operation = :operation and key = :key
                                           and status is not null
                                        """)
                                .bind("caller", claim.caller)
                                .bind("operation", claim.operation)
                                .bind("key", claim.key)
                                .map(
                                        (row, _) ->
                                                new Recorded(
                                                        row.getString("body_hash"),
                                                        row.getInt("status"),
                                                        row.getString("content_type"),
                                                        row.getString("etag"),
                                                        row.getString("location"),
                                                        row.getBytes("body")))
                                .findOne());
    }

    /**
     * Puts another body into the answers that hold a resource: its own POST's, and those below it.
     */
    void rewrite(String path, byte[] body, String etag) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        update idempotency_key
                                           set body = :body, etag = :etag
                                         where status < 300
                                           and (right(location, length(:path)) = :path
                                                or location is null
                                                   and starts_with(lower(operation), 'post ' || :path || '/'))
                                        """)
                                .bind("path", path)
                                .bind("body", body)
                                .bind("etag", etag)
                                .execute());
    }

    /** Removes keys that have expired. */
    int purge() {
        return jdbi.withHandle(
                handle ->
                        handle.execute(
                                "delete from idempotency_key where created_at < ?",
                                now().minus(KEPT)));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(Instant.now(clock), ZoneOffset.UTC);
    }
}
