package org.kongdee.rubric.score;

import static java.util.regex.Matcher.quoteReplacement;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Leaves;
import org.kongdee.rubric.score.Ledger.Author;
import org.kongdee.rubric.score.Ledger.Update;
import org.kongdee.web.sql.Json;
import org.kongdee.web.sql.Parameters;
import org.kongdee.web.sql.Sql;

/**
 * Writes everything that scores leave behind: the heads of assessments, totals, scores and history,
 * in one statement that does nothing for a unit whose assessment has moved on since it was read.
 */
@ApplicationScoped
class ScoreWriter {

    /**
     * {@code {name: columns}} stands for rows that are given with the statement, as {@link Source}
     * says; the parameters of their columns are called {@code name_column}.
     */
    private static final String HEAD =
            """
            with head as (
                update assessment a
                   set revision = w.revision, history_seq = w.seq, history_hash = w.hash
                  from {head: unit, found, revision, seq, hash}
                 where a.cycle = :cycle and a.unit = w.unit and a.revision = w.found
                returning a.unit, a.revision),
            total as (
                update stage_total t
                   set leaves = cast(w.leaves as text[]), points = w.points, max = w.max, percent = w.percent, exact = w.exact,
                       percent_key = w.percent_key,
                       rating = w.rating, complete = w.complete, scored = w.scored, top_nodes = cast(w.top_nodes as jsonb),
                       revision = t.revision + 1
                  from {total: unit, stage, leaves, points, max, percent, exact, percent_key, rating, complete, scored, top_nodes}
                  join head h on h.unit = w.unit
                 where t.cycle = :cycle and t.unit = w.unit and t.stage = w.stage),
            put as (
                insert into score as s (cycle, unit, stage, criterion, claim, points, not_applicable, note, revision, seq, scored_at, scored_by,
                       scored_by_name)
                select :cycle, w.unit, w.stage, w.criterion, cast(w.claim as jsonb), w.points, w.not_applicable, w.note, h.revision, w.seq, :at,
                       :by, :by_name
                  from {put: unit, stage, criterion, claim, points, not_applicable, note, seq}
                  join head h on h.unit = w.unit
                on conflict on constraint pk_score do update
                   set claim = excluded.claim, points = excluded.points, not_applicable = excluded.not_applicable,
                       note = excluded.note, revision = excluded.revision, seq = excluded.seq, scored_at = excluded.scored_at,
                       scored_by = excluded.scored_by, scored_by_name = excluded.scored_by_name),
            """;

    private static final String CONFIRMED_AND_DELETED =
            """
            confirmed as (
                update score s set not_applicable = 'CONFIRMED', revision = h.revision, seq = w.seq
                  from {confirmed: unit, stage, criterion, seq}
                  join head h on h.unit = w.unit
                 where s.cycle = :cycle and s.unit = w.unit and s.stage = w.stage and s.criterion = w.criterion),
            deleted as (
                delete from score s
                 using {deleted: unit, stage, criterion}, head h
                 where h.unit = w.unit
                   and s.cycle = :cycle and s.unit = w.unit and s.stage = w.stage and s.criterion = w.criterion),
            """;

    private static final String HISTORY =
            """
            history as (
                insert into score_history (cycle, unit, seq, stage, criterion, action, claim_before, claim_after, mark_before,
                       mark_after, note, changed_at, changed_by, changed_by_name, request_id, previous_hash, hash)
                select :cycle, w.unit, w.seq, w.stage, w.criterion, w.action, cast(w.claim_before as json), cast(w.claim_after as json),
                       w.mark_before, w.mark_after, w.note, :at, :by, :by_name, :request, w.previous_hash, w.hash
                  from {history: unit, seq, stage, criterion, action, claim_before, claim_after, mark_before, mark_after, note,
                        previous_hash, hash}
                  join head h on h.unit = w.unit)
            select unit from head
            """;

    private static final String MANY = Source.ARRAYS.in(HEAD + CONFIRMED_AND_DELETED + HISTORY);

    private static final String ONE_UNIT =
            Source.HIDDEN_ARRAYS.in(HEAD + CONFIRMED_AND_DELETED + HISTORY);

    /** What most requests wait for: one put of one score. */
    private static final String ONE_PUT = Source.VALUES.in(HEAD + HISTORY);

    private final Sql sql;
    private final Json json;

    ScoreWriter(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** One change, with its entry in the history. */
    private record Line(String unit, Change change, HistoryEntry entry) {}

    private record PutLine(Line line, Change.Scored scored) {}

    /** Returns the units that were still as the updates had found them. */
    Set<String> write(String cycle, List<Update> updates, Author author) {
        Map<String, Update> last = new LinkedHashMap<>();
        updates.forEach(update -> last.put(update.unit(), update));
        List<Update> heads = List.copyOf(last.values());
        List<Line> lines = new ArrayList<>();
        List<PutLine> puts = new ArrayList<>();
        List<Line> confirmed = new ArrayList<>();
        List<Line> deleted = new ArrayList<>();
        for (Update update : updates) {
            for (int i = 0; i < update.changes().size(); i++) {
                var line =
                        new Line(update.unit(), update.changes().get(i), update.history().get(i));
                lines.add(line);
                switch (line.change()) {
                    case Change.Scored scored -> puts.add(new PutLine(line, scored));
                    case Change.Confirmed _ -> confirmed.add(line);
                    case Change.Deleted _ -> deleted.add(line);
                }
            }
        }
        boolean onePut = lines.size() == 1 && puts.size() == 1;
        return Set.copyOf(
                sql.rows(
                        onePut ? ONE_PUT : heads.size() == 1 ? ONE_UNIT : MANY,
                        write -> {
                            write.text("cycle", cycle)
                                    .instant("at", author.at())
                                    .text("by", author.by())
                                    .text("by_name", author.byName())
                                    .text("request", author.requestId());
                            heads(new Rows<>(heads, onePut, write));
                            totals(new Rows<>(updates, onePut, write));
                            puts(new Rows<>(puts, onePut, write));
                            history(new Rows<>(lines, onePut, write));
                            if (!onePut) {
                                confirmed(new Rows<>(confirmed, false, write));
                                places("deleted", new Rows<>(deleted, false, write));
                            }
                        },
                        row -> row.text("unit")));
    }

    private static void heads(Rows<Update> rows) throws SQLException {
        rows.text("head_unit", Update::unit)
                .number("head_found", update -> update.found().revision())
                .number("head_revision", update -> update.left().revision())
                .number("head_seq", update -> update.left().seq())
                .text("head_hash", update -> update.left().hash());
    }

    private void totals(Rows<Update> rows) throws SQLException {
        rows.text("total_unit", Update::unit)
                .text("total_stage", update -> update.stage().name())
                .text("total_leaves", update -> Leaves.literal(update.leaves()))
                .decimal("total_points", update -> update.totals().points())
                .decimal("total_max", update -> update.totals().max())
                .decimal("total_percent", update -> update.totals().percent())
                .text("total_exact", update -> update.totals().exact())
                .decimal("total_percent_key", update -> update.totals().percentKey())
                .text("total_rating", update -> update.totals().rating())
                .flag("total_complete", update -> update.totals().complete())
                .number("total_scored", update -> (long) update.totals().scored())
                .text("total_top_nodes", update -> json.write(update.totals().topNodes()));
    }

    private static void puts(Rows<PutLine> rows) throws SQLException {
        rows.text("put_unit", put -> put.line().unit())
                .text("put_stage", put -> put.line().entry().stage().name())
                .text("put_criterion", put -> put.scored().criterion())
                .text("put_claim", put -> put.line().entry().claimAfter())
                .decimal("put_points", put -> put.scored().points())
                .text("put_not_applicable", put -> name(put.scored().notApplicable()))
                .text("put_note", put -> put.scored().note())
                .number("put_seq", put -> put.line().entry().seq());
    }

    private static void confirmed(Rows<Line> rows) throws SQLException {
        places("confirmed", rows);
        rows.number("confirmed_seq", line -> line.entry().seq());
    }

    private static void places(String name, Rows<Line> rows) throws SQLException {
        rows.text(name + "_unit", Line::unit)
                .text(name + "_stage", line -> line.entry().stage().name())
                .text(name + "_criterion", line -> line.entry().criterion());
    }

    private static void history(Rows<Line> rows) throws SQLException {
        places("history", rows);
        rows.number("history_seq", line -> line.entry().seq())
                .text("history_action", line -> line.entry().action().name())
                .text("history_claim_before", line -> line.entry().claimBefore())
                .text("history_claim_after", line -> line.entry().claimAfter())
                .text("history_mark_before", line -> line.entry().markBefore())
                .text("history_mark_after", line -> line.entry().markAfter())
                .text("history_note", line -> line.entry().note())
                .text("history_previous_hash", line -> line.entry().previousHash())
                .text("history_hash", line -> line.entry().hash());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** How rows are given with the statement. */
    private enum Source {
        /** The planner sees how many there are, and plans for many. */
        ARRAYS,
        /**
         * It does not: told it, it takes its general plan for a bad one and plans anew for every
         * write, which costs more than a write to one assessment.
         */
        HIDDEN_ARRAYS,
        /** One row as plain values, which cost PostgreSQL and this service half as much. */
        VALUES;

        private static final Pattern ROWS = Pattern.compile("\\{(\\w+): ([^}]*)}");

        String in(String statement) {
            return ROWS.matcher(statement)
                    .replaceAll(rows -> quoteReplacement(rows(rows.group(1), rows.group(2))));
        }

        private String rows(String name, String columns) {
            String parameters = columns.replaceAll("\\w+", ":" + name + "_$0");
            String given =
                    switch (this) {
                        case ARRAYS -> "unnest(%s)".formatted(parameters);
                        case HIDDEN_ARRAYS ->
                                "unnest(%s)"
                                        .formatted(parameters.replaceFirst(":\\w+", "(select $0)"));
                        case VALUES -> "(values (%s))".formatted(parameters);
                    };
            return given + " as w (" + columns + ")";
        }
    }

    /** Binds the columns of rows: as arrays, or of one row as values. */
    private record Rows<T>(List<T> rows, boolean one, Parameters to) {

        Rows<T> text(String column, Function<T, @Nullable String> of) throws SQLException {
            Parameters unused =
                    one ? to.text(column, of.apply(rows.getFirst())) : to.texts(column, rows, of);
            return this;
        }

        Rows<T> number(String column, Function<T, Long> of) throws SQLException {
            Parameters unused =
                    one ? to.number(column, of.apply(rows.getFirst())) : to.longs(column, rows, of);
            return this;
        }

        Rows<T> decimal(String column, Function<T, @Nullable BigDecimal> of) throws SQLException {
            Parameters unused =
                    one
                            ? to.decimal(column, of.apply(rows.getFirst()))
                            : to.decimals(column, rows, of);
            return this;
        }

        Rows<T> flag(String column, Function<T, Boolean> of) throws SQLException {
            Parameters unused =
                    one ? to.flag(column, of.apply(rows.getFirst())) : to.flags(column, rows, of);
            return this;
        }
    }
}
