package org.kongdee.notification.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.message.MessageState;
import org.kongdee.notification.planning.Occasion;
import org.kongdee.notification.planning.Unsaid;
import org.kongdee.web.sql.Parameters;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/** Reads what became of reminders: the ledger beside the mails and their last attempts. */
@ApplicationScoped
class ReportRepository {

    private static final String VIEW =
            """
            select r.reminder, r.recipient, m.email, r.unit, r.deadline, r.occasion, r.due, r.lead_days, r.days_left, r.pass_date,
                   case when r.suppressed is null then m.state else 'SUPPRESSED' end as status,
                   r.suppressed, r.message, m.not_before, m.sent_at, a.reply, coalesce(m.attempts, 0) as attempts
              from reminder r
              left join message m on m.message = r.message
              left join lateral (select reply from attempt where attempt.message = r.message order by number desc limit 1) a on true
            """;

    private static final String FILTER =
            """
             where (cast(:unit as text) is null or r.unit = :unit)
               and (cast(:recipient as text) is null or r.recipient = :recipient)
               and (cast(:deadline as text) is null or r.deadline = :deadline)
               and (cast(:date as date) is null or r.pass_date = :date)
               and (cast(:status as text) is null or case when r.suppressed is null then m.state else 'SUPPRESSED' end = :status)
            """;

    private static final String ORDER =
            " order by r.pass_date desc, r.recipient, r.due, r.deadline, r.occasion, r.lead_days, r.about";

    private final Sql sql;

    ReportRepository(Sql sql) {
        this.sql = sql;
    }

    Optional<ReminderView> find(UUID reminder) {
        return sql.row(
                VIEW + " where r.reminder = :reminder",
                p -> p.id("reminder", reminder),
                ReportRepository::view);
    }

    List<ReminderView> list(ReminderFilter filter, int limit, int offset) {
        return sql.rows(
                VIEW + FILTER + ORDER + " limit :limit offset :offset",
                p -> filter.bind(p).number("limit", limit).number("offset", offset),
                ReportRepository::view);
    }

    /** Every match, one by one. */
    void each(ReminderFilter filter, Consumer<ReminderView> sink) {
        sql.each(VIEW + FILTER + ORDER, filter::bind, ReportRepository::view, sink);
    }

    long count(ReminderFilter filter) {
        return sql.one(
                """
                select count(*) as total
                  from reminder r left join message m on m.message = r.message
                """
                        + FILTER,
                filter::bind,
                row -> row.longNumber("total"));
    }

    private static ReminderView view(Row row) throws SQLException {
        String suppressed = row.textOrNull("suppressed");
        return new ReminderView(
                row.id("reminder"),
                row.text("recipient"),
                row.textOrNull("email"),
                row.text("unit"),
                row.text("deadline"),
                row.constant("occasion", Occasion.class),
                row.dateOrNull("due"),
                row.number("lead_days"),
                row.number("days_left"),
                row.date("pass_date"),
                MessageState.valueOf(row.text("status")),
                suppressed == null ? null : Unsaid.valueOf(suppressed),
                row.idOrNull("message"),
                row.instantOrNull("not_before"),
                row.instantOrNull("sent_at"),
                row.number("attempts"),
                row.textOrNull("reply"));
    }

    /** Which reminders a list shows; null means any. */
    record ReminderFilter(
            @Nullable String unit,
            @Nullable String recipient,
            @Nullable String deadline,
            @Nullable LocalDate date,
            @Nullable String status) {

        ReminderFilter ofUnit(String only) {
            return new ReminderFilter(only, recipient, deadline, date, status);
        }

        Parameters bind(Parameters p) throws SQLException {
            return p.text("unit", unit)
                    .text("recipient", recipient)
                    .text("deadline", deadline)
                    .date("date", date)
                    .text("status", status);
        }
    }
}
