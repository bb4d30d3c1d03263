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
import org.kongdee.web.problem.TooMany;
import org.kongdee.web.sql.Parameters;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.sql.SqlFailed;
import org.kongdee.web.text.Message;

/**
 * The table {@code idempotency_key}; times are real time.
 *
 * <p>What a caller has used is counted by the statement that takes a key, over an index that has
 * all it needs: exact but for requests under way, and some thousands of entries at most. A counter
 * in a row of the caller's would be locked by the transaction of each change until it ends, and all
 * requests of a caller would wait for each other.
 */
@ApplicationScoped
class IdempotencyRepository {

    private static final Duration KEPT = Duration.ofHours(24);

    /** How long a twin waits for the first request before it is told to come again. */
    private static final String WAIT = "set local lock_timeout = '10s'";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String IS_KEY =
            "caller = :caller and unit = :unit and operation = :operation and key = :key";

    private static final String OF_CALLER =
            "idempotency_key where caller = :caller and unit = :unit and created_at >= :expired";

    private final Sql sql;
    private final Clock clock;
    private final int mostKeys;
    private final long mostBytes;

    IdempotencyRepository(Sql sql, @SystemTime Clock clock, IdempotencyConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.mostKeys = config.mostKeys();
        this.mostBytes = config.mostBytes().asLongValue();
    }

    /** What became of an attempt to take a key. */
    enum Attempt {
        MINE,
        TAKEN,
        NO_ROOM
    }

    /**
     * Takes the key for the transaction under way. Waits while another transaction that took it is
     * still running.
     */
    Attempt claim(Claim claim) {
        try {
            sql.update(WAIT);
            Attempt attempt = insert(claim);
            sql.update("set local lock_timeout = default");
            return attempt;
        } catch (SqlFailed e) {
            if (e.state().equals(LOCK_NOT_AVAILABLE)) {
                throw inProgress();
            }
            throw e;
        }
    }

    static Conflict inProgress() {
        return new Conflict(
                "idempotency-in-progress",
                Message.of("A request with this key is still being done; repeat it shortly."));
    }

    private Attempt insert(Claim claim) {
        return sql.one(
                "with used as materialized (select count(*) < :mostKeys and coalesce(sum(bytes), 0) < :mostBytes as room from "
                        + OF_CALLER
                        + """
                        ), taken as (
                        insert into idempotency_key as k (caller, unit, operation, key, body_hash, created_at)
                        select :caller, :unit, :operation, :key, :bodyHash, :now from used where room
                        on conflict on constraint pk_idempotency_key do update
                           set body_hash = excluded.body_hash, created_at = excluded.created_at, status = null,
                               content_type = null, etag = null, location = null, body = null, bytes = 0, summary = false
                         where k.created_at < :expired
                        returning 1)
                        select room, exists (select from taken) as mine from used
                        """,
                key ->
                        limited(named(key, claim))
                                .text("bodyHash", claim.bodyHash)
                                .instant("now", clock.instant()),
                row ->
                        row.flag("mine")
                                ? Attempt.MINE
                                : row.flag("room") ? Attempt.TAKEN : Attempt.NO_ROOM);
    }

    /** Says when enough of what the caller has will have expired that there is room again. */
    TooMany noRoom(Claim claim) {
        Instant now = clock.instant();
        Duration left =
                sql.one(
                        "select max(created_at) as last from (select created_at, count(*) over newest as keys, sum(bytes) over newest as bytes from "
                                + OF_CALLER
                                + """
                                 window newest as (order by created_at desc rows unbounded preceding)) k
                                 where keys >= :mostKeys or bytes >= :mostBytes
                                """,
                        caller ->
                                limited(
                                        caller.text("caller", claim.caller)
                                                .text("unit", claim.unit)),
                        row -> {
                            Instant last = row.instantOrNull("last");
                            return last == null
                                    ? Duration.ZERO
                                    : Duration.between(now, last.plus(KEPT));
                        });
        return new TooMany(
                Message.of(
                        "Within 24 hours a caller has at most %d Idempotency-Keys, and %d bytes of kept answers.",
                        mostKeys, mostBytes),
                left);
    }

    /** Records the answer in the change's own transaction. */
    void answer(Claim claim, Recorded answer) {
        sql.update(
                """
                update idempotency_key
                   set status = :status, content_type = :contentType, etag = :etag,
                       location = :location, body = :body, bytes = octet_length(:body), summary = :summary
                 where
                """
                        + IS_KEY,
                key ->
                        named(key, claim)
                                .number("status", answer.status())
                                .text("contentType", answer.contentType())
                                .text("etag", answer.etag())
                                .text("location", answer.location())
                                .bytes("body", answer.body())
                                .flag("summary", answer.summary()));
    }

    /**
     * Records a refusal after the change was rolled back, and the key with it; unless a twin was
     * quicker.
     */
    void keepRefusal(Claim claim, Recorded refusal) {
        if (insert(claim) == Attempt.MINE) {
            answer(claim, refusal);
        }
    }

    Optional<Recorded> find(Claim claim) {
        return sql.row(
                """
                select body_hash, status, content_type, etag, location, body, summary
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
                                row.bytes("body"),
                                row.flag("summary")));
    }

    /**
     * Puts another body into the answers that hold a resource: its own POST's, and those below it.
     */
    void rewrite(String path, byte[] body, String etag) {
        sql.update(
                """
                update idempotency_key
                   set body = :body, bytes = octet_length(:body), summary = false, etag = :etag
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

    private Parameters limited(Parameters statement) throws SQLException {
        return statement
                .number("mostKeys", mostKeys)
                .number("mostBytes", mostBytes)
                .instant("expired", clock.instant().minus(KEPT));
    }

    private static Parameters named(Parameters key, Claim claim) throws SQLException {
        return key.text("caller", claim.caller)
                .text("unit", claim.unit)
                .text("operation", claim.operation)
                .text("key", claim.key);
    }
}
