package org.kongdee.rubric.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.milestone.Milestone.Key;
import org.kongdee.rubric.milestone.MilestoneView.Status;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.requestid.RequestId;
import org.kongdee.web.sql.Parameters;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/**
 * The table {@code milestone_history}: every change of a milestone. It only grows, so that a word
 * that takes the place of another does not hide it.
 */
@ApplicationScoped
class MilestoneHistory {

    private static final String OF =
            " from milestone_history where cycle = :cycle and unit = :unit and criterion = :criterion and code = :code"
                    + " and section = :section";

    private final Sql sql;

    MilestoneHistory(Sql sql) {
        this.sql = sql;
    }

    /** Keeps how a milestone stands now that it is written, and why. */
    void keep(Milestone milestone, @Nullable String reason) {
        sql.update(
                """
                insert into milestone_history (cycle, unit, criterion, code, section, revision, status, due, reason, said_at, said_by,
                       said_by_name, request_id)
                values (:cycle, :unit, :criterion, :code, :section, :revision, :status, :due, :reason, :at, :by, :byName, :requestId)
                """,
                word ->
                        of(word, milestone.id())
                                .number("revision", milestone.revision())
                                .constant("status", milestone.status())
                                .date("due", milestone.due())
                                .text("reason", reason)
                                .instant("at", milestone.changedAt())
                                .text("by", milestone.changedBy())
                                .text("byName", milestone.changedByName())
                                .text("requestId", RequestId.current()));
    }

    /** The newest first. */
    Page<MilestoneChange> page(Key key, Paging paging) {
        List<MilestoneChange> words =
                sql.rows(
                        "select *" + OF + " order by revision desc offset :offset limit :size",
                        wanted ->
                                of(wanted, key)
                                        .number("offset", paging.offset())
                                        .number("size", paging.size()),
                        MilestoneHistory::word);
        long total =
                sql.one(
                        "select count(*) as total" + OF,
                        wanted -> of(wanted, key),
                        row -> row.longNumber("total"));
        return Page.of(words, paging, total);
    }

    private static Parameters of(Parameters parameters, Key key) throws SQLException {
        return parameters
                .text("cycle", key.cycle())
                .text("unit", key.unit())
                .text("criterion", key.criterion())
                .text("code", key.code())
                .text("section", key.section());
    }

    private static MilestoneChange word(Row row) throws SQLException {
        return new MilestoneChange(
                row.constant("status", Status.class),
                row.date("due"),
                row.textOrNull("reason"),
                row.instant("said_at"),
                row.text("said_by"),
                row.textOrNull("said_by_name"),
                row.text("request_id"));
    }
}
