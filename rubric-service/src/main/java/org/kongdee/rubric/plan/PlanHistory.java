package org.kongdee.rubric.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.PlanEntry;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.requestid.RequestId;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/** The table {@code plan_history}: what was planned, and what it was before. It only grows. */
@ApplicationScoped
class PlanHistory {

    private static final String OF = " from plan_history where cycle = :cycle and unit = :unit";

    private final Sql sql;

    PlanHistory(Sql sql) {
        this.sql = sql;
    }

    /** A criterion whose entry differs. */
    record Change(String criterion, @Nullable PlanEntry before, @Nullable PlanEntry after) {}

    /** Keeps what has just changed. */
    void keep(
            String cycle, String unit, List<Change> changes, @Nullable String reason, Stamp stamp) {
        sql.update(
                """
                insert into plan_history (cycle, unit, criterion, before, after, reason, changed_at, changed_by, changed_by_name,
                       request_id)
                select :cycle, :unit, criterion, cast(before as jsonb), cast(after as jsonb), :reason, :at, :by, :byName, :requestId
                  from unnest(:criteria, :befores, :afters) as w (criterion, before, after)
                """,
                now ->
                        now.text("cycle", cycle)
                                .text("unit", unit)
                                .texts("criteria", changes, Change::criterion)
                                .jsons("befores", changes, Change::before)
                                .jsons("afters", changes, Change::after)
                                .text("reason", reason)
                                .instant("at", stamp.at())
                                .text("by", stamp.by())
                                .text("byName", stamp.byName())
                                .text("requestId", RequestId.current()));
    }

    /** The newest first. */
    Page<PlanHistoryEntry> page(String cycle, String unit, Paging paging) {
        List<PlanHistoryEntry> entries =
                sql.rows(
                        "select *" + OF + " order by id desc offset :offset limit :size",
                        wanted ->
                                wanted.text("cycle", cycle)
                                        .text("unit", unit)
                                        .number("offset", paging.offset())
                                        .number("size", paging.size()),
                        PlanHistory::entry);
        long total =
                sql.one(
                        "select count(*) as total" + OF,
                        wanted -> wanted.text("cycle", cycle).text("unit", unit),
                        row -> row.longNumber("total"));
        return Page.of(entries, paging, total);
    }

    private static PlanHistoryEntry entry(Row row) throws SQLException {
        return new PlanHistoryEntry(
                row.text("criterion"),
                row.jsonOrNull("before", PlanEntry.class),
                row.jsonOrNull("after", PlanEntry.class),
                row.textOrNull("reason"),
                row.instant("changed_at"),
                row.text("changed_by"),
                row.textOrNull("changed_by_name"),
                row.text("request_id"));
    }
}
