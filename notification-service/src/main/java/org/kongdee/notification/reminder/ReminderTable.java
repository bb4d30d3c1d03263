package org.kongdee.notification.reminder;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.table.TableColumn;
import org.kongdee.web.table.Tables;

/** Reminders as a table. */
final class ReminderTable {

    static final String SHEET = "reminders";

    static final List<TableColumn> COLUMNS =
            TableColumn.named(
                    Stream.of(
                            "id",
                            "date",
                            "status",
                            "reason",
                            "recipient",
                            "email",
                            "unit",
                            "deadline",
                            "occasion",
                            "due",
                            "leadDays",
                            "daysLeft",
                            "attempts",
                            "sentAt",
                            "reply"));

    private ReminderTable() {}

    static Consumer<ReminderView> rows(Tables.Sink sink) {
        Consumer<List<@Nullable Object>> row = Tables.unchecked(sink);
        return reminder -> row.accept(cells(reminder));
    }

    private static List<@Nullable Object> cells(ReminderView r) {
        return Arrays.asList(
                r.id(),
                r.date(),
                r.status(),
                r.reason(),
                r.recipient(),
                r.email(),
                r.unit(),
                r.deadline(),
                r.occasion(),
                r.due(),
                r.leadDays(),
                r.daysLeft(),
                r.attempts(),
                r.sentAt(),
                r.reply());
    }
}
