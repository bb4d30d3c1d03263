package org.kongdee.rubric.change;

import jakarta.inject.Singleton;
import java.util.List;
import org.kongdee.rubric.milestone.ChangeCursor;
import org.kongdee.web.sql.Sql;

/** Reads what changed in open cycles, in the order in which it became visible. */
@Singleton
class ChangeRepository {

    private final Sql sql;

    ChangeRepository(Sql sql) {
        this.sql = sql;
    }

    /** A change, and where to go on from. */
    record Change(String cycle, String unit, ChangeCursor cursor) {}

    /**
     * What changed after the cursor, and was committed before the oldest transaction that still
     * runs began: nothing that commits late is passed over.
     */
    List<Change> after(ChangeCursor cursor, int most) {
        return sql.rows(
                """
                select m.cycle, m.unit, cast(m.changed_xid as text) as xid, m.changed_seq
                  from milestone m join cycle c on c.cycle = m.cycle
                 where c.status = 'OPEN'
                   and m.changed_xid < pg_snapshot_xmin(pg_current_snapshot())
                   and (m.changed_xid, m.changed_seq) > (cast(:xid as xid8), :seq)
                 order by m.changed_xid, m.changed_seq limit :most
                """,
                wanted ->
                        wanted.text("xid", Long.toUnsignedString(cursor.transaction()))
                                .number("seq", cursor.sequence())
                                .number("most", most),
                row ->
                        new Change(
                                row.text("cycle"),
                                row.text("unit"),
                                new ChangeCursor(
                                        Long.parseUnsignedLong(row.text("xid")),
                                        row.longNumber("changed_seq"))));
    }
}
