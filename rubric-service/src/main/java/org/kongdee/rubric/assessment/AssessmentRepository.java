package org.kongdee.rubric.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Assessment.StageSummary;
import org.kongdee.rubric.cycle.Cycle;
import org.kongdee.rubric.cycle.EvidenceState;
import org.kongdee.rubric.unit.Section;
import org.kongdee.web.sql.Json;

/** The tables {@code assessment} and {@code stage_total}. */
@ApplicationScoped
class AssessmentRepository {

    private static final int FETCH_SIZE = 500;

    private static final String SELECT =
            """
            select a.cycle, a.unit, a.sections, a.revision, a.enrolled_at, c.status,
                   case when exists (select from evidence_outbox o where o.cycle = a.cycle and o.unit = a.unit) then 'PENDING'
                        when exists (select from evidence_feed f where f.cycle = a.cycle) then 'REGISTERED' end as evidence,
                   s.points as self_points, s.percent as self_percent, s.rating as self_rating,
                   s.complete as self_complete, s.scored as self_scored,
                   k.points as committee_points, k.percent as committee_percent, k.rating as committee_rating,
                   k.complete as committee_complete, k.scored as committee_scored%s
              from assessment a
              join cycle c on c.cycle = a.cycle
              join stage_total s on s.cycle = a.cycle and s.unit = a.unit and s.stage = 'SELF'
              join stage_total k on k.cycle = a.cycle and k.unit = a.unit and k.stage = 'COMMITTEE'
             where a.cycle = :cycle and (cast(:unit as text) is null or a.unit = :unit)
            """;

    private static final String WITHOUT_CLAIMS =
            SELECT.formatted(", null as self_claims, null as committee_claims");
    private static final String WITH_CLAIMS =
            SELECT.formatted(
                    ", (%s) as self_claims, (%s) as committee_claims"
                            .formatted(claims("SELF"), claims("COMMITTEE")));

    private final Jdbi jdbi;
    private final Json json;

    AssessmentRepository(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** An assessment with the version its ETag is made of. */
    record Stored(Assessment assessment, long revision) {}

    Optional<Stored> find(String cycle, String unit) {
        return jdbi.withHandle(
                handle ->
                        select(handle.createQuery(WITH_CLAIMS), cycle, unit)
                                .map((row, _) -> stored(row))
                                .findOne());
    }

    List<Assessment> page(String cycle, @Nullable String only, int offset, int size) {
        return jdbi.withHandle(
                handle ->
                        select(
                                        handle.createQuery(
                                                WITHOUT_CLAIMS
                                                        + " order by a.unit offset :offset limit :size"),
                                        cycle,
                                        only)
                                .bind("offset", offset)
                                .bind("size", size)
                                .map((row, _) -> stored(row).assessment())
                                .list());
    }

    long count(String cycle, @Nullable String only) {
        return jdbi.withHandle(
                handle ->
                        select(
                                        handle.createQuery(
                                                "select count(*) from assessment a where a.cycle = :cycle"
                                                        + " and (cast(:unit as text) is null or a.unit = :unit)"),
                                        cycle,
                                        only)
                                .mapTo(Long.class)
                                .one());
    }

    void forEach(String cycle, @Nullable String only, Consumer<Assessment> sink) {
        jdbi.useHandle(
                handle ->
                        select(handle.createQuery(WITHOUT_CLAIMS + " order by a.unit"), cycle, only)
                                .setFetchSize(FETCH_SIZE)
                                .map((row, _) -> stored(row).assessment())
                                .forEach(sink));
    }

    /** Those of {@code units} that exist and those that are enrolled already, in one statement. */
    Map<String, Boolean> enrolledByUnit(String cycle, Collection<String> units) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select u.unit, a.unit is not null as enrolled
                                          from unit u left join assessment a on a.unit = u.unit and a.cycle = :cycle
                                         where u.unit = any(:units)
                                        """)
                                .bind("cycle", cycle)
                                .bindArray("units", String.class, units.toArray())
                                .map(
                                        (row, _) ->
                                                Map.entry(
                                                        row.getString("unit"),
                                                        row.getBoolean("enrolled")))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * Enrols units, with the sections they have now and an empty total for each stage, in one
     * statement.
     *
     * @return those that were not enrolled before
     */
    Set<String> enrol(
            String cycle,
            Collection<String> units,
            int criteria,
            Totals empty,
            Instant at,
            String by) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        with enrolled as (
                                            insert into assessment (cycle, unit, sections, revision, enrolled_at, enrolled_by)
                                            select :cycle, unit, sections, 1, :at, :by from unit where unit = any(:units)
                                            on conflict on constraint pk_assessment do nothing
                                            returning unit),
                                        totals as (
                                            insert into stage_total (cycle, unit, stage, leaves, points, percent, percent_key, rating,
                                                   complete, scored, top_nodes, revision)
                                            select :cycle, e.unit, s.stage, array_fill(null::text, array[:criteria]), :points, :percent,
                                                   :percentKey, :rating, :complete, :scored, cast(:topNodes as jsonb), 1
                                              from enrolled e cross join unnest(array['SELF', 'COMMITTEE']) as s (stage))
                                        select unit from enrolled
                                        """)
                                .bind("cycle", cycle)
                                .bindArray("units", String.class, units.toArray())
                                .bind("criteria", criteria)
                                .bindMethods(empty)
                                .bind("topNodes", json.write(empty.topNodes()))
                                .bind("at", at)
                                .bind("by", by)
                                .mapTo(String.class)
                                .set());
    }

    /**
     * Makes the totals of units that were enrolled during preparation fit the rubric that the cycle
     * opens with.
     */
    void reset(String cycle, int criteria, Totals empty) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        update stage_total
                                           set leaves = array_fill(null::text, array[:criteria]), points = :points, percent = :percent,
                                               percent_key = :percentKey, rating = :rating, complete = :complete, scored = :scored,
                                               top_nodes = cast(:topNodes as jsonb), revision = revision + 1
                                         where cycle = :cycle
                                        """)
                                .bind("cycle", cycle)
                                .bind("criteria", criteria)
                                .bindMethods(empty)
                                .bind("topNodes", json.write(empty.topNodes()))
                                .execute());
    }

    private static String claims(String stage) {
        return "select jsonb_object_agg(criterion, claim) from score"
                + " where cycle = a.cycle and unit = a.unit and stage = '"
                + stage
                + "'";
    }

    private static Query select(Query query, String cycle, @Nullable String unit) {
        return query.bind("cycle", cycle).bind("unit", unit);
    }

    private Stored stored(ResultSet row) throws SQLException {
        var stages = new EnumMap<Stage, StageSummary>(Stage.class);
        stages.put(Stage.SELF, summary(row, "self_"));
        stages.put(Stage.COMMITTEE, summary(row, "committee_"));
        String evidence = row.getString("evidence");
        var assessment =
                new Assessment(
                        row.getString("cycle"),
                        row.getString("unit"),
                        Cycle.Status.valueOf(row.getString("status")),
                        json.list(row.getString("sections"), Section.class),
                        row.getTimestamp("enrolled_at").toInstant(),
                        evidence == null ? null : EvidenceState.valueOf(evidence),
                        stages);
        return new Stored(assessment, row.getLong("revision"));
    }

    private static StageSummary summary(ResultSet row, String prefix) throws SQLException {
        return new StageSummary(
                row.getBigDecimal(prefix + "points"),
                row.getBigDecimal(prefix + "percent"),
                row.getString(prefix + "rating"),
                row.getBoolean(prefix + "complete"),
                row.getInt(prefix + "scored"),
                row.getString(prefix + "claims"));
    }
}
