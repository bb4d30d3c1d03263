package org.kongdee.rubric.score;

import static java.util.regex.Matcher.quoteReplacement;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
                   set leaves = cast(w.leaves as text[]), points = w.points, percent = w.percent, percent_key = w.percent_key,
                       rating = w.rating, complete = w.complete, scored = w.scored, top_nodes = cast(w.top_nodes as jsonb),
                       revision = t.revision + 1
                  from {total: unit, stage, leaves, points, percent, percent_key, rating, complete, scored, top_nodes}
                  join head h on h.unit = w.unit
                 where t.cycle = :cycle and t.unit = w.unit and t.stage = w.stage),
            put as (
                insert into score as s (cycle, unit, stage, criterion, claim, points, not_applicable, note, revision, scored_at, scored_by)
                select :cycle, w.unit, w.stage, w.criterion, cast(w.claim as jsonb), w.points, w.not_applicable, w.note, h.revision, :at, :by
                  from {put: unit, stage, criterion, claim, points, not_applicable, note}
                  join head h on h.unit = w.unit
                on conflict on constraint pk_score do update
                   set claim = excluded.claim, points = excluded.points, not_applicable = excluded.not_applicable,
                       note = excluded.note, revision = excluded.revision, scored_at = excluded.scored_at,
                       scored_by = excluded.scored_by),
            """;

    private static final String CONFIRMED_AND_DELETED =
            """
            confirmed as (
                update score s set not_applicable = 'CONFIRMED', revision = h.revision
                  from {confirmed: unit, stage, criterion}
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
                       mark_after, note, changed_at, changed_by, request_id, previous_hash, hash)
                select :cycle, w.unit, w.seq, w.stage, w.criterion, w.action, cast(w.claim_before as json), cast(w.claim_after as json),
                       w.mark_before, w.mark_after, w.note, :at, :by, :request, w.previous_hash, w.hash
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
        List<Update> heads =
                List.copyOf(
                        updates.stream()
                                .collect(
                                        toMap(
                                                Update::unit,
                                                update -> update,
                                                (_, last) -> last,
                                                LinkedHashMap::new))
                                .values());
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
                                    .text("request", author.requestId());
                            heads(new Rows<>("head_", heads, onePut, write));
                            totals(new Rows<>("total_", updates, onePut, write));
                            puts(new Rows<>("put_", puts, onePut, write));
                            history(new Rows<>("history_", lines, onePut, write));
                            if (!onePut) {
                                places(new Rows<>("confirmed_", confirmed, false, write));
                                places(new Rows<>("deleted_", deleted, false, write));
                            }
                        },
                        row -> row.text("unit")));
    }

    private static void heads(Rows<Update> rows) throws SQLException {
        rows.text("unit", Update::unit)
                .number("found", update -> update.found().revision())
                .number("revision", update -> update.left().revision())
                .number("seq", update -> update.left().seq())
                .text("hash", update -> update.left().hash());
    }

    private void totals(Rows<Update> rows) throws SQLException {
        rows.text("unit", Update::unit)
                .text("stage", update -> update.stage().name())
                .text("leaves", update -> Leaves.literal(update.leaves()))
                .decimal("points", update -> update.totals().points())
                .decimal("percent", update -> update.totals().percent())
                .decimal("percent_key", update -> update.totals().percentKey())
                .text("rating", update -> update.totals().rating())
                .flag("complete", update -> update.totals().complete())
                .number("scored", update -> (long) update.totals().scored())
                .text("top_nodes", update -> json.write(update.totals().topNodes()));
    }

    private static void puts(Rows<PutLine> rows) throws SQLException {
        rows.text("unit", put -> put.line().unit())
                .text("stage", put -> put.line().entry().stage().name())
                .text("criterion", put -> put.scored().criterion())
                .text("claim", put -> put.line().entry().claimAfter())
                .decimal("points", put -> put.scored().points())
                .text("not_applicable", put -> name(put.scored().notApplicable()))
                .text("note", put -> put.scored().note());
    }

    private static void places(Rows<Line> rows) throws SQLException {
        rows.text("unit", Line::unit)
                .text("stage", line -> line.entry().stage().name())
                .text("criterion", line -> line.entry().criterion());
    }

    private static void history(Rows<Line> rows) throws SQLException {
        places(rows);
        rows.number("seq", line -> line.entry().seq())
                .text("action", line -> line.entry().action().name())
                .text("claim_before", line -> line.entry().claimBefore())
                .text("claim_after", line -> line.entry().claimAfter())
                .text("mark_before", line -> line.entry().markBefore())
                .text("mark_after", line -> line.entry().markAfter())
                .text("note", line -> line.entry().note())
                .text("previous_hash", line -> line.entry().previousHash())
                .text("hash", line -> line.entry().hash());
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
    private record Rows<T>(String prefix, List<T> rows, boolean one, Parameters to) {

        Rows<T> text(String column, Function<T, @Nullable String> of) throws SQLException {
            Parameters unused =
                    one
                            ? to.text(prefix + column, of.apply(rows.getFirst()))
                            : to.texts(prefix + column, rows, of);
            return this;
        }

        Rows<T> number(String column, Function<T, Long> of) throws SQLException {
            Parameters unused =
                    one
                            ? to.number(prefix + column, of.apply(rows.getFirst()))
                            : to.longs(prefix + column, rows, of);
            return this;
        }

        Rows<T> decimal(String column, Function<T, @Nullable BigDecimal> of) throws SQLException {
            Parameters unused =
                    one
                            ? to.decimal(prefix + column, of.apply(rows.getFirst()))
                            : to.decimals(prefix + column, rows, of);
            return this;
        }

        Rows<T> flag(String column, Function<T, Boolean> of) throws SQLException {
            Parameters unused =
                    one
                            ? to.flag(prefix + column, of.apply(rows.getFirst()))
                            : to.flags(prefix + column, rows, of);
            return this;
        }
    }
}
