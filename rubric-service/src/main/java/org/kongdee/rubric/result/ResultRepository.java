package org.kongdee.rubric.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.web.sql.PlainSql;

/** Reads totals and, for earlier days, the history. */
@ApplicationScoped
class ResultRepository {

    private static final int FETCH_SIZE = 500;

    private final Jdbi jdbi;
    private final PlainSql sql;

    ResultRepository(Jdbi jdbi, PlainSql sql) {
        this.jdbi = jdbi;
        this.sql = sql;
    }

    /**
     * A stage's stored marks with what is needed to score them; null leaves if the unit is not
     * enrolled.
     */
    record StoredStage(
            String rubric,
            String version,
            ZoneId timeZone,
            long revision,
            @Nullable String @Nullable [] leaves,
            @Nullable String @Nullable [] ceilings) {}

    /** A page of the league table; its rows and the length of the whole. */
    record Table(List<RankingEntry> entries, long total) {}

    /** One statement, whatever the size of the rubric. */
    Optional<StoredStage> find(String cycle, String unit, Stage stage) {
        return sql
                .rows(
                        """
                        select c.rubric, c.version, c.time_zone, t.revision, t.leaves, e.ceilings
                          from cycle c
                          left join stage_total t on t.cycle = c.cycle and t.unit = ? and t.stage = ?
                          left join unit_evidence e on e.cycle = t.cycle and e.unit = t.unit
                         where c.cycle = ?
                        """,
                        stored -> stored.text(unit).text(stage.name()).text(cycle),
                        ResultRepository::stored)
                .stream()
                .findFirst();
    }

    /**
     * How each criterion stood before {@code end}, by criterion; what was not scored by then is not
     * there.
     */
    Map<String, @Nullable String> marksBefore(String cycle, String unit, Stage stage, Instant end) {
        Map<String, @Nullable String> marks = new HashMap<>();
        jdbi.useHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select distinct on (criterion) criterion, mark_after
                                          from score_history
                                         where cycle = :cycle and unit = :unit and stage = :stage and changed_at < :end
                                         order by criterion, seq desc
                                        """)
                                .bind("cycle", cycle)
                                .bind("unit", unit)
                                .bind("stage", stage.name())
                                .bind("end", end)
                                .map(
                                        (row, _) ->
                                                marks.put(
                                                        row.getString("criterion"),
                                                        row.getString("mark_after")))
                                .list());
        return marks;
    }

    /**
     * One page, in one statement. The rank of the first line counts who is better; within the page
     * and beyond, the same exact percent is the same rank.
     *
     * @return empty if there is no such cycle
     */
    Optional<Table> ranking(String cycle, Stage stage, int offset, int size) {
        List<Ranked> rows =
                sql.rows(
                        """
                        with page as (
                            select unit, points, percent, percent_key, rating, complete, top_nodes
                              from stage_total
                             where cycle = ? and stage = ?
                             order by percent_key desc, unit
                            offset ? limit ?)
                        select p.*, s.total, s.better
                          from cycle c
                          cross join lateral (
                            select count(*) as total,
                                   count(*) filter (where percent_key > (select max(percent_key) from page)) as better
                              from stage_total where cycle = c.cycle and stage = ?) s
                          left join page p on true
                         where c.cycle = ?
                         order by p.percent_key desc, p.unit
                        """,
                        page ->
                                page.text(cycle)
                                        .text(stage.name())
                                        .number(offset)
                                        .number(size)
                                        .text(stage.name())
                                        .text(cycle),
                        ResultRepository::ranked);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Table(Ranked.number(rows, offset), rows.getFirst().total()));
    }

    void forEach(String cycle, Stage stage, Consumer<RankingEntry> sink) {
        jdbi.useHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select unit, points, percent, rating, complete, top_nodes,
                                               rank() over (order by percent_key desc) as rank
                                          from stage_total where cycle = :cycle and stage = :stage
                                         order by percent_key desc, unit
                                        """)
                                .bind("cycle", cycle)
                                .bind("stage", stage.name())
                                .setFetchSize(FETCH_SIZE)
                                .map((row, _) -> entry(row, row.getLong("rank")))
                                .forEach(sink));
    }

    private static StoredStage stored(ResultSet row) throws SQLException {
        return new StoredStage(
                row.getString("rubric"),
                row.getString("version"),
                ZoneId.of(row.getString("time_zone")),
                row.getLong("revision"),
                strings(row.getArray("leaves")),
                strings(row.getArray("ceilings")));
    }

    private static @Nullable String @Nullable [] strings(@Nullable Array array)
            throws SQLException {
        return array == null ? null : (String[]) array.getArray();
    }

    private static Ranked ranked(ResultSet row) throws SQLException {
        return new Ranked(
                row.getString("unit") == null ? null : entry(row, 0),
                row.getBigDecimal("percent_key"),
                row.getLong("total"),
                row.getLong("better"));
    }

    private static RankingEntry entry(ResultSet row, long rank) throws SQLException {
        return new RankingEntry(
                rank,
                row.getString("unit"),
                row.getBigDecimal("points"),
                row.getBigDecimal("percent"),
                row.getString("rating"),
                row.getBoolean("complete"),
                row.getString("top_nodes"));
    }
}
