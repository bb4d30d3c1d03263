package org.kongdee.rubric.score;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Leaves;
import org.kongdee.rubric.assessment.Totals;
import org.kongdee.rubric.score.Ledger.Author;
import org.kongdee.rubric.score.Ledger.Update;
import org.kongdee.web.sql.Json;
import org.kongdee.web.sql.PlainSql;

/**
 * What a put of one score writes: the same as a write of many, in a statement that takes values
 * instead of arrays, which costs PostgreSQL and this service half as much.
 */
@ApplicationScoped
class OneScore {

    /** Does nothing if the assessment has moved on since it was read. */
    private static final String WRITE =
            """
            with head as (
                update assessment
                   set revision = ?, history_seq = ?, history_hash = ?
                 where cycle = ? and unit = ? and revision = ?
                returning cycle, unit, revision, history_seq),
            total as (
                update stage_total t
                   set leaves = cast(? as text[]), points = ?, percent = ?, percent_key = ?, rating = ?, complete = ?, scored = ?,
                       top_nodes = cast(? as jsonb), revision = t.revision + 1
                  from head h
                 where t.cycle = h.cycle and t.unit = h.unit and t.stage = ?),
            put as (
                insert into score as s (cycle, unit, stage, criterion, claim, points, not_applicable, note, revision, scored_at, scored_by)
                select cycle, unit, ?, ?, cast(? as jsonb), ?, ?, ?, revision, ?, ?
                  from head
                on conflict on constraint pk_score do update
                   set claim = excluded.claim, points = excluded.points, not_applicable = excluded.not_applicable,
                       note = excluded.note, revision = excluded.revision, scored_at = excluded.scored_at,
                       scored_by = excluded.scored_by),
            history as (
                insert into score_history (cycle, unit, seq, stage, criterion, action, claim_before, claim_after, mark_before,
                       mark_after, note, changed_at, changed_by, request_id, previous_hash, hash)
                select cycle, unit, history_seq, ?, ?, ?, cast(? as json), cast(? as json), ?, ?, ?, ?, ?, ?, ?, ?
                  from head)
            select unit from head
            """;

    private final PlainSql sql;
    private final Json json;

    OneScore(PlainSql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** The one change of an update, if it is a put and the only one. */
    static Optional<Change.Scored> of(Update update) {
        return update.changes().size() == 1
                        && update.changes().getFirst() instanceof Change.Scored scored
                ? Optional.of(scored)
                : Optional.empty();
    }

    /** Returns the unit if its assessment was still as the update had found it. */
    Set<String> write(String cycle, Update update, Change.Scored scored, Author author) {
        Totals totals = update.totals();
        HistoryEntry entry = update.history().getFirst();
        String stage = update.stage().name();
        return Set.copyOf(
                sql.rows(
                        WRITE,
                        head ->
                                head.number(update.left().revision())
                                        .number(update.left().seq())
                                        .text(update.left().hash())
                                        .text(cycle)
                                        .text(update.unit())
                                        .number(update.found().revision())
                                        // total
                                        .text(Leaves.literal(update.leaves()))
                                        .decimal(totals.points())
                                        .decimal(totals.percent())
                                        .decimal(totals.percentKey())
                                        .text(totals.rating())
                                        .flag(totals.complete())
                                        .number(totals.scored())
                                        .text(json.write(totals.topNodes()))
                                        .text(stage)
                                        // put
                                        .text(stage)
                                        .text(scored.criterion())
                                        .text(entry.claimAfter())
                                        .decimal(scored.points())
                                        .text(name(scored))
                                        .text(scored.note())
                                        .time(author.at())
                                        .text(author.by())
                                        // history
                                        .text(stage)
                                        .text(entry.criterion())
                                        .text(entry.action().name())
                                        .text(entry.claimBefore())
                                        .text(entry.claimAfter())
                                        .text(entry.markBefore())
                                        .text(entry.markAfter())
                                        .text(entry.note())
                                        .time(entry.at())
                                        .text(entry.by())
                                        .text(entry.requestId())
                                        .text(entry.previousHash())
                                        .text(entry.hash()),
                        row -> row.getString(1)));
    }

    private static @Nullable String name(Change.Scored scored) {
        return scored.notApplicable() == null ? null : scored.notApplicable().name();
    }
}
