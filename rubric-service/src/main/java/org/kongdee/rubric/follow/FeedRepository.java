package org.kongdee.rubric.follow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code evidence_feed}. Leases run in the database's time, which all replicas share. */
@ApplicationScoped
class FeedRepository {

    private final Jdbi jdbi;

    FeedRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How far a feed was followed; null for not at all. */
    record Position(@Nullable String cursor) {}

    /** The open cycles that nobody else follows. */
    List<String> free(String holder) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select f.cycle from evidence_feed f join cycle c on c.cycle = f.cycle
                                         where c.status = 'OPEN' and (f.holder = :holder or f.lease_until is null or f.lease_until < now())
                                         order by f.cycle
                                        """)
                                .bind("holder", holder)
                                .mapTo(String.class)
                                .list());
    }

    /** Takes or renews the lease; empty if somebody else has it. */
    Optional<Position> lease(String cycle, String holder, Duration lease) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        update evidence_feed set holder = :holder, lease_until = now() + make_interval(secs => :seconds)
                                         where cycle = :cycle and (holder = :holder or lease_until is null or lease_until < now())
                                        returning cursor
                                        """)
                                .bind("cycle", cycle)
                                .bind("holder", holder)
                                .bind("seconds", (double) lease.toSeconds())
                                .map((row, _) -> new Position(row.getString("cursor")))
                                .findOne());
    }

    /**
     * Whether the lease is still held, and stays so until the transaction ends: what a replica read
     * before it lost its lease is never written over what its successor read.
     */
    boolean holds(String cycle, String holder) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select 1 from evidence_feed where cycle = ? and holder = ? for no key update")
                                .bind(0, cycle)
                                .bind(1, holder)
                                .mapTo(Integer.class)
                                .findOne()
                                .isPresent());
    }

    /**
     * Goes on to a cursor.
     *
     * @param factsAsOf since when nothing further had changed; null if there is more to read
     */
    void advance(String cycle, String holder, String cursor, @Nullable Instant factsAsOf) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        update evidence_feed
                                           set cursor = :cursor, facts_as_of = coalesce(:factsAsOf, facts_as_of), failure = null
                                         where cycle = :cycle and holder = :holder
                                        """)
                                .bind("cycle", cycle)
                                .bind("holder", holder)
                                .bind("cursor", cursor)
                                .bind("factsAsOf", factsAsOf)
                                .execute());
    }

    void failed(String cycle, String holder, String failure) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "update evidence_feed set failure = ? where cycle = ? and holder = ?",
                                failure,
                                cycle,
                                holder));
    }

    /** Lets others follow at once. */
    void release(String holder) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "update evidence_feed set holder = null, lease_until = null where holder = ?",
                                holder));
    }
}
