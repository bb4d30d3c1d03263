package org.kongdee.web.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.idempotency.Idempotency.Claim;
import org.kongdee.web.idempotency.Idempotency.Recorded;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.sql.Parameters;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.sql.SqlFailed;

/** The table {@code idempotency_key}; times are real time. */
@ApplicationScoped
class IdempotencyRepository {

    private static final Duration KEPT = Duration.ofHours(24);

    /** How long a twin waits for the first request before it is told to come again. */
    private static final String WAIT = "set local lock_timeout = '10s'";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String IS_KEY =
            "caller = :caller and operation = :operation and key = :key";

    private final Sql sql;
    private final Clock clock;

    IdempotencyRepository(Sql sql, @SystemTime Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Takes the key for the transaction under way; false if it is taken. Waits while another
     * transaction that took it is still running.
     */
    boolean claim(Claim claim) {
        try {
            sql.update(WAIT);
            boolean taken = insert(claim);
            sql.update("set local lock_timeout = default");
            return taken;
        } catch (SqlFailed e) {
            if (e.state().equals(LOCK_NOT_AVAILABLE)) {
                throw new Conflict(
                        "idempotency-in-progress",
                        "A request with this key is still being done; repeat it shortly.");
            }
            throw e;
        }
    }

    private boolean insert(Claim claim) {
        Instant now = clock.instant();
        return sql.update(
                        """
                        insert into idempotency_key as k (caller, operation, key, body_hash, created_at)
                        values (:caller, :operation, :key, :bodyHash, :now)
                        on conflict on constraint pk_idempotency_key do update
                           set body_hash = excluded.body_hash, created_at = excluded.created_at,
                               status = null, content_type = null, etag = null, location = null, body = null
                         where k.created_at < :expired
                        """,
                        key ->
                                named(key, claim)
                                        .text("bodyHash", claim.bodyHash)
                                        .instant("now", now)
                                        .instant("expired", now.minus(KEPT)))
                == 1;
    }

    /** Records the answer in the change's own transaction. */
    void answer(Claim claim, Recorded answer) {
        sql.update(
                """
                update idempotency_key
                   set status = :status, content_type = :contentType, etag = :etag,
                       location = :location, body = :body
                 where
                """
                        + IS_KEY,
                key ->
                        named(key, claim)
                                .number("status", answer.status())
                                .text("contentType", answer.contentType())
                                .text("etag", answer.etag())
                                .text("location", answer.location())
                                .bytes("body", answer.body()));
    }

    /**
     * Records a refusal after the change was rolled back, and the key with it; unless a twin was
     * quicker.
     */
    void keepRefusal(Claim claim, Recorded refusal) {
        if (insert(claim)) {
            answer(claim, refusal);
        }
    }

    Optional<Recorded> find(Claim claim) {
        return sql.row(
                """
                select body_hash, status, content_type, etag, location, body
                  from idempotency_key
                 where status is not null and
                """
                        + IS_KEY,
                key -> named(key, claim),
                row ->
                        new Recorded(
                                row.text("body_hash"),
                                row.number("status"),
                                row.textOrNull("content_type"),
                                row.textOrNull("etag"),
                                row.textOrNull("location"),
                                row.bytes("body")));
    }

    /**
     * Puts another body into the answers that hold a resource: its own POST's, and those below it.
     */
    void rewrite(String path, byte[] body, String etag) {
        sql.update(
                """
                update idempotency_key
                   set body = :body, etag = :etag
                 where status < 300
                   and (right(location, length(:path)) = :path
                        or location is null
                           and starts_with(lower(operation), 'post ' || :path || '/'))
                """,
                answers -> answers.text("path", path).bytes("body", body).text("etag", etag));
    }

    /** Removes keys that have expired. */
    int purge() {
        return sql.update(
                "delete from idempotency_key where created_at < :expired",
                keys -> keys.instant("expired", clock.instant().minus(KEPT)));
    }

    private static Parameters named(Parameters key, Claim claim) throws SQLException {
        return key.text("caller", claim.caller)
                .text("operation", claim.operation)
                .text("key", claim.key);
    }
}
