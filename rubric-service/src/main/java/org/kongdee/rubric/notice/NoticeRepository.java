package org.kongdee.rubric.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.evidence.CountedItem;
import org.kongdee.rubric.evidence.EvidenceKind;
import org.kongdee.rubric.milestone.ChangeCursor;
import org.kongdee.rubric.notice.NoticeView.Kind;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;

/** The table {@code notice}: a unit's are always set as a whole, so all of it is SQL. */
@ApplicationScoped
class NoticeRepository {

    private final Sql sql;

    NoticeRepository(Sql sql) {
        this.sql = sql;
    }

    /** Changes in the order in which they became visible, and where to go on. */
    record Changes(List<NoticeView> notices, ChangeCursor cursor) {}

    private record Change(NoticeView notice, ChangeCursor cursor) {}

    /** Ends those of a unit that are about anything but these items. */
    void endOthers(String cycle, String unit, List<CountedItem> rejected, Instant at) {
        sql.update(
                """
                update notice n set ended = true, title = null, note = null, changed_at = :at
                 where n.cycle = :cycle and n.unit = :unit and not n.ended
                   and not exists (select from unnest(:items, :versions) as r (item, version)
                                    where r.item = n.item and r.version = n.version)
                """,
                ended ->
                        ended.text("cycle", cycle)
                                .text("unit", unit)
                                .texts("items", rejected, CountedItem::id)
                                .integers("versions", rejected, CountedItem::version)
                                .instant("at", at));
    }

    /** Makes, or makes anew, those about these items, which say when they were reviewed. */
    void tell(String cycle, String unit, List<CountedItem> rejected, Instant at) {
        sql.update(
                """
                insert into notice as n (cycle, unit, item, version, criterion, kind, section, title, note, filed_at, filed_by,
                       filed_by_name, rejected_at, changed_at)
                select :cycle, :unit, r.*, :at
                  from unnest(:items, :versions, :criteria, :kinds, :sections, :titles, :notes, :filedAt, :filedBy,
                              :filedByNames, :rejectedAt)
                       as r (item, version, criterion, kind, section, title, note, filed_at, filed_by, filed_by_name, rejected_at)
                on conflict on constraint pk_notice do update
                   set title = excluded.title, note = excluded.note, filed_by_name = excluded.filed_by_name,
                       rejected_at = excluded.rejected_at, ended = false, changed_at = excluded.changed_at
                 where (n.title, n.note, n.filed_by_name, n.rejected_at, n.ended)
                       is distinct from (excluded.title, excluded.note, excluded.filed_by_name, excluded.rejected_at, false)
                """,
                told ->
                        told.text("cycle", cycle)
                                .text("unit", unit)
                                .texts("items", rejected, CountedItem::id)
                                .integers("versions", rejected, CountedItem::version)
                                .texts("criteria", rejected, CountedItem::slot)
                                .texts("kinds", rejected, CountedItem::kind)
                                .texts("sections", rejected, CountedItem::section)
                                .texts("titles", rejected, CountedItem::title)
                                .texts("notes", rejected, CountedItem::note)
                                .instants("filedAt", rejected, CountedItem::filedAt)
                                .texts("filedBy", rejected, CountedItem::filedBy)
                                .texts("filedByNames", rejected, CountedItem::filedByName)
                                .instants("rejectedAt", rejected, CountedItem::reviewedAt)
                                .instant("at", at));
    }

    /**
     * What changed after the cursor, and was committed before the oldest transaction that still
     * runs began.
     */
    Changes after(String cycle, Rubric rubric, ChangeCursor after, int size) {
        List<Change> changes =
                sql.rows(
                        """
                        select n.*, cast(n.changed_xid as text) as xid from notice n
                         where n.cycle = :cycle
                           and n.changed_xid < pg_snapshot_xmin(pg_current_snapshot())
                           and (n.changed_xid, n.changed_seq) > (cast(:xid as xid8), :seq)
                         order by n.changed_xid, n.changed_seq limit :size
                        """,
                        wanted ->
                                wanted.text("cycle", cycle)
                                        .text("xid", Long.toUnsignedString(after.transaction()))
                                        .number("seq", after.sequence())
                                        .number("size", size),
                        row ->
                                new Change(
                                        notice(row, rubric),
                                        new ChangeCursor(
                                                Long.parseUnsignedLong(row.text("xid")),
                                                row.longNumber("changed_seq"))));
        return new Changes(
                changes.stream().map(Change::notice).toList(),
                changes.isEmpty() ? after : changes.getLast().cursor());
    }

    private static NoticeView notice(Row row, Rubric rubric) throws SQLException {
        String item = row.text("item");
        int version = row.number("version");
        String criterion = row.text("criterion");
        String title = row.textOrNull("title");
        return new NoticeView(
                item + ":" + version,
                row.text("unit"),
                Kind.EVIDENCE_REJECTED,
                item,
                version,
                title == null ? criterion : title,
                criterion,
                title(rubric, criterion),
                EvidenceKind.of(rubric, row.text("kind")),
                row.textOrNull("section"),
                row.text("filed_by"),
                row.textOrNull("filed_by_name"),
                row.instant("filed_at"),
                row.textOrNull("note"),
                row.instant("rejected_at"),
                row.flag("ended"),
                row.instant("changed_at"));
    }

    /** By its code if the rubric has no such criterion. */
    private static LocalizedText title(Rubric rubric, String code) {
        return rubric.criteria().stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst()
                .map(criterion -> criterion.title().filled())
                .orElse(new LocalizedText(code, code));
    }
}
