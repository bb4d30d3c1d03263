package org.kongdee.rubric.score;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.score.HistoryEntry.Action;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.sql.Parameters;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/** Reads the table {@code score_history}. */
@ApplicationScoped
public class HistoryRepository {

    private static final String WHERE =
            " from score_history where cycle = :cycle and unit = :unit and (:criterion is null or criterion = :criterion)";

    private final Sql sql;

    HistoryRepository(Sql sql) {
        this.sql = sql;
    }

    /** The newest first. */
    Page<HistoryEntry> page(String cycle, String unit, @Nullable String criterion, Paging paging) {
        List<HistoryEntry> items =
                sql.rows(
                        "select *" + WHERE + " order by seq desc offset :offset limit :size",
                        wanted ->
                                place(wanted, cycle, unit, criterion)
                                        .number("offset", paging.offset())
                                        .number("size", paging.size()),
                        HistoryRepository::entry);
        long total =
                sql.one(
                        "select count(*) as total" + WHERE,
                        wanted -> place(wanted, cycle, unit, criterion),
                        row -> row.longNumber("total"));
        return Page.of(items, paging, total);
    }

    /** The oldest first, so that a reader can follow the chain. */
    void each(String cycle, String unit, @Nullable String criterion, Consumer<HistoryEntry> sink) {
        sql.each(
                "select *" + WHERE + " order by seq",
                wanted -> place(wanted, cycle, unit, criterion),
                HistoryRepository::entry,
                sink);
    }

    /**
     * How each criterion stood before {@code end}, by criterion; what was not scored by then is not
     * there.
     */
    public Map<String, String> marksBefore(String cycle, String unit, Stage stage, Instant end) {
        return sql
                .rows(
                        """
                        select criterion, mark_after
                          from (select distinct on (criterion) criterion, mark_after
                                  from score_history
                                 where cycle = :cycle and unit = :unit and stage = :stage and changed_at < :end
                                 order by criterion, seq desc) last
                         where mark_after is not null
                        """,
                        wanted ->
                                wanted.text("cycle", cycle)
                                        .text("unit", unit)
                                        .constant("stage", stage)
                                        .instant("end", end),
                        row -> Map.entry(row.text("criterion"), row.text("mark_after")))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Parameters place(
            Parameters parameters, String cycle, String unit, @Nullable String criterion)
            throws SQLException {
        return parameters.text("cycle", cycle).text("unit", unit).text("criterion", criterion);
    }

    private static HistoryEntry entry(Row row) throws SQLException {
        return new HistoryEntry(
                row.longNumber("seq"),
                row.constant("stage", Stage.class),
                row.text("criterion"),
                row.constant("action", Action.class),
                row.textOrNull("claim_before"),
                row.textOrNull("claim_after"),
                row.textOrNull("mark_before"),
                row.textOrNull("mark_after"),
                row.textOrNull("note"),
                row.instant("changed_at"),
                row.text("changed_by"),
                row.textOrNull("changed_by_name"),
                row.text("request_id"),
                row.text("previous_hash"),
                row.text("hash"));
    }
}
