package org.kongdee.rubric.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.sql.Lease;
import org.kongdee.web.sql.Sql;

/**
 * The tables {@code evidence_feed}, {@code evidence_due} and {@code evidence_closed}. Leases run in
 * the database's time, which all replicas share; so nothing of it is held in memory, and all of it
 * is SQL.
 */
@ApplicationScoped
class FeedRepository {

    private final Sql sql;

    FeedRepository(Sql sql) {
        this.sql = sql;
    }

    /** How far the feed was followed; null for not at all. */
    record Position(@Nullable String cursor) {}

    /** A unit of a cycle. */
    record Unit(String cycle, String unit) {}

    /** Has all units of a cycle read: what the feed told of them before has been passed over. */
    void readAll(String cycle) {
        sql.update(
                """
                insert into evidence_due (cycle, unit)
                select cycle, unit from assessment where cycle = :cycle
                on conflict on constraint pk_evidence_due do nothing
                """,
                all -> all.text("cycle", cycle));
    }

    /** Remembers what is known of a cycle that closes. */
    void close(String cycle) {
        sql.update(
                """
                insert into evidence_closed (cycle, facts_as_of)
                select :cycle, facts_as_of from evidence_feed
                on conflict on constraint pk_evidence_closed do update set facts_as_of = excluded.facts_as_of
                """,
                closed -> closed.text("cycle", cycle));
    }

    /** Takes or renews the lease; empty if somebody else has it. */
    Optional<Position> lease(Lease lease) {
        return sql.row(
                """
                update evidence_feed set holder = :holder, lease_until = now() + :lease * interval '1 second'
                 where holder = :holder or lease_until is null or lease_until < now()
                returning cursor
                """,
                leased -> leased.lease(lease),
                row -> new Position(row.textOrNull("cursor")));
    }

    /**
     * Renews the lease if it is still held, and nobody else gets it until the transaction ends:
     * what a replica read before it lost its lease is never written over what its successor read.
     */
    boolean holds(Lease lease) {
        return sql.update(
                        """
                        update evidence_feed set lease_until = now() + :lease * interval '1 second'
                         where holder = :holder
                        """,
                        held -> held.lease(lease))
                == 1;
    }

    /** Notes that units of open cycles are to be read; others are none of our business. */
    void touch(Collection<Unit> units) {
        sql.update(
                """
                insert into evidence_due (cycle, unit, facts_as_of)
                select a.cycle, a.unit, f.facts_as_of
                  from unnest(:cycles, :units) as t (cycle, unit)
                  join cycle c on c.cycle = t.cycle and c.status = 'OPEN'
                  join assessment a on a.cycle = t.cycle and a.unit = t.unit
                 cross join evidence_feed f
                 order by a.cycle, a.unit
                on conflict on constraint pk_evidence_due do update
                   set next_try_at = least(evidence_due.next_try_at, excluded.next_try_at)
                """,
                touched ->
                        touched.texts("cycles", units, Unit::cycle)
                                .texts("units", units, Unit::unit));
    }

    /**
     * Goes on to a cursor.
     *
     * @param factsAsOf since when nothing further had been told; null if there is more to read
     */
    void advance(String cursor, @Nullable Instant factsAsOf) {
        sql.update(
                """
                update evidence_feed
                   set cursor = :cursor, facts_as_of = coalesce(:factsAsOf, facts_as_of), failure = null
                """,
                read -> read.text("cursor", cursor).instant("factsAsOf", factsAsOf));
    }

    /** Units to be read now, those that waited longest first. */
    List<Unit> due(int most) {
        return sql.rows(
                """
                select d.cycle, d.unit from evidence_due d join cycle c on c.cycle = d.cycle
                 where c.status = 'OPEN' and d.next_try_at <= now()
                 order by d.next_try_at, d.cycle, d.unit limit :most
                """,
                due -> due.number("most", most),
                row -> new Unit(row.text("cycle"), row.text("unit")));
    }

    void done(Unit unit) {
        sql.update(
                "delete from evidence_due where cycle = :cycle and unit = :unit",
                done -> done.text("cycle", unit.cycle()).text("unit", unit.unit()));
    }

    /** A unit that can't be read, or kept, holds nobody up; it is tried again later and later. */
    void putOff(Unit unit, String failure) {
        sql.update(
                """
                update evidence_due
                   set attempts = attempts + 1, failure = :failure,
                       next_try_at = now() + least(2 ^ least(attempts, 12), 3600) * interval '1 second'
                 where cycle = :cycle and unit = :unit
                """,
                later ->
                        later.text("cycle", unit.cycle())
                                .text("unit", unit.unit())
                                .text("failure", failure));
    }

    void failed(Lease lease, String failure) {
        sql.update(
                "update evidence_feed set failure = :failure where holder = :holder",
                failed -> failed.id("holder", lease.holder()).text("failure", failure));
    }

    /** Lets others follow at once. */
    void release(Lease lease) {
        sql.update(
                "update evidence_feed set holder = null, lease_until = null where holder = :holder",
                released -> released.id("holder", lease.holder()));
    }
}
