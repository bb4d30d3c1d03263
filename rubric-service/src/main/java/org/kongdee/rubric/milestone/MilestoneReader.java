package org.kongdee.rubric.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.DocumentText;
import org.kongdee.rubric.document.PlanEntry;
import org.kongdee.rubric.document.PlanMilestone.Each;
import org.kongdee.rubric.milestone.Milestone.Key;
import org.kongdee.rubric.milestone.MilestoneView.Settled;
import org.kongdee.rubric.milestone.MilestoneView.Status;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.rubric.unit.Section;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.sql.Parameters;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;

/**
 * Reads milestones as they are shown: with the titles of sections, which the assessment has, and
 * with title and example of the criterion, which the rubric has.
 */
@ApplicationScoped
class MilestoneReader {

    private static final String SHOWN =
            """
            select m.*, cast(m.changed_xid as text) as xid, a.sections as unit_sections, c.rubric, c.version""";

    private static final String FROM =
            """

              from milestone m
              join assessment a on a.cycle = m.cycle and a.unit = m.unit
              join cycle c on c.cycle = m.cycle
             where m.cycle = :cycle
               and (:unit is null or m.unit = :unit)
               and (:section is null or m.sections && array[cast(:section as text), 'ALL'])
               and (:dueFrom is null or m.due >= :dueFrom)
               and (:dueTo is null or m.due <= :dueTo)
               and (:status is null or m.status = :status)
            """;

    private static final String ORDER = " order by m.due, m.unit, m.position, m.section";

    private final Sql sql;
    private final Rubrics rubrics;

    MilestoneReader(Sql sql, Rubrics rubrics) {
        this.sql = sql;
        this.rubrics = rubrics;
    }

    /** Which milestones are asked for; null for any. */
    record Filter(
            @Nullable String unit,
            @Nullable String section,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable Status status) {

        static Filter of(String unit) {
            return new Filter(unit, null, null, null, null);
        }
    }

    /** Changes in the order in which they became visible, and where to go on. */
    record Changes(List<MilestoneView> milestones, ChangeCursor cursor) {}

    private record Change(MilestoneView milestone, ChangeCursor cursor) {}

    /** By due date, then unit. */
    Page<MilestoneView> page(String cycle, Filter filter, Paging paging) {
        List<MilestoneView> items =
                sql.rows(
                        SHOWN + FROM + ORDER + " offset :offset limit :size",
                        wanted ->
                                wanted(wanted, cycle, filter)
                                        .number("offset", paging.offset())
                                        .number("size", paging.size()),
                        this::view);
        long total =
                sql.one(
                        "select count(*) as total" + FROM,
                        wanted -> wanted(wanted, cycle, filter),
                        row -> row.longNumber("total"));
        return Page.of(items, paging, total);
    }

    List<MilestoneView> all(String cycle, Filter filter) {
        return sql.rows(SHOWN + FROM + ORDER, wanted -> wanted(wanted, cycle, filter), this::view);
    }

    void each(String cycle, Filter filter, Consumer<MilestoneView> sink) {
        sql.each(SHOWN + FROM + ORDER, wanted -> wanted(wanted, cycle, filter), this::view, sink);
    }

    Optional<MilestoneView> find(Key key) {
        return sql.row(
                SHOWN
                        + """

                          from milestone m
                          join assessment a on a.cycle = m.cycle and a.unit = m.unit
                          join cycle c on c.cycle = m.cycle
                         where m.cycle = :cycle and m.unit = :unit and m.criterion = :criterion and m.code = :code
                           and m.section = :section
                        """,
                wanted ->
                        wanted.text("cycle", key.cycle())
                                .text("unit", key.unit())
                                .text("criterion", key.criterion())
                                .text("code", key.code())
                                .text("section", key.section()),
                this::view);
    }

    /** The sections that owe a milestone each by itself; "" stands for one that is owed jointly. */
    List<String> owing(String cycle, String unit, String criterion, String code) {
        return sql.rows(
                """
                select section from milestone
                 where cycle = :cycle and unit = :unit and criterion = :criterion and code = :code
                 order by status = 'CANCELLED', section
                """,
                wanted ->
                        wanted.text("cycle", cycle)
                                .text("unit", unit)
                                .text("criterion", criterion)
                                .text("code", code),
                row -> row.text("section"));
    }

    /**
     * What changed after the cursor, and was committed before the oldest transaction that still
     * runs began.
     */
    Changes after(String cycle, Filter filter, ChangeCursor after, int size) {
        List<Change> changes =
                sql.rows(
                        SHOWN
                                + FROM
                                + """
                                   and m.changed_xid < pg_snapshot_xmin(pg_current_snapshot())
                                   and (m.changed_xid, m.changed_seq) > (cast(:xid as xid8), :seq)
                                 order by m.changed_xid, m.changed_seq limit :size
                                """,
                        wanted ->
                                wanted(wanted, cycle, filter)
                                        .text("xid", Long.toUnsignedString(after.transaction()))
                                        .number("seq", after.sequence())
                                        .number("size", size),
                        row ->
                                new Change(
                                        view(row),
                                        new ChangeCursor(
                                                Long.parseUnsignedLong(row.text("xid")),
                                                row.longNumber("changed_seq"))));
        return new Changes(
                changes.stream().map(Change::milestone).toList(),
                changes.isEmpty() ? after : changes.getLast().cursor());
    }

    private static Parameters wanted(Parameters wanted, String cycle, Filter filter)
            throws SQLException {
        return wanted.text("cycle", cycle)
                .text("unit", filter.unit())
                .text("section", filter.section())
                .date("dueFrom", filter.dueFrom())
                .date("dueTo", filter.dueTo())
                .constant("status", filter.status());
    }

    private MilestoneView view(Row row) throws SQLException {
        var key =
                new Key(
                        row.text("cycle"),
                        row.text("unit"),
                        row.text("criterion"),
                        row.text("code"),
                        row.text("section"));
        List<String> owners = row.texts("sections");
        Optional<Criterion> criterion =
                criterion(row.text("rubric"), row.text("version"), key.criterion());
        var title = new LocalizedText(row.text("title_en"), row.text("title_th"));
        return new MilestoneView(
                key.text(),
                key.unit(),
                key.criterion(),
                key.code(),
                row.numberOrNull("round"),
                row.date("due"),
                owners,
                titles(owners, row.jsons("unit_sections", Section.class)),
                key.section().isEmpty() ? null : Each.SECTION,
                key.section().isEmpty() ? null : key.section(),
                row.texts("persons"),
                row.constant("status", Status.class),
                title,
                criterion.map(found -> found.title().filled()).orElse(title),
                criterion.map(Criterion::label).orElse(null),
                row.jsons("missing", LocalizedText.class),
                criterion.flatMap(MilestoneReader::example).orElse(null),
                row.texts("open"),
                row.textOrNull("reason"),
                settled(row),
                row.text("changed_by"),
                row.textOrNull("changed_by_name"),
                row.instant("changed_at"),
                ETags.of(row.longNumber("revision")));
    }

    private static @Nullable Settled settled(Row row) throws SQLException {
        return row.textOrNull("said") == null
                ? null
                : new Settled(
                        row.text("said_by"),
                        row.textOrNull("said_by_name"),
                        row.instant("said_at"),
                        row.text("answer"));
    }

    private static List<Section> titles(List<String> owners, List<Section> sections) {
        boolean all = owners.contains(PlanEntry.EVERYONE);
        return sections.stream().filter(section -> all || owners.contains(section.code())).toList();
    }

    private static Optional<LocalizedText> example(Criterion criterion) {
        return criterion.examples().stream().findFirst().map(DocumentText::filled);
    }

    private Optional<Criterion> criterion(String rubric, String version, String code) {
        Scorer scorer = rubrics.scorer(rubric, version);
        return scorer.indexOf(code).stream().mapToObj(scorer.criteria()::get).findFirst();
    }
}
