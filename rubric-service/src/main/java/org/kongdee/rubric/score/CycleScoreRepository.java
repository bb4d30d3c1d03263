package org.kongdee.rubric.score;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.feed.Horizon;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.sql.Parameters;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/**
 * Reads the scores of a whole cycle, as they stand or in the order in which they came to stand so.
 * That order is the history's; each score names the entry that left it so, and nothing else is
 * written for those who follow.
 */
@ApplicationScoped
class CycleScoreRepository {

    /**
     * An entry is told of if its score still stands as it left it; or if it deleted the score, and
     * nothing came after that.
     */
    private static final String CHANGES =
            """
            select h.unit, h.stage, h.criterion, h.seq, cast(h.changed_xid as text) as xid, h.changed_by, h.changed_by_name, h.changed_at,
                   s.claim, s.not_applicable, s.note, s.revision, s.scored_by, s.scored_by_name, s.scored_at
              from score_history h
              left join score s on s.cycle = h.cycle and s.unit = h.unit and s.stage = h.stage and s.criterion = h.criterion
             where h.cycle = :cycle and h.stage = any(:stages)
               and h.changed_xid < cast(:horizon as xid8)
               and (h.changed_xid, h.unit, h.seq) > (cast(:xid as xid8), :afterUnit, :seq)
               and (s.seq = h.seq
                    or (:deleted and s.seq is null and h.action = 'DELETED'
                        and not exists (select 1 from score_history l
                                         where l.cycle = h.cycle and l.unit = h.unit and l.stage = h.stage and l.criterion = h.criterion
                                           and l.action = 'DELETED' and l.seq > h.seq)))
            """;

    private static final String IN_ORDER = " order by h.changed_xid, h.unit, h.seq";

    private static final String STANDING =
            """
            select s.unit, s.stage, s.criterion, s.claim, s.not_applicable, s.note, s.revision, s.scored_by, s.scored_by_name, s.scored_at
              from score s
             where s.cycle = :cycle and s.stage = any(:stages)
            """;

    private static final String AS_RUBRIC =
            " order by s.unit, s.stage desc, array_position(:criteria, s.criterion)";

    private final Sql sql;

    CycleScoreRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Which scores are asked for.
     *
     * @param unit null for all
     */
    record Filter(String cycle, @Nullable String unit, Set<Stage> stages) {}

    /**
     * A score as it stands, or that it was deleted.
     *
     * @param entry null if it was deleted
     * @param last who left it so, and when
     */
    record Told(String unit, Stage stage, String criterion, @Nullable Entry entry, Stamp last) {}

    /** What is told of a change, and where a reader stands after it. */
    record Change(Told told, ScoreCursor cursor) {}

    /**
     * What came to stand as it does after a cursor, of what can be told now.
     *
     * @param deleted whether what was deleted is told too
     */
    List<Change> after(
            Filter filter, ScoreCursor after, Horizon horizon, boolean deleted, int size) {
        return sql.rows(
                ofUnit(CHANGES, "h", filter) + IN_ORDER + " limit :size",
                wanted -> changes(wanted, filter, after, horizon, deleted).number("size", size),
                row -> change(row, horizon));
    }

    /** The same to the end, with what was deleted. */
    void eachAfter(Filter filter, ScoreCursor after, Horizon horizon, Consumer<Change> sink) {
        sql.each(
                ofUnit(CHANGES, "h", filter) + IN_ORDER,
                wanted -> changes(wanted, filter, after, horizon, true),
                row -> change(row, horizon),
                sink);
    }

    /**
     * All scores as they stand, by unit.
     *
     * @param criteria codes in the order in which those of a unit come
     */
    void each(Filter filter, List<String> criteria, Consumer<Told> sink) {
        sql.each(
                ofUnit(STANDING, "s", filter) + AS_RUBRIC,
                wanted -> filtered(wanted, filter).texts("criteria", criteria),
                CycleScoreRepository::standing,
                sink);
    }

    /** Of one unit the planner is to know, which then reads that unit's rows alone. */
    private static String ofUnit(String statement, String table, Filter filter) {
        return filter.unit() == null ? statement : statement + " and " + table + ".unit = :unit";
    }

    private static Parameters changes(
            Parameters wanted, Filter filter, ScoreCursor after, Horizon horizon, boolean deleted)
            throws SQLException {
        return filtered(wanted, filter)
                .text("horizon", Long.toUnsignedString(horizon.transaction()))
                .text("xid", Long.toUnsignedString(after.transaction()))
                .text("afterUnit", after.unit())
                .number("seq", after.seq())
                .flag("deleted", deleted);
    }

    private static Parameters filtered(Parameters wanted, Filter filter) throws SQLException {
        wanted.text("cycle", filter.cycle()).constants("stages", filter.stages(), stage -> stage);
        return filter.unit() == null ? wanted : wanted.text("unit", filter.unit());
    }

    private static Change change(Row row, Horizon horizon) throws SQLException {
        var cursor =
                new ScoreCursor(
                        horizon.epoch(),
                        Long.parseUnsignedLong(row.text("xid")),
                        row.text("unit"),
                        row.longNumber("seq"));
        return new Change(row.textOrNull("claim") == null ? deleted(row) : standing(row), cursor);
    }

    private static Told deleted(Row row) throws SQLException {
        return told(
                row,
                null,
                new Stamp(
                        row.instant("changed_at"),
                        row.text("changed_by"),
                        row.textOrNull("changed_by_name")));
    }

    private static Told standing(Row row) throws SQLException {
        Entry entry = ScoreRepository.entry(row);
        return told(row, entry, new Stamp(entry.at(), entry.by(), entry.byName()));
    }

    private static Told told(Row row, @Nullable Entry entry, Stamp last) throws SQLException {
        return new Told(
                row.text("unit"),
                row.constant("stage", Stage.class),
                row.text("criterion"),
                entry,
                last);
    }
}
