package org.kongdee.evidence.content;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;

/**
 * The tables {@code content} and {@code content_hold}: stored bytes, and who holds them. Times are
 * the database's: it is the one clock of all replicas.
 */
@Singleton
class ContentRepository {

    private final Sql sql;

    ContentRepository(Sql sql) {
        this.sql = sql;
    }

    /** Some bytes that a job works on. */
    record Claimed(Sha256 sha256, long size) {}

    /**
     * Holds bytes for an upload, in a transaction of its own. Where a removal of the same bytes is
     * under way this waits until it is over.
     *
     * @return what is known of the bytes: their state before this upload, or the one they begin
     *     with
     */
    ContentStatus hold(UUID upload, Sha256 sha256, long size, ContentStatus first, Duration time) {
        return sql.one(
                // Losing a hold in a power cut only makes the upload fail, and the item's
                // own commit waits for the disk.
                """
                with bytes as (
                    insert into content (sha256, size, status, busy_until, verified_at)
                    values (:sha256, :size, :first, now(), now())
                    on conflict (sha256) do update set size = excluded.size
                    returning sha256, status),
                hold as (
                    insert into content_hold (upload, sha256, until)
                    select :upload, sha256, now() + cast(:time as interval) from bytes
                    on conflict (upload, sha256) do update set until = excluded.until)
                select status, set_config('synchronous_commit', 'off', true) from bytes
                """,
                bytes ->
                        bytes.text("sha256", sha256.hex())
                                .number("size", size)
                                .constant("first", first)
                                .id("upload", upload)
                                .text("time", time.toString()),
                row -> row.constant("status", ContentStatus.class));
    }

    /** Ends an upload's holds; how many there still were. */
    int release(UUID upload) {
        return sql.update(
                "delete from content_hold where upload = :upload",
                hold -> hold.id("upload", upload));
    }

    /**
     * Damaged bytes that have just been stored anew; empty if they no longer counted as damaged.
     * They are as they were before: only what is given out is found to be damaged.
     */
    Optional<ContentStatus> healed(Sha256 sha256) {
        return sql.row(
                """
                update content set status = case when scanned then 'CLEAN' else 'UNSCANNED' end,
                                   verdict = null, busy_until = now(), verified_at = now()
                 where sha256 = :sha256 and status = 'DAMAGED'
                returning status
                """,
                bytes -> bytes.text("sha256", sha256.hex()),
                row -> row.constant("status", ContentStatus.class));
    }

    /**
     * Locks the row: from now to the end of the transaction no upload can take hold of the bytes.
     */
    boolean lock(Sha256 sha256) {
        return sql.row(
                        "select from content where sha256 = :sha256 for update",
                        bytes -> bytes.text("sha256", sha256.hex()),
                        _ -> true)
                .isPresent();
    }

    /** Whether an upload needs the bytes; asked after {@link #lock}, so that it stays true. */
    boolean isHeld(Sha256 sha256) {
        return sql.one(
                """
                select exists (select from content_hold where sha256 = :sha256 and until > now()) as held
                """,
                hold -> hold.text("sha256", sha256.hex()),
                row -> row.flag("held"));
    }

    void delete(Sha256 sha256) {
        sql.update(
                "delete from content_hold where sha256 = :sha256",
                hold -> hold.text("sha256", sha256.hex()));
        sql.update(
                "delete from content where sha256 = :sha256",
                bytes -> bytes.text("sha256", sha256.hex()));
    }

    /**
     * Gives rows to stored bytes that have none, so that they count as orphans; how many there
     * were.
     */
    int adopt(Collection<Sha256> stored) {
        return sql.update(
                """
                insert into content (sha256, size, status, busy_until, verified_at)
                select sha256, 0, 'UNSCANNED', now(), now() from unnest(:stored) as sha256
                on conflict do nothing
                """,
                bytes -> bytes.texts("stored", stored, Sha256::hex));
    }

    /**
     * Takes the bytes that have not been verified for longest, if that is longer than {@code age};
     * alone, for {@code lease}.
     */
    Optional<Claimed> claimForScrub(Duration age, Duration lease) {
        return sql.row(
                """
                update content set busy_until = now() + cast(:lease as interval)
                 where sha256 = (select sha256 from content
                                  where verified_at < now() - cast(:age as interval) and busy_until <= now()
                                    and status in %s
                                  order by verified_at limit 1 for update skip locked)
                returning sha256, size
                """
                        .formatted(ContentStatus.GIVEN_SQL),
                claim -> claim.text("age", age.toString()).text("lease", lease.toString()),
                ContentRepository::claimed);
    }

    /** Takes bytes that no antivirus has looked at; alone, for {@code lease}. */
    Optional<Claimed> claimUnscanned(Duration lease) {
        return sql.row(
                """
                update content set busy_until = now() + cast(:lease as interval)
                 where sha256 = (select sha256 from content
                                  where status = 'UNSCANNED' and busy_until <= now()
                                  order by busy_until limit 1 for update skip locked)
                returning sha256, size
                """,
                claim -> claim.text("lease", lease.toString()),
                ContentRepository::claimed);
    }

    private static Claimed claimed(Row row) throws SQLException {
        return new Claimed(new Sha256(row.text("sha256")), row.longNumber("size"));
    }

    /** The bytes are whole. */
    void verified(Sha256 sha256) {
        sql.update(
                "update content set verified_at = now(), busy_until = now() where sha256 = :sha256",
                bytes -> bytes.text("sha256", sha256.hex()));
    }

    /** Gives a state to bytes that are in one of the states {@code from}; whether they were. */
    boolean mark(
            Sha256 sha256,
            Set<ContentStatus> from,
            ContentStatus to,
            @Nullable LocalizedText verdict) {
        return sql.update(
                        """
                        update content set status = :to, verdict = cast(:verdict as jsonb),
                                           scanned = scanned or :to = 'CLEAN'
                         where sha256 = :sha256 and status = any(:from)
                        """,
                        bytes ->
                                bytes.text("sha256", sha256.hex())
                                        .texts("from", from, ContentStatus::name)
                                        .constant("to", to)
                                        .json("verdict", verdict))
                == 1;
    }

    /** How far the scrub has come. */
    ScrubProgress progress(Duration age) {
        return sql.one(
                """
                select count(*) as total,
                       count(*) filter (where verified_at >= now() - cast(:age as interval)) as verified,
                       count(*) filter (where status = 'DAMAGED') as damaged,
                       count(*) filter (where status = 'QUARANTINED') as quarantined,
                       count(*) filter (where status = 'UNSCANNED') as unscanned
                  from content
                """,
                scrub -> scrub.text("age", age.toString()),
                row ->
                        new ScrubProgress(
                                row.longNumber("total"),
                                row.longNumber("verified"),
                                row.longNumber("damaged"),
                                row.longNumber("quarantined"),
                                row.longNumber("unscanned")));
    }
}
