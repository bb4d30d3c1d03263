package org.kongdee.rubric.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.AssessmentView.StageSummary;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.cycle.EvidenceState;
import org.kongdee.rubric.unit.Section;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.sql.Parameters;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/** The table {@code stage_total}, and assessments with their totals. */
@ApplicationScoped
public class TotalsRepository {

    private static final String SELECT =
            """
            select a.cycle, a.unit, a.unit_group, a.sections, a.revision, a.enrolled_at, a.evidence, c.status,
                   s.points as self_points, s.percent as self_percent, s.rating as self_rating,
                   s.complete as self_complete, s.scored as self_scored,
                   k.points as committee_points, k.percent as committee_percent, k.rating as committee_rating,
                   k.complete as committee_complete, k.scored as committee_scored
              from assessment a
              join cycle c on c.cycle = a.cycle
              join stage_total s on s.cycle = a.cycle and s.unit = a.unit and s.stage = 'SELF'
              join stage_total k on k.cycle = a.cycle and k.unit = a.unit and k.stage = 'COMMITTEE'
             where a.cycle = :cycle and (:unit is null or a.unit = :unit) and (:group is null or a.unit_group = :group)
             order by a.unit
            """;

    private final Sql sql;

    TotalsRepository(Sql sql) {
        this.sql = sql;
    }

    Optional<AssessmentView> find(String cycle, String unit) {
        return sql.row(
                SELECT,
                wanted -> place(wanted, cycle, unit).text("group", null),
                TotalsRepository::assessment);
    }

    /**
     * @param only the one unit the caller may see; null for all
     * @param group null for all
     */
    Page<AssessmentView> page(
            String cycle, @Nullable String only, @Nullable String group, Paging paging) {
        List<AssessmentView> items =
                sql.rows(
                        SELECT + " offset :offset limit :size",
                        wanted ->
                                place(wanted, cycle, only)
                                        .text("group", group)
                                        .number("offset", paging.offset())
                                        .number("size", paging.size()),
                        TotalsRepository::assessment);
        long total =
                sql.one(
                        """
                        select count(*) as total from assessment
                         where cycle = :cycle and (:unit is null or unit = :unit)
                           and (:group is null or unit_group = :group)
                        """,
                        wanted -> place(wanted, cycle, only).text("group", group),
                        row -> row.longNumber("total"));
        return Page.of(items, paging, total);
    }

    void each(
            String cycle,
            @Nullable String only,
            @Nullable String group,
            Consumer<AssessmentView> sink) {
        sql.each(
                SELECT,
                wanted -> place(wanted, cycle, only).text("group", group),
                TotalsRepository::assessment,
                sink);
    }

    /** Nothing is scored yet in either stage of these units. */
    void begin(String cycle, Collection<String> units, int criteria, Totals empty) {
        sql.update(
                """
                insert into stage_total (cycle, unit, stage, leaves, points, max, percent, exact, percent_key, rating, complete, scored,
                       top_nodes, revision)
                select :cycle, unit, stage, array_fill(null::text, array[:criteria]), :points, :max, :percent, :exact, :percentKey, :rating,
                       :complete, :scored, cast(:topNodes as jsonb), 1
                  from unnest(:units) as u (unit) cross join unnest(array['SELF', 'COMMITTEE']) as s (stage)
                """,
                begun -> totals(begun.text("cycle", cycle).texts("units", units), criteria, empty));
    }

    /**
     * Makes the totals of units that were enrolled during preparation fit the rubric that the cycle
     * opens with, or the group that they are in now.
     *
     * @param unit null for all of the group
     */
    void reset(
            String cycle,
            @Nullable String unit,
            @Nullable String group,
            int criteria,
            Totals empty) {
        sql.update(
                """
                update stage_total
                   set leaves = array_fill(null::text, array[:criteria]), points = :points, max = :max, percent = :percent, exact = :exact,
                       percent_key = :percentKey, rating = :rating, complete = :complete, scored = :scored,
                       top_nodes = cast(:topNodes as jsonb), revision = revision + 1
                 where cycle = :cycle and (:unit is null or unit = :unit)
                   and unit in (select a.unit from assessment a
                                 where a.cycle = :cycle and a.unit_group is not distinct from cast(:group as text))
                """,
                reset -> totals(place(reset, cycle, unit).text("group", group), criteria, empty));
    }

    /** Something else changed that is shown with the totals of a unit. */
    public void outdate(String cycle, String unit) {
        sql.update(
                "update stage_total set revision = revision + 1 where cycle = :cycle and unit = :unit",
                outdated -> place(outdated, cycle, unit));
    }

    private static Parameters place(Parameters parameters, String cycle, @Nullable String unit)
            throws SQLException {
        return parameters.text("cycle", cycle).text("unit", unit);
    }

    private static void totals(Parameters parameters, int criteria, Totals totals)
            throws SQLException {
        parameters
                .number("criteria", criteria)
                .decimal("points", totals.points())
                .decimal("max", totals.max())
                .decimal("percent", totals.percent())
                .text("exact", totals.exact())
                .decimal("percentKey", totals.percentKey())
                .text("rating", totals.rating())
                .flag("complete", totals.complete())
                .number("scored", totals.scored())
                .json("topNodes", totals.topNodes());
    }

    private static AssessmentView assessment(Row row) throws SQLException {
        var stages = new EnumMap<Stage, StageSummary>(Stage.class);
        stages.put(Stage.SELF, summary(row, "self_"));
        stages.put(Stage.COMMITTEE, summary(row, "committee_"));
        return new AssessmentView(
                row.text("cycle"),
                row.text("unit"),
                row.constant("status", CycleView.Status.class),
                row.textOrNull("unit_group"),
                row.jsons("sections", Section.class),
                row.instant("enrolled_at"),
                row.constantOrNull("evidence", EvidenceState.class),
                stages,
                ETags.of(row.longNumber("revision")));
    }

    private static StageSummary summary(Row row, String prefix) throws SQLException {
        return new StageSummary(
                row.decimalOrNull(prefix + "points"),
                row.decimalOrNull(prefix + "percent"),
                row.textOrNull(prefix + "rating"),
                row.flag(prefix + "complete"),
                row.number(prefix + "scored"),
                null);
    }
}
