package org.kongdee.notification.planning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said once and never again: to this recipient, of this deadline, so many days ahead. A
 * deadline that moves has a new due date, and so starts afresh.
 *
 * @param leadDays 0 unless the occasion is DUE
 * @param due null if it has none
 * @param about which of several such occasions: the due date, or the day of what else is told
 */
public record ReminderKey(
        String recipient,
        String deadline,
        Occasion occasion,
        int leadDays,
        @Nullable LocalDate due,
        LocalDate about) {

    /** Of a lead day, or of a day overdue. */
    public static ReminderKey due(String recipient, String deadline, int leadDays, LocalDate due) {
        return new ReminderKey(recipient, deadline, Occasion.DUE, leadDays, due, due);
    }
}
