package org.kongdee.rubric.opening;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kongdee.rubric.opening.OutboxEntry.Taken;
import org.kongdee.web.sql.Sql;

/** The table {@code evidence_outbox}: many are added, and taken, by SQL. */
@ApplicationScoped
class OutboxRepository implements PanacheRepositoryBase<OutboxEntry, Long> {

    private final Sql sql;

    OutboxRepository(Sql sql) {
        this.sql = sql;
    }

    /** What is to be told of the cycle's collection, if it has not been. */
    Optional<OutboxEntry> findLocked(String cycle) {
        return find("cycle = ?1 and unit is null", cycle)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Those of the entries that are still there, by their ids. */
    Map<Long, OutboxEntry> findLocked(List<Taken> taken) {
        return find("id in ?1", taken.stream().map(Taken::id).toList())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .collect(toMap(OutboxEntry::id, entry -> entry));
    }

    /** Units that join: none of them was ever told of. */
    void add(String cycle, Collection<String> units) {
        sql.update(
                "insert into evidence_outbox (cycle, unit) select :cycle, unnest(:units)",
                added -> added.text("cycle", cycle).texts("units", units));
    }

    /**
     * Takes what is due of one cycle, the collection first. Whoever takes it tells it; if the
     * teller dies it is taken again after a minute.
     */
    List<Taken> take(int most) {
        return sql.rows(
                """
                update evidence_outbox o
                   set next_try_at = now() + interval '1 minute', attempts = attempts + 1
                 where id in (select id from evidence_outbox
                               where next_try_at <= now()
                                 and cycle = (select cycle from evidence_outbox where next_try_at <= now()
                                               order by next_try_at limit 1)
                               order by unit nulls first limit :most for update skip locked)
                returning id, cycle, unit, attempts
                """,
                taking -> taking.number("most", most),
                row ->
                        new Taken(
                                row.longNumber("id"),
                                row.text("cycle"),
                                row.textOrNull("unit"),
                                row.number("attempts")));
    }
}
