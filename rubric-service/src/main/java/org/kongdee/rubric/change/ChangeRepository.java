package org.kongdee.rubric.change;

import jakarta.inject.Singleton;
import java.util.List;
import org.kongdee.rubric.assessment.UnitCursor;
import org.kongdee.rubric.change.ChangesView.Subject;
import org.kongdee.web.sql.Sql;

/**
 * Reads which units were touched in open cycles, off the tables that change. Nothing is written for
 * it, and an idle reader costs a look at the end of an index of each.
 */
@Singleton
class ChangeRepository {

    /** Where the oldest transaction that still runs began. */
    private static final String HORIZON = "pg_snapshot_xmin(pg_current_snapshot())";

    /** The first of each table are enough for the first of all. */
    private static final String TOUCHED =
            """
            select cast(t.xid as text) as xid, t.cycle, t.unit, array_agg(distinct t.subject) as subjects,
                   cast(%s as text) as horizon
              from (%s) t
             group by t.xid, t.cycle, t.unit
             order by t.xid, t.cycle, t.unit limit :most
            """
                    .formatted(
                            HORIZON,
                            String.join(
                                    " union all ",
                                    touched(Subject.MILESTONES, "select * from milestone"),
                                    touched(Subject.NOTICES, "select * from notice"),
                                    touched(
                                            Subject.STANDINGS,
                                            "select * from score_history where stage = 'SELF'"),
                                    touched(Subject.STANDINGS, "select * from unit_evidence"),
                                    touched(Subject.STANDINGS, "select * from unit_plan")));

    /**
     * The open cycles are an array, so that each is looked up in the index of a table, from the
     * cursor on.
     */
    private static String touched(Subject subject, String rows) {
        return """
            (select distinct t.changed_xid as xid, t.cycle, t.unit, '%s' as subject
               from (%s) t
              where t.cycle = any(array(select cycle from cycle where status = 'OPEN'))
                and t.changed_xid < %s
                and (t.changed_xid, t.cycle, t.unit) > (cast(:xid as xid8), :cycle, :unit)
              order by t.changed_xid, t.cycle, t.unit limit :most)
            """
                .formatted(subject, rows, HORIZON);
    }

    private final Sql sql;

    ChangeRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * A unit that a transaction touched, and where to go on from.
     *
     * @param subjects what of it was touched
     * @param end where to go on from if nothing comes after it: what a transaction touched that was
     *     told of is not looked at again
     */
    record Change(UnitCursor cursor, List<Subject> subjects, UnitCursor end) {}

    /**
     * What changed after the cursor, and was committed before the oldest transaction that still
     * runs began: nothing that commits late is passed over.
     */
    List<Change> after(UnitCursor cursor, int most) {
        return sql.rows(
                TOUCHED,
                wanted ->
                        wanted.text("xid", Long.toUnsignedString(cursor.transaction()))
                                .text("cycle", cursor.cycle())
                                .text("unit", cursor.unit())
                                .number("most", most),
                row ->
                        new Change(
                                new UnitCursor(
                                        Long.parseUnsignedLong(row.text("xid")),
                                        row.text("cycle"),
                                        row.text("unit")),
                                row.texts("subjects").stream().map(Subject::valueOf).toList(),
                                UnitCursor.before(Long.parseUnsignedLong(row.text("horizon")))));
    }
}
