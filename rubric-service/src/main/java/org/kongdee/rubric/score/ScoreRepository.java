package org.kongdee.rubric.score;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Leaves;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.cycle.Cycle;
import org.kongdee.rubric.cycle.Cycle.ClaimsWithoutEvidence;
import org.kongdee.rubric.score.Ledger.Author;
import org.kongdee.rubric.score.Ledger.Head;
import org.kongdee.rubric.score.Ledger.Update;
import org.kongdee.rubric.score.Score.NotApplicableState;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.web.sql.Json;
import org.kongdee.web.sql.PlainSql;

/** The tables {@code score} and {@code score_history}, and what else a write of scores touches. */
@ApplicationScoped
class ScoreRepository {

    private static final String LEDGER =
            """
            a.unit, a.revision as head_revision, a.history_seq, a.history_hash, c.status, c.rubric, c.version, t.stage, t.leaves,
            c.claims_without_evidence, e.ceilings
              from cycle c
            """;

    private static final String ENTRY =
            "s.claim, s.not_applicable, s.note, s.revision, s.scored_by, s.scored_at";

    private static final String READ_ONE =
            "select "
                    + ENTRY
                    + ", "
                    + LEDGER
                    + """
                      left join assessment a on a.cycle = c.cycle and a.unit = ?
                      left join stage_total t on t.cycle = a.cycle and t.unit = a.unit and t.stage = ?
                      left join unit_evidence e on e.cycle = a.cycle and e.unit = a.unit
                      left join score s on s.cycle = t.cycle and s.unit = t.unit and s.stage = t.stage and s.criterion = ?
                     where c.cycle = ?
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

    /**
     * Everything a write leaves behind, in one statement that does nothing for a unit whose
     * assessment has moved on since it was read.
     */
    private static final String WRITE =
            """
            with head as (
                update assessment a
                   set revision = w.revision, history_seq = w.seq, history_hash = w.hash
                  from unnest(:headUnits, :headFound, :headRevisions, :headSeqs, :headHashes)
                       as w (unit, found, revision, seq, hash)
                 where a.cycle = :cycle and a.unit = w.unit and a.revision = w.found
                returning a.unit, a.revision),
            total as (
                update stage_total t
                   set leaves = cast(w.leaves as text[]), points = w.points, percent = w.percent, percent_key = w.percent_key,
                       rating = w.rating, complete = w.complete, scored = w.scored, top_nodes = cast(w.top_nodes as jsonb),
                       revision = t.revision + 1
                  from unnest(:totalUnits, :totalStages, :totalLeaves, :totalPoints, :totalPercents, :totalPercentKeys,
                              :totalRatings, :totalComplete, :totalScored, :totalTopNodes)
                       as w (unit, stage, leaves, points, percent, percent_key, rating, complete, scored, top_nodes)
                  join head h on h.unit = w.unit
                 where t.cycle = :cycle and t.unit = w.unit and t.stage = w.stage),
            put as (
                insert into score as s (cycle, unit, stage, criterion, claim, points, not_applicable, note, revision, scored_at, scored_by)
                select :cycle, w.unit, w.stage, w.criterion, cast(w.claim as jsonb), w.points, w.not_applicable, w.note, h.revision, :at, :by
                  from unnest(:putUnits, :putStages, :putCriteria, :putClaims, :putPoints, :putNotApplicable, :putNotes)
                       as w (unit, stage, criterion, claim, points, not_applicable, note)
                  join head h on h.unit = w.unit
                on conflict on constraint pk_score do update
                   set claim = excluded.claim, points = excluded.points, not_applicable = excluded.not_applicable,
                       note = excluded.note, revision = excluded.revision, scored_at = excluded.scored_at,
                       scored_by = excluded.scored_by),
            confirmed as (
                update score s set not_applicable = 'CONFIRMED', revision = h.revision
                  from unnest(:confirmUnits, :confirmStages, :confirmCriteria) as w (unit, stage, criterion)
                  join head h on h.unit = w.unit
                 where s.cycle = :cycle and s.unit = w.unit and s.stage = w.stage and s.criterion = w.criterion),
            deleted as (
                delete from score s
                 using unnest(:deleteUnits, :deleteStages, :deleteCriteria) as w (unit, stage, criterion), head h
                 where h.unit = w.unit
                   and s.cycle = :cycle and s.unit = w.unit and s.stage = w.stage and s.criterion = w.criterion),
            history as (
                insert into score_history (cycle, unit, seq, stage, criterion, action, claim_before, claim_after, mark_before,
                       mark_after, note, changed_at, changed_by, request_id, previous_hash, hash)
                select :cycle, w.unit, w.seq, w.stage, w.criterion, w.action, cast(w.claim_before as json), cast(w.claim_after as json),
                       w.mark_before, w.mark_after, w.note, :at, :by, :requestId, w.previous_hash, w.hash
                  from unnest(:historyUnits, :historySeqs, :historyStages, :historyCriteria, :historyActions, :historyClaimsBefore,
                              :historyClaimsAfter, :historyMarksBefore, :historyMarksAfter, :historyNotes, :historyPrevious, :historyHashes)
                       as w (unit, seq, stage, criterion, action, claim_before, claim_after, mark_before, mark_after, note,
                             previous_hash, hash)
                  join head h on h.unit = w.unit)
            select unit from head
            """;

    /**
     * The same for one assessment. It hides from the planner how long the arrays are: told it,
     * PostgreSQL takes its general plan for a bad one and plans anew for every write, which costs
     * more than the write. For many assessments the lengths make the better plan.
     */
    private static final String WRITE_ONE =
            WRITE.replaceAll("unnest\\((:\\w+)", "unnest((select $1)");

    private final Jdbi jdbi;
    private final PlainSql sql;
    private final OneScore one;
    private final Json json;

    ScoreRepository(Jdbi jdbi, PlainSql sql, OneScore one, Json json) {
        this.jdbi = jdbi;
        this.sql = sql;
        this.one = one;
        this.json = json;
    }

    /** A stage of an assessment with the score of one criterion, if there is one. */
    record Read(Ledger ledger, @Nullable Entry entry) {}

    /**
     * What a write of one score starts from, in one statement.
     *
     * @return empty if there is no such cycle; a null ledger in it if the unit is not enrolled
     */
    Optional<Optional<Read>> read(String cycle, String unit, Stage stage, String criterion) {
        return sql
                .rows(
                        READ_ONE,
                        read -> read.text(unit).text(stage.name()).text(criterion).text(cycle),
                        row ->
                                row.getString("unit") == null
                                        ? Optional.<Read>empty()
                                        : Optional.of(
                                                new Read(
                                                        ledger(row),
                                                        row.getString("claim") == null
                                                                ? null
                                                                : entry(row))))
                .stream()
                .findFirst();
    }

    /**
     * Keeps other writers of these assessments away until the transaction ends; always in the same
     * order.
     */
    void lock(String cycle, Collection<String> units) {
        jdbi.useHandle(
                handle ->
                        handle.createQuery(
                                        "select count(*) from (select 1 from assessment where cycle = :cycle and unit = any(:units)"
                                                + " order by unit for no key update) locked")
                                .bind("cycle", cycle)
                                .bindArray("units", String.class, units.toArray())
                                .mapTo(Long.class)
                                .one());
    }

    /** The stages of many assessments. */
    Map<StageKey, Ledger> ledgers(
            String cycle, Collection<String> units, Collection<Stage> stages) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(READ_MANY)
                                .bind("cycle", cycle)
                                .bindArray("units", String.class, units.toArray())
                                .bindArray(
                                        "stages",
                                        String.class,
                                        stages.stream().map(Stage::name).toArray())
                                .map((row, _) -> ledger(row))
                                .collect(
                                        Collectors.toMap(
                                                ledger ->
                                                        new StageKey(ledger.unit(), ledger.stage()),
                                                l -> l)));
    }

    /** The scores of many assessments for certain criteria. */
    Map<ScoreKey, Entry> entries(
            String cycle,
            Collection<String> units,
            Collection<Stage> stages,
            Collection<String> criteria) {
        Map<ScoreKey, Entry> entries = new HashMap<>();
        jdbi.useHandle(
                handle ->
                        handle.createQuery(
                                        "select s.unit, s.stage, s.criterion, "
                                                + ENTRY
                                                + """
                                                 from score s where s.cycle = :cycle and s.unit = any(:units)
                                                  and s.stage = any(:stages) and s.criterion = any(:criteria)
                                                """)
                                .bind("cycle", cycle)
                                .bindArray("units", String.class, units.toArray())
                                .bindArray(
                                        "stages",
                                        String.class,
                                        stages.stream().map(Stage::name).toArray())
                                .bindArray("criteria", String.class, criteria.toArray())
                                .map((row, _) -> entries.put(key(row), entry(row)))
                                .list());
        return entries;
    }

    /** All scores of a stage, in no order. */
    Map<String, Entry> entries(String cycle, String unit, Stage stage) {
        Map<String, Entry> entries = new HashMap<>();
        jdbi.useHandle(
                handle ->
                        handle.createQuery(
                                        "select s.criterion, "
                                                + ENTRY
                                                + " from score s where s.cycle = :cycle and s.unit = :unit and s.stage = :stage")
                                .bind("cycle", cycle)
                                .bind("unit", unit)
                                .bind("stage", stage.name())
                                .map(
                                        (row, _) ->
                                                entries.put(row.getString("criterion"), entry(row)))
                                .list());
        return entries;
    }

    /**
     * Writes what the updates leave behind; returns the units that were still as the updates had
     * found them.
     */
    Set<String> write(String cycle, List<Update> updates, Author author) {
        if (updates.size() == 1) {
            Update update = updates.getFirst();
            Optional<Change.Scored> put = OneScore.of(update);
            if (put.isPresent()) {
                return one.write(cycle, update, put.get(), author);
            }
        }
        return writeMany(cycle, updates, author);
    }

    private Set<String> writeMany(String cycle, List<Update> updates, Author author) {
        List<Update> heads =
                List.copyOf(
                        updates.stream()
                                .collect(
                                        Collectors.toMap(
                                                Update::unit,
                                                u -> u,
                                                (_, last) -> last,
                                                LinkedHashMap::new))
                                .values());
        List<Put> puts = new ArrayList<>();
        List<ScoreKey> confirmed = new ArrayList<>();
        List<ScoreKey> deleted = new ArrayList<>();
        List<Past> history = new ArrayList<>();
        for (Update update : updates) {
            for (Change change : update.changes()) {
                var key = new ScoreKey(update.unit(), update.stage(), change.criterion());
                switch (change) {
                    case Change.Scored scored -> puts.add(new Put(key, scored));
                    case Change.Confirmed _ -> confirmed.add(key);
                    case Change.Deleted _ -> deleted.add(key);
                }
            }
            update.history().forEach(entry -> history.add(new Past(update.unit(), entry)));
        }
        return jdbi.withHandle(
                handle -> {
                    var query = handle.createQuery(heads.size() == 1 ? WRITE_ONE : WRITE);
                    text(query, "headUnits", heads, Update::unit);
                    longs(query, "headFound", heads, update -> update.found().revision());
                    longs(query, "headRevisions", heads, update -> update.left().revision());
                    longs(query, "headSeqs", heads, update -> update.left().seq());
                    text(query, "headHashes", heads, update -> update.left().hash());
                    text(query, "totalUnits", updates, Update::unit);
                    text(query, "totalStages", updates, update -> update.stage().name());
                    text(query, "totalLeaves", updates, update -> Leaves.literal(update.leaves()));
                    decimals(query, "totalPoints", updates, update -> update.totals().points());
                    decimals(query, "totalPercents", updates, update -> update.totals().percent());
                    decimals(
                            query,
                            "totalPercentKeys",
                            updates,
                            update -> update.totals().percentKey());
                    text(query, "totalRatings", updates, update -> update.totals().rating());
                    query.bindArray(
                            "totalComplete",
                            Boolean.class,
                            array(updates, update -> update.totals().complete()));
                    query.bindArray(
                            "totalScored",
                            Integer.class,
                            array(updates, update -> update.totals().scored()));
                    text(
                            query,
                            "totalTopNodes",
                            updates,
                            update -> json.write(update.totals().topNodes()));
                    keys(query, "put", puts, Put::key);
                    text(query, "putClaims", puts, put -> json.write(put.scored().claim()));
                    decimals(query, "putPoints", puts, put -> put.scored().points());
                    text(
                            query,
                            "putNotApplicable",
                            puts,
                            put -> name(put.scored().notApplicable()));
                    text(query, "putNotes", puts, put -> put.scored().note());
                    keys(query, "confirm", confirmed, key -> key);
                    keys(query, "delete", deleted, key -> key);
                    text(query, "historyUnits", history, Past::unit);
                    longs(query, "historySeqs", history, past -> past.entry().seq());
                    text(query, "historyStages", history, past -> past.entry().stage().name());
                    text(query, "historyCriteria", history, past -> past.entry().criterion());
                    text(query, "historyActions", history, past -> past.entry().action().name());
                    text(query, "historyClaimsBefore", history, past -> past.entry().claimBefore());
                    text(query, "historyClaimsAfter", history, past -> past.entry().claimAfter());
                    text(query, "historyMarksBefore", history, past -> past.entry().markBefore());
                    text(query, "historyMarksAfter", history, past -> past.entry().markAfter());
                    text(query, "historyNotes", history, past -> past.entry().note());
                    text(query, "historyPrevious", history, past -> past.entry().previousHash());
                    text(query, "historyHashes", history, past -> past.entry().hash());
                    return query.bind("cycle", cycle)
                            .bind("at", author.at())
                            .bind("by", author.by())
                            .bind("requestId", author.requestId())
                            .mapTo(String.class)
                            .set();
                });
    }

    record StageKey(String unit, Stage stage) {}

    record ScoreKey(String unit, Stage stage, String criterion) {}

    private record Put(ScoreKey key, Change.Scored scored) {}

    private record Past(String unit, HistoryEntry entry) {}

    private static <T> void keys(
            SqlStatement<?> query, String prefix, List<T> rows, Function<T, ScoreKey> key) {
        text(query, prefix + "Units", rows, row -> key.apply(row).unit());
        text(query, prefix + "Stages", rows, row -> key.apply(row).stage().name());
        text(query, prefix + "Criteria", rows, row -> key.apply(row).criterion());
    }

    private static <T> void text(
            SqlStatement<?> query,
            String name,
            List<T> rows,
            Function<T, @Nullable String> column) {
        query.bindArray(name, String.class, array(rows, column));
    }

    private static <T> void longs(
            SqlStatement<?> query, String name, List<T> rows, Function<T, Long> column) {
        query.bindArray(name, Long.class, array(rows, column));
    }

    private static <T> void decimals(
            SqlStatement<?> query,
            String name,
            List<T> rows,
            Function<T, @Nullable BigDecimal> column) {
        query.bindArray(name, BigDecimal.class, array(rows, column));
    }

    private static <T> @Nullable Object[] array(
            List<T> rows, Function<T, ? extends @Nullable Object> column) {
        return rows.stream().map(column).toArray();
    }

    private static @Nullable String name(@Nullable NotApplicableState state) {
        return state == null ? null : state.name();
    }

    private static Ledger ledger(ResultSet row) throws SQLException {
        Array ceilings = row.getArray("ceilings");
        return new Ledger(
                row.getString("unit"),
                Stage.valueOf(row.getString("stage")),
                Cycle.Status.valueOf(row.getString("status")),
                row.getString("rubric"),
                row.getString("version"),
                new Backing(
                        ClaimsWithoutEvidence.valueOf(row.getString("claims_without_evidence")),
                        ceilings == null ? null : Arrays.asList((String[]) ceilings.getArray())),
                new Head(
                        row.getLong("head_revision"),
                        row.getLong("history_seq"),
                        row.getString("history_hash")),
                Arrays.asList((String[]) row.getArray("leaves").getArray()));
    }

    private Entry entry(ResultSet row) throws SQLException {
        String state = row.getString("not_applicable");
        return new Entry(
                json.read(row.getString("claim"), Claim.class),
                state == null ? null : NotApplicableState.valueOf(state),
                row.getString("note"),
                row.getLong("revision"),
                row.getString("scored_by"),
                row.getTimestamp("scored_at").toInstant());
    }

    private static ScoreKey key(ResultSet row) throws SQLException {
        return new ScoreKey(
                row.getString("unit"),
                Stage.valueOf(row.getString("stage")),
                row.getString("criterion"));
    }
}
