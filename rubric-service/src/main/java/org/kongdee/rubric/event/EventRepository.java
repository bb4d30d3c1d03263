package org.kongdee.rubric.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.milestone.MilestoneView.Status;
import org.kongdee.rubric.score.HistoryEntry.Action;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

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
                      from score_history where cycle = :cycle and changed_xid >= cast(:xid as xid8) and stage = any(:stages)
                    union all
                    select changed_xid, 2, unit, 0, null, null, null, null, null, null, changed_at
                      from unit_evidence where cycle = :cycle and changed_xid >= cast(:xid as xid8)
                    union all
                    select changed_xid, 3, unit, changed_seq, criterion, null, null, code, status, due, changed_at
                      from milestone where cycle = :cycle and changed_xid >= cast(:xid as xid8)) e
             where xid < pg_snapshot_xmin(pg_current_snapshot())
               and (xid, kind, unit, ord) > (cast(:xid as xid8), :kind, :afterUnit, :ord)
               and (:unit is null or unit = :unit)
             order by xid, kind, unit, ord limit :most
            """;

    private final Sql sql;

    EventRepository(Sql sql) {
        this.sql = sql;
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
        return sql.one(
                "select cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as xid",
                _ -> {},
                row -> EventPosition.before(Long.parseUnsignedLong(row.text("xid"))));
    }

    /**
     * Whose events a reader follows.
     *
     * @param unit null for all
     * @param stages of scores
     */
    record Followed(String cycle, @Nullable String unit, Set<Stage> stages) {}

    /** What happened after a position, in order. */
    List<Placed> after(Followed followed, EventPosition position, int most) {
        return sql.rows(
                EVENTS,
                wanted ->
                        wanted.text("cycle", followed.cycle())
                                .text("xid", Long.toUnsignedString(position.transaction()))
                                .number("kind", position.kind())
                                .text("afterUnit", position.unit())
                                .number("ord", position.sequence())
                                .text("unit", followed.unit())
                                .constants("stages", followed.stages(), stage -> stage)
                                .number("most", most),
                EventRepository::placed);
    }

    private static Placed placed(Row row) throws SQLException {
        int kind = row.number("kind");
        String unit = row.text("unit");
        return new Placed(
                new EventPosition(
                        Long.parseUnsignedLong(row.text("xid")), kind, unit, row.longNumber("ord")),
                Type.values()[kind - 1],
                new CycleEvent(
                        unit,
                        row.textOrNull("criterion"),
                        row.constantOrNull("stage", Stage.class),
                        row.constantOrNull("action", Action.class),
                        row.textOrNull("code"),
                        row.constantOrNull("status", Status.class),
                        row.dateOrNull("due"),
                        row.instant("at")));
    }
}
