package org.kongdee.rubric.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.kongdee.rubric.milestone.Milestone.Key;
import org.kongdee.rubric.milestone.MilestoneRepository.Filter;
import org.kongdee.rubric.milestone.MilestoneView.Status;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;

/** The changes of milestones, for those who mirror them. */
@ApplicationScoped
class MilestoneFeed {

    private final Sql sql;

    MilestoneFeed(Sql sql) {
        this.sql = sql;
    }

    /** Changes in the order in which they became visible, and where to go on. */
    record Changes(List<MilestoneView> milestones, ChangeCursor cursor) {}

    private record Change(MilestoneView milestone, ChangeCursor cursor) {}

    /**
     * What changed after the cursor, and was committed before the oldest transaction that still
     * runs began.
     */
    Changes after(String cycle, Filter filter, ChangeCursor after, int size) {
        List<Change> changes =
                sql.rows(
                        """
                        select *, cast(changed_xid as text) as xid
                          from milestone
                         where cycle = :cycle
                           and (:unit is null or unit = :unit)
                           and (:section is null or sections && array[cast(:section as text), 'ALL'])
                           and (:dueFrom is null or due >= :dueFrom)
                           and (:dueTo is null or due <= :dueTo)
                           and (:status is null or status = :status)
                           and changed_xid < pg_snapshot_xmin(pg_current_snapshot())
                           and (changed_xid, changed_seq) > (cast(:xid as xid8), :seq)
                         order by changed_xid, changed_seq limit :size
                        """,
                        wanted ->
                                wanted.text("cycle", cycle)
                                        .text("unit", filter.unit())
                                        .text("section", filter.section())
                                        .date("dueFrom", filter.dueFrom())
                                        .date("dueTo", filter.dueTo())
                                        .constant("status", filter.status())
                                        .text("xid", Long.toUnsignedString(after.transaction()))
                                        .number("seq", after.sequence())
                                        .number("size", size),
                        MilestoneFeed::change);
        return new Changes(
                changes.stream().map(Change::milestone).toList(),
                changes.isEmpty() ? after : changes.getLast().cursor());
    }

    private static Change change(Row row) throws SQLException {
        var key =
                new Key(
                        row.text("cycle"),
                        row.text("unit"),
                        row.text("criterion"),
                        row.text("code"));
        return new Change(
                new MilestoneView(
                        key.text(),
                        key.unit(),
                        key.criterion(),
                        key.code(),
                        row.numberOrNull("round"),
                        row.date("due"),
                        row.texts("sections"),
                        row.constant("status", Status.class),
                        new LocalizedText(row.text("title_en"), row.text("title_th")),
                        row.jsons("missing", LocalizedText.class),
                        row.textOrNull("reason"),
                        row.text("changed_by"),
                        row.textOrNull("changed_by_name"),
                        row.instant("changed_at")),
                new ChangeCursor(
                        Long.parseUnsignedLong(row.text("xid")), row.longNumber("changed_seq")));
    }
}
