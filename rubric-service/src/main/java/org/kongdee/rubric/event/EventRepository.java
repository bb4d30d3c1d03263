package org.kongdee.rubric.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Reads events off the tables that change: the history of scores, the evidence of units, and
 * milestones. Nothing is written for them, and all replicas see the same. An event is shown once
 * every transaction that began before its own has ended, so that no reader passes one that commits
 * late.
 */
@ApplicationScoped
class EventRepository {

    private static final String EVENTS =
            """
            select cast(xid as text) as xid, kind, unit, ord, criterion, stage, action, code, status, due, at
              from (select changed_xid as xid, 1 as kind, unit, seq as ord, criterion, stage, action,
                           null as code, null as status, cast(null as date) as due, changed_at as at
                      from score_history where cycle = :cycle and changed_xid >= cast(:xid as xid8)
                    union all
                    select changed_xid, 2, unit, 0, null, null, null, null, null, null, changed_at
                      from unit_evidence where cycle = :cycle and changed_xid >= cast(:xid as xid8)
                    union all
                    select changed_xid, 3, unit, changed_seq, criterion, null, null, code, status, due, changed_at
                      from milestone where cycle = :cycle and changed_xid >= cast(:xid as xid8)) e
             where xid < pg_snapshot_xmin(pg_current_snapshot())
               and (xid, kind, unit, ord) > (cast(:xid as xid8), :kind, :afterUnit, :ord)
               and (cast(:unit as text) is null or unit = :unit)
             order by xid, kind, unit, ord limit :most
            """;

    private final Jdbi jdbi;

    EventRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An event, and where a reader stands after it. */
    record Placed(EventPosition position, Type type, CycleEvent event) {}

    /** What changed; the name of the event. */
    enum Type {
        SCORE,
        EVIDENCE,
        MILESTONE
    }

    /** Where a reader begins who wants what comes from now on. */
    EventPosition now() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
                                .mapTo(String.class)
                                .map(xid -> EventPosition.before(Long.parseUnsignedLong(xid)))
                                .one());
    }

    /** What happened after a position, in order; only to {@code unit}, if it is given. */
    List<Placed> after(String cycle, EventPosition position, @Nullable String unit, int most) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(EVENTS)
                                .bind("cycle", cycle)
                                .bind("xid", Long.toUnsignedString(position.transaction()))
                                .bind("kind", position.kind())
                                .bind("afterUnit", position.unit())
                                .bind("ord", position.sequence())
                                .bind("unit", unit)
                                .bind("most", most)
                                .map((row, _) -> placed(row))
                                .list());
    }

    private static Placed placed(ResultSet row) throws SQLException {
        int kind = row.getInt("kind");
        String unit = row.getString("unit");
        return new Placed(
                new EventPosition(
                        Long.parseUnsignedLong(row.getString("xid")),
                        kind,
                        unit,
                        row.getLong("ord")),
                Type.values()[kind - 1],
                new CycleEvent(
                        unit,
                        row.getString("criterion"),
                        row.getString("stage"),
                        row.getString("action"),
                        row.getString("code"),
                        row.getString("status"),
                        row.getObject("due", LocalDate.class),
                        row.getTimestamp("at").toInstant()));
    }
}
