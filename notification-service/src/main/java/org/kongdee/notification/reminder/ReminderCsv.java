package org.kongdee.notification.reminder;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reminders as CSV that a spreadsheet opens without running anything in it. */
final class ReminderCsv {

    private final PrintWriter out;

    ReminderCsv(PrintWriter out) {
        this.out = out;
    }

    void header() {
        // The mark tells spreadsheets that the text is UTF-8; without it Thai is garbled.
        out.print('\uFEFF');
        out.print(
                "id,date,status,reason,recipient,email,unit,deadline,due,leadDays,daysLeft,attempts,sentAt,reply\r\n");
    }

    void line(ReminderView r) {
        out.print(
                Stream.of(
                                cell(r.id()),
                                cell(r.date()),
                                cell(r.status()),
                                cell(r.reason()),
                                cell(r.recipient()),
                                cell(r.email()),
                                cell(r.unit()),
                                cell(r.deadline()),
                                cell(r.due()),
                                Integer.toString(r.leadDays()),
                                Integer.toString(r.daysLeft()),
                                Integer.toString(r.attempts()),
                                cell(r.sentAt()),
                                cell(r.reply()))
                        .collect(Collectors.joining(",", "", "\r\n")));
    }

    /** A text that begins like a formula is made harmless by an apostrophe. */
    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        String safe =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
