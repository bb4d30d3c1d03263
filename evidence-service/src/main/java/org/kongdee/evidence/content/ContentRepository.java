package org.kongdee.evidence.content;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.web.sql.PlainSql;

/**
 * The rows about stored bytes and about who holds them. Times are the database's: it is the one
 * clock of all replicas.
 */
@Singleton
class ContentRepository {

    private final Jdbi jdbi;
    private final PlainSql sql;

    ContentRepository(Jdbi jdbi, PlainSql sql) {
        this.jdbi = jdbi;
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
        return sql.rows(
                        // Losing a hold in a power cut only makes the upload fail, and the item's
                        // own commit waits for the disk.
                        """
                        with bytes as (
                            insert into content (sha256, size, status, busy_until, verified_at)
                            values (?, ?, ?, now(), now())
                            on conflict (sha256) do update set size = excluded.size
                            returning sha256, status),
                        hold as (
                            insert into content_hold (upload, sha256, until)
                            select ?, sha256, now() + cast(? as interval) from bytes
                            on conflict (upload, sha256) do update set until = excluded.until)
                        select status, set_config('synchronous_commit', 'off', true) from bytes
                        """,
                        bytes ->
                                bytes.text(sha256.hex())
                                        .number(size)
                                        .text(first.name())
                                        .id(upload)
                                        .text(time.toString()),
                        row -> ContentStatus.valueOf(row.getString("status")))
                .getFirst();
    }

    /** Ends an upload's holds; how many there still were. */
    int release(UUID upload) {
        return sql.update("delete from content_hold where upload = ?", hold -> hold.id(upload));
    }

    /** Damaged bytes that have just been stored anew; whether they still counted as damaged. */
    boolean healed(Sha256 sha256, ContentStatus first) {
        return jdbi.withHandle(
                handle ->
                        handle.createUpdate(
                                                """
                                                update content set status = :first, verdict = null, busy_until = now(), verified_at = now()
                                                 where sha256 = :sha256 and status = 'DAMAGED'
                                                """)
                                        .bind("sha256", sha256.hex())
                                        .bind("first", first.name())
                                        .execute()
                                == 1);
    }

    /** Bytes that nobody seems to need. */
    List<Sha256> orphans(int limit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select sha256 from content c
                                         where not exists (select from file f where f.sha256 = c.sha256)
                                           and not exists (select from content_hold h where h.sha256 = c.sha256 and h.until > now())
                                         limit :limit
                                        """)
                                .bind("limit", limit)
                                .mapTo(String.class)
                                .map(Sha256::new)
                                .list());
    }

    /**
     * Locks the row: from now to the end of the transaction no upload can take hold of the bytes.
     */
    boolean lock(Sha256 sha256) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select 1 from content where sha256 = :sha256 for update")
                                .bind("sha256", sha256.hex())
                                .mapTo(Integer.class)
                                .findOne()
                                .isPresent());
    }

    /**
     * Whether a file or an upload needs the bytes; asked after {@link #lock}, so that the answer
     * stays true.
     */
    boolean isNeeded(Sha256 sha256) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select exists (select from file where sha256 = :sha256)
                                            or exists (select from content_hold where sha256 = :sha256 and until > now())
                                        """)
                                .bind("sha256", sha256.hex())
                                .mapTo(Boolean.class)
                                .one());
    }

    void delete(Sha256 sha256) {
        jdbi.useHandle(
                handle -> {
                    handle.createUpdate("delete from content_hold where sha256 = :sha256")
                            .bind("sha256", sha256.hex())
                            .execute();
                    handle.createUpdate("delete from content where sha256 = :sha256")
                            .bind("sha256", sha256.hex())
                            .execute();
                });
    }

    /**
     * Gives rows to stored bytes that have none, so that they count as orphans; how many there
     * were.
     */
    int adopt(Collection<Sha256> stored) {
        return jdbi.withHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        insert into content (sha256, size, status, busy_until, verified_at)
                                        select unnest(string_to_array(:stored, ',')), 0, 'CLEAN', now(), now()
                                        on conflict do nothing
                                        """)
                                .bind(
                                        "stored",
                                        String.join(",", stored.stream().map(Sha256::hex).toList()))
                                .execute());
    }

    /** Takes the next bytes to scan; nobody else does within {@code lease}. */
    Optional<Claimed> claimForScan(Duration lease) {
        return jdbi.withHandle(
                handle ->
                        claim(
                                handle,
                                """
                                update content set busy_until = now() + cast(:lease as interval)
                                 where sha256 = (select sha256 from content where status = 'SCANNING' and busy_until <= now()
                                                  order by busy_until limit 1 for update skip locked)
                                returning sha256, size
                                """,
                                lease));
    }

    /**
     * Takes the bytes that have not been verified for longest, if that is longer than {@code age};
     * alone, for {@code lease}.
     */
    Optional<Claimed> claimForScrub(Duration age, Duration lease) {
        return jdbi.withHandle(
                handle ->
                        claim(
                                handle,
                                """
                                update content set busy_until = now() + cast(:lease as interval)
                                 where sha256 = (select sha256 from content c
                                                  where verified_at < now() - cast('%s' as interval) and busy_until <= now()
                                                    and status = 'CLEAN'
                                                    and exists (select from file f where f.sha256 = c.sha256)
                                                  order by verified_at limit 1 for update skip locked)
                                returning sha256, size
                                """
                                        .formatted(age),
                                lease));
    }

    private static Optional<Claimed> claim(Handle handle, String sql, Duration time) {
        return handle.createQuery(sql)
                .bind("lease", time.toString())
                .map(
                        (row, context) ->
                                new Claimed(
                                        new Sha256(row.getString("sha256")), row.getLong("size")))
                .findOne();
    }

    /** The bytes are whole. */
    void verified(Sha256 sha256) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        "update content set verified_at = now(), busy_until = now() where sha256 = :sha256")
                                .bind("sha256", sha256.hex())
                                .execute());
    }

    /** Gives a state to bytes; whether it is a new one. */
    boolean mark(Sha256 sha256, ContentStatus from, ContentStatus to, String verdict) {
        return jdbi.withHandle(
                handle ->
                        handle.createUpdate(
                                                """
                                                update content set status = :to, verdict = nullif(:verdict, '')
                                                 where sha256 = :sha256 and status = :from
                                                """)
                                        .bind("sha256", sha256.hex())
                                        .bind("from", from.name())
                                        .bind("to", to.name())
                                        .bind("verdict", verdict)
                                        .execute()
                                == 1);
    }

    /** How far the scrub has come. */
    ScrubProgress progress(Duration age) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select count(*) as total,
                                               count(*) filter (where verified_at >= now() - cast(:age as interval)) as verified,
                                               count(*) filter (where status = 'DAMAGED') as damaged,
                                               count(*) filter (where status = 'SCANNING') as scanning,
                                               count(*) filter (where status = 'QUARANTINED') as quarantined
                                          from content
                                        """)
                                .bind("age", age.toString())
                                .map(
                                        (row, context) ->
                                                new ScrubProgress(
                                                        row.getLong("total"),
                                                        row.getLong("verified"),
                                                        row.getLong("damaged"),
                                                        row.getLong("scanning"),
                                                        row.getLong("quarantined")))
                                .one());
    }
}
