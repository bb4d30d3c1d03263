package org.kongdee.rubric.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.web.sql.Parameters;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/** Reads totals. */
@ApplicationScoped
class ResultRepository {

    /** The rows of the page are found before anything is joined to them. */
    private static final String PAGE =
            """
            with page as (
                select * from stage_total t
                 where cycle = :cycle and stage = :stage %1$s
                 order by percent_key desc, unit
                offset :offset limit :size)
            select %2$s, c.rubric, c.version, s.total, s.better
              from cycle c
              cross join lateral (
                select count(*) as total,
                       count(*) filter (where percent_key > (select max(percent_key) from page)) as better
                  from stage_total t where cycle = c.cycle and stage = :stage %1$s) s
              left join (page t %3$s) on true
             where c.cycle = :cycle
             order by t.percent_key desc, t.unit
            """;

    private static final String WHOLE =
            """
            select %2$s, rank() over (order by t.percent_key desc) as rank
              from stage_total t %3$s
             where t.cycle = :cycle and t.stage = :stage %1$s
             order by t.percent_key desc, t.unit
            """;

    /** Only where it is asked for: the whole table is read along its index. */
    private static final String OF_GROUP =
            """
            and exists (select 1 from assessment g where g.cycle = t.cycle and g.unit = t.unit and g.unit_group = :group)
            """;

    private final Sql sql;

    ResultRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * A stage's stored marks with what is needed to score them; null leaves if the unit is not
     * enrolled.
     */
    record StoredStage(
            String rubric,
            String version,
            @Nullable String group,
            ZoneId timeZone,
            long revision,
            @Nullable String @Nullable [] leaves,
            @Nullable String @Nullable [] ceilings) {}

    /**
     * A page of the league table: its rows, the rubric they were scored by, and the length of the
     * whole.
     */
    record Table(List<Ranked> rows, String rubric, String version, long total) {}

    /** One statement, whatever the size of the rubric. */
    Optional<StoredStage> find(String cycle, String unit, Stage stage) {
        return sql.row(
                """
                select c.rubric, c.version, a.unit_group, c.time_zone, t.revision, t.leaves, e.ceilings
                  from cycle c
                  left join assessment a on a.cycle = c.cycle and a.unit = :unit
                  left join stage_total t on t.cycle = a.cycle and t.unit = a.unit and t.stage = :stage
                  left join unit_evidence e on e.cycle = t.cycle and e.unit = t.unit
                 where c.cycle = :cycle
                """,
                stored -> stored.text("cycle", cycle).text("unit", unit).constant("stage", stage),
                ResultRepository::stored);
    }

    /**
     * One page, in one statement. The rank of the first line counts who is better; within the page
     * and beyond, the same exact percent is the same rank.
     *
     * @param group within which is ranked; null for all units
     * @return empty if there is no such cycle
     */
    Optional<Table> ranking(
            String cycle, Stage stage, @Nullable String group, int offset, int size) {
        List<Ranked> rows =
                sql.rows(
                        table(PAGE, group),
                        page ->
                                table(page, cycle, stage, group)
                                        .number("offset", offset)
                                        .number("size", size),
                        ResultRepository::ranked);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Ranked any = rows.getFirst();
        return Optional.of(new Table(rows, any.rubric(), any.version(), any.total()));
    }

    void each(
            String cycle,
            Stage stage,
            @Nullable String group,
            Function<@Nullable String, Scorer> scorers,
            Consumer<RankingEntry> sink) {
        sql.each(
                table(WHOLE, group),
                table -> table(table, cycle, stage, group),
                row -> TableRow.of(row).at(row.longNumber("rank"), scorers),
                sink);
    }

    private static String table(String statement, @Nullable String group) {
        return statement.formatted(group == null ? "" : OF_GROUP, TableRow.COLUMNS, TableRow.JOINS);
    }

    private static Parameters table(
            Parameters table, String cycle, Stage stage, @Nullable String group)
            throws SQLException {
        table.text("cycle", cycle).constant("stage", stage);
        return group == null ? table : table.text("group", group);
    }

    private static StoredStage stored(Row row) throws SQLException {
        return new StoredStage(
                row.text("rubric"),
                row.text("version"),
                row.textOrNull("unit_group"),
                ZoneId.of(row.text("time_zone")),
                row.longNumber("revision"),
                row.textsOrNull("leaves"),
                row.textsOrNull("ceilings"));
    }

    private static Ranked ranked(Row row) throws SQLException {
        return new Ranked(
                row.textOrNull("unit") == null ? null : TableRow.of(row),
                row.text("rubric"),
                row.text("version"),
                row.longNumber("total"),
                row.longNumber("better"));
    }
}
