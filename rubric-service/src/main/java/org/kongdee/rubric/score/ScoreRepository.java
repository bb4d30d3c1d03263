package org.kongdee.rubric.score;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.assessment.StandingClaims;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.cycle.CycleView.ClaimsWithoutEvidence;
import org.kongdee.rubric.evidence.Backing;
import org.kongdee.rubric.score.Ledger.Head;
import org.kongdee.rubric.score.Score.NotApplicableState;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/** Reads the table {@code score}, and what else a write of scores starts from. */
@ApplicationScoped
class ScoreRepository implements StandingClaims {

    private static final String LEDGER =
            """
            a.unit, a.unit_group, a.revision as head_revision, a.history_seq, a.history_hash, c.status, c.rubric, c.version, t.stage, t.leaves,
            c.claims_without_evidence, e.ceilings
              from cycle c
            """;

    private static final String ENTRY =
            "s.claim, s.not_applicable, s.note, s.revision, s.scored_by, s.scored_by_name, s.scored_at";

    private static final String READ_ONE =
            "select "
                    + ENTRY
                    + ", "
                    + LEDGER
                    + """
                      left join assessment a on a.cycle = c.cycle and a.unit = :unit
                      left join stage_total t on t.cycle = a.cycle and t.unit = a.unit and t.stage = :stage
                      left join unit_evidence e on e.cycle = a.cycle and e.unit = a.unit
                      left join score s on s.cycle = t.cycle and s.unit = t.unit and s.stage = t.stage and s.criterion = :criterion
                     where c.cycle = :cycle
                    """;

    private static final String READ_MANY =
            "select "
                    + LEDGER
                    + """
                      join assessment a on a.cycle = c.cycle and a.unit = any(:units)
                      join stage_total t on t.cycle = a.cycle and t.unit = a.unit and t.stage = any(:stages)
                      left join unit_evidence e on e.cycle = a.cycle and e.unit = a.unit
                     where c.cycle = :cycle
                    """;

    private final Sql sql;

    ScoreRepository(Sql sql) {
        this.sql = sql;
    }

    /** A stage of an assessment with the score of one criterion, if there is one. */
    record Read(Ledger ledger, @Nullable Entry entry) {}

    record StageKey(String unit, Stage stage) {}

    record ScoreKey(String unit, Stage stage, String criterion) {}

    /**
     * What a write of one score starts from, in one statement.
     *
     * @return empty if there is no such cycle; an empty one in it if the unit is not enrolled
     */
    Optional<Optional<Read>> read(String cycle, String unit, Stage stage, String criterion) {
        return sql.row(
                READ_ONE,
                read ->
                        read.text("cycle", cycle)
                                .text("unit", unit)
                                .constant("stage", stage)
                                .text("criterion", criterion),
                row ->
                        row.textOrNull("unit") == null
                                ? Optional.empty()
                                : Optional.of(
                                        new Read(
                                                ledger(row),
                                                row.textOrNull("claim") == null
                                                        ? null
                                                        : entry(row))));
    }

    /**
     * Keeps other writers of these assessments away until the transaction ends; always in the same
     * order.
     */
    void lock(String cycle, Collection<String> units) {
        int unused =
                sql.one(
                        """
                        select count(*) as locked
                          from (select 1 from assessment where cycle = :cycle and unit = any(:units)
                                 order by unit for no key update) a
                        """,
                        locked -> locked.text("cycle", cycle).texts("units", units),
                        row -> row.number("locked"));
    }

    /** The stages of many assessments. */
    Map<StageKey, Ledger> ledgers(
            String cycle, Collection<String> units, Collection<Stage> stages) {
        return sql
                .rows(
                        READ_MANY,
                        wanted ->
                                wanted.text("cycle", cycle)
                                        .texts("units", units)
                                        .constants("stages", stages, stage -> stage),
                        ScoreRepository::ledger)
                .stream()
                .collect(toMap(l -> new StageKey(l.unit(), l.stage()), l -> l));
    }

    /** The scores of many assessments for certain criteria. */
    Map<ScoreKey, Entry> entries(
            String cycle,
            Collection<String> units,
            Collection<Stage> stages,
            Collection<String> criteria) {
        return sql
                .rows(
                        "select s.unit, s.stage, s.criterion, "
                                + ENTRY
                                + """
                                 from score s where s.cycle = :cycle and s.unit = any(:units)
                                  and s.stage = any(:stages) and s.criterion = any(:criteria)
                                """,
                        wanted ->
                                wanted.text("cycle", cycle)
                                        .texts("units", units)
                                        .constants("stages", stages, stage -> stage)
                                        .texts("criteria", criteria),
                        row ->
                                Map.entry(
                                        new ScoreKey(
                                                row.text("unit"),
                                                row.constant("stage", Stage.class),
                                                row.text("criterion")),
                                        entry(row)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The units of a cycle by key.
     *
     * @param only the one that is looked for; null for all
     */
    List<String> enrolled(String cycle, @Nullable String only) {
        return sql.rows(
                """
                select unit from assessment
                 where cycle = :cycle and (cast(:only as text) is null or unit = :only) order by unit
                """,
                wanted -> wanted.text("cycle", cycle).text("only", only),
                row -> row.text("unit"));
    }

    /** All scores of a stage of many assessments. */
    Map<ScoreKey, Entry> entries(String cycle, Collection<String> units, Stage stage) {
        return sql
                .rows(
                        "select s.unit, s.criterion, "
                                + ENTRY
                                + """
                                 from score s where s.cycle = :cycle and s.unit = any(:units) and s.stage = :stage
                                """,
                        wanted ->
                                wanted.text("cycle", cycle)
                                        .texts("units", units)
                                        .constant("stage", stage),
                        row ->
                                Map.entry(
                                        new ScoreKey(
                                                row.text("unit"), stage, row.text("criterion")),
                                        entry(row)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All scores of a stage, in no order. */
    Map<String, Entry> entries(String cycle, String unit, Stage stage) {
        return sql
                .rows(
                        "select s.criterion, "
                                + ENTRY
                                + " from score s where s.cycle = :cycle and s.unit = :unit and s.stage = :stage",
                        wanted ->
                                wanted.text("cycle", cycle)
                                        .text("unit", unit)
                                        .constant("stage", stage),
                        row -> Map.entry(row.text("criterion"), entry(row)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<Stage, String> of(String cycle, String unit) {
        return sql
                .rows(
                        """
                        select stage, jsonb_object_agg(criterion, claim) as claims
                          from score where cycle = :cycle and unit = :unit group by stage
                        """,
                        wanted -> wanted.text("cycle", cycle).text("unit", unit),
                        row -> Map.entry(row.constant("stage", Stage.class), row.text("claims")))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Ledger ledger(Row row) throws SQLException {
        @Nullable String[] ceilings = row.textsOrNull("ceilings");
        return new Ledger(
                row.text("unit"),
                row.constant("stage", Stage.class),
                row.constant("status", CycleView.Status.class),
                row.text("rubric"),
                row.text("version"),
                row.textOrNull("unit_group"),
                new Backing(
                        row.constant("claims_without_evidence", ClaimsWithoutEvidence.class),
                        ceilings == null ? null : Arrays.asList(ceilings)),
                new Head(
                        row.longNumber("head_revision"),
                        row.longNumber("history_seq"),
                        row.text("history_hash")),
                Arrays.asList(row.textsOrNulls("leaves")));
    }

    static Entry entry(Row row) throws SQLException {
        return new Entry(
                row.json("claim", Claim.class),
                row.constantOrNull("not_applicable", NotApplicableState.class),
                row.textOrNull("note"),
                row.longNumber("revision"),
                row.text("scored_by"),
                row.textOrNull("scored_by_name"),
                row.instant("scored_at"));
    }
}
