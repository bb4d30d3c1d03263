package org.kongdee.rubric.opening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.evidence.EnrolledUnit;
import org.kongdee.web.sql.Json;
import org.kongdee.web.text.LocalizedText;

/** The table {@code evidence_outbox}: what evidence-service has not heard of yet. */
@ApplicationScoped
class EvidenceOutbox {

    private final Jdbi jdbi;
    private final Json json;

    EvidenceOutbox(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * Something that is to be told.
     *
     * @param unit null for the collection itself
     * @param attempts tells whether it was said anew since it was taken
     */
    record Entry(long id, String cycle, @Nullable String unit, int attempts) {}

    /** To be told that the cycle's collection is open, or closed. */
    void add(String cycle) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                """
                                insert into evidence_outbox (cycle) values (?)
                                on conflict on constraint uq_evidence_outbox_subject do update set attempts = 0, next_try_at = now()
                                """,
                                cycle));
    }

    /** To be told that units take part. */
    void add(String cycle, Collection<String> units) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        insert into evidence_outbox (cycle, unit) select :cycle, unnest(:units)
                                        on conflict on constraint uq_evidence_outbox_subject do update set attempts = 0, next_try_at = now()
                                        """)
                                .bind("cycle", cycle)
                                .bindArray("units", String.class, units.toArray())
                                .execute());
    }

    /**
     * Takes what is due of one cycle, the collection first. Whoever takes it tells it; if the
     * teller dies it is taken again after a minute.
     */
    List<Entry> take(int most) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        update evidence_outbox o
                                           set next_try_at = now() + interval '1 minute', attempts = attempts + 1
                                         where id in (select id from evidence_outbox
                                                       where next_try_at <= now()
                                                         and cycle = (select cycle from evidence_outbox where next_try_at <= now()
                                                                       order by next_try_at limit 1)
                                                       order by unit nulls first limit :most for update skip locked)
                                        returning id, cycle, unit, attempts
                                        """)
                                .bind("most", most)
                                .map(
                                        (row, _) ->
                                                new Entry(
                                                        row.getLong("id"),
                                                        row.getString("cycle"),
                                                        row.getString("unit"),
                                                        row.getInt("attempts")))
                                .list());
    }

    /**
     * Removes what was told, unless it was said anew meanwhile, and outdates what shows that it had
     * not been.
     */
    void told(String cycle, List<Entry> entries) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        with told as (
                                            delete from evidence_outbox o using unnest(:ids, :attempts) as w (id, attempts)
                                             where o.id = w.id and o.attempts = w.attempts
                                            returning o.unit),
                                        units as (
                                            update assessment a set revision = a.revision + 1
                                              from told t where a.cycle = :cycle and a.unit = t.unit)
                                        update cycle c set revision = revision + 1
                                         where c.cycle = :cycle and exists (select from told where unit is null)
                                        """)
                                .bind("cycle", cycle)
                                .bindArray("ids", Long.class, ids(entries))
                                .bindArray(
                                        "attempts",
                                        Integer.class,
                                        entries.stream().map(Entry::attempts).toArray())
                                .execute());
    }

    /** Puts off what could not be told, for longer each time, up to five minutes. */
    void notTold(List<Entry> entries, String failure) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        update evidence_outbox
                                           set failure = :failure,
                                               next_try_at = now() + least(interval '5 minutes', interval '2 seconds' * power(2, least(attempts, 10)))
                                         where id = any(:ids)
                                        """)
                                .bind("failure", failure)
                                .bindArray("ids", Long.class, ids(entries))
                                .execute());
    }

    /** The units of a cycle, in order; only those named, if any are. */
    List<EnrolledUnit> units(String cycle, Collection<String> only) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select a.unit, u.title_en, u.title_th, a.sections
                                          from assessment a join unit u on u.unit = a.unit
                                         where a.cycle = :cycle and (cardinality(cast(:units as text[])) = 0 or a.unit = any(:units))
                                         order by a.unit
                                        """)
                                .bind("cycle", cycle)
                                .bindArray("units", String.class, only.toArray())
                                .map(
                                        (row, _) ->
                                                new EnrolledUnit(
                                                        row.getString("unit"),
                                                        new LocalizedText(
                                                                row.getString("title_en"),
                                                                row.getString("title_th")),
                                                        json.list(
                                                                row.getString("sections"),
                                                                EnrolledUnit.Section.class)))
                                .list());
    }

    /** Has the cycle's collection followed from now on. */
    void follow(String cycle) {
        jdbi.useHandle(
                handle -> handle.execute("insert into evidence_feed (cycle) values (?)", cycle));
    }

    private static Object[] ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toArray();
    }
}
