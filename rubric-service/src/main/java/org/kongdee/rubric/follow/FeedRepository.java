package org.kongdee.rubric.follow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.sql.Sql;

/**
 * The table {@code evidence_feed}. Leases run in the database's time, which all replicas share; so
 * nothing of it is held in memory, and all of it is SQL.
 */
@ApplicationScoped
public class FeedRepository {

    private final Sql sql;

    FeedRepository(Sql sql) {
        this.sql = sql;
    }

    /** How far a feed was followed; null for not at all. */
    record Position(@Nullable String cursor) {}

    /** Has the cycle's collection followed from now on. */
    public void follow(String cycle) {
        sql.update(
                "insert into evidence_feed (cycle) values (:cycle)",
                followed -> followed.text("cycle", cycle));
    }

    /** The open cycles that nobody else follows. */
    List<String> free(String holder) {
        return sql.rows(
                """
                select f.cycle from evidence_feed f join cycle c on c.cycle = f.cycle
                 where c.status = 'OPEN' and (f.holder = :holder or f.lease_until is null or f.lease_until < now())
                 order by f.cycle
                """,
                wanted -> wanted.text("holder", holder),
                row -> row.text("cycle"));
    }

    /** Takes or renews the lease; empty if somebody else has it. */
    Optional<Position> lease(String cycle, String holder, Duration lease) {
        return sql.row(
                """
                update evidence_feed set holder = :holder, lease_until = now() + :seconds * interval '1 second'
                 where cycle = :cycle and (holder = :holder or lease_until is null or lease_until < now())
                returning cursor
                """,
                leased ->
                        leased.text("cycle", cycle)
                                .text("holder", holder)
                                .number("seconds", lease.toSeconds()),
                row -> new Position(row.textOrNull("cursor")));
    }

    /**
     * Whether the lease is still held, and stays so until the transaction ends: what a replica read
     * before it lost its lease is never written over what its successor read.
     */
    boolean holds(String cycle, String holder) {
        return sql.row(
                        "select cycle from evidence_feed where cycle = :cycle and holder = :holder for no key update",
                        held -> held.text("cycle", cycle).text("holder", holder),
                        row -> row.text("cycle"))
                .isPresent();
    }

    /**
     * Goes on to a cursor.
     *
     * @param factsAsOf since when nothing further had changed; null if there is more to read
     */
    void advance(String cycle, String holder, String cursor, @Nullable Instant factsAsOf) {
        sql.update(
                """
                update evidence_feed
                   set cursor = :cursor, facts_as_of = coalesce(:factsAsOf, facts_as_of), failure = null
                 where cycle = :cycle and holder = :holder
                """,
                read ->
                        read.text("cycle", cycle)
                                .text("holder", holder)
                                .text("cursor", cursor)
                                .instant("factsAsOf", factsAsOf));
    }

    void failed(String cycle, String holder, String failure) {
        sql.update(
                "update evidence_feed set failure = :failure where cycle = :cycle and holder = :holder",
                failed ->
                        failed.text("cycle", cycle)
                                .text("holder", holder)
                                .text("failure", failure));
    }

    /** Lets others follow at once. */
    void release(String holder) {
        sql.update(
                "update evidence_feed set holder = null, lease_until = null where holder = :holder",
                released -> released.text("holder", holder));
    }
}
