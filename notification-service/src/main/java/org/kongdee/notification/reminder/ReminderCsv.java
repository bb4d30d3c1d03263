package org.kongdee.notification.reminder;

import java.io.PrintWriter;
import java.util.Arrays;
import org.kongdee.web.table.Csv;

/** Reminders as CSV. */
final class ReminderCsv {

    private final PrintWriter out;

    ReminderCsv(PrintWriter out) {
        this.out = out;
    }

    void header() {
        out.print(Csv.MARK);
        out.print(
                "id,date,status,reason,recipient,email,unit,deadline,occasion,due,leadDays,daysLeft,attempts,sentAt,reply\r\n");
    }

    void line(ReminderView r) {
        out.print(
                Csv.line(
                        Arrays.asList(
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
                                r.reply())));
    }
}
