package org.kongdee.notification.planning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pass decides: digests to send, and everything that is not sent with the reason why.
 *
 * @param gaps owners of deadlines mentioned on the day who have nobody to be told
 */
public record Plan(
        LocalDate date,
        List<Digest> digests,
        List<Suppressed> suppressed,
        List<Skipped> skipped,
        List<Gap> gaps) {

    /** One mail to one person: overdue first, then by due date. */
    public record Digest(Recipient recipient, LocalTime at, List<Line> lines) {}

    /**
     * @param leadDays nominal: the policy's day; negative when overdue
     * @param daysLeft actual, counted from the day of the mail
     */
    public record Line(Deadline deadline, int leadDays, int daysLeft) {

        /** Overdue first, then what is due today, then the rest; each by due date and criterion. */
        public static final Comparator<Line> READING_ORDER =
                Comparator.<Line>comparingInt(line -> Integer.signum(line.daysLeft()))
                        .thenComparing(line -> line.deadline().due())
                        .thenComparing(
                                line -> line.deadline().criterion(),
                                Comparator.nullsLast(CriterionOrder.INSTANCE))
                        .thenComparing(line -> line.deadline().id());

        public ReminderKey key(String recipient) {
            return new ReminderKey(recipient, deadline.id(), leadDays, deadline.due());
        }
    }

    /** A reminder of somebody that is deliberately not sent. */
    public record Suppressed(ReminderKey key, String unit, Unsaid reason) {}

    /** A deadline that would be mentioned, were it still open. */
    public record Skipped(String deadline, LocalDate due, DeadlineStatus reason) {}

    /**
     * @param section the owner, or null for the unit as a whole
     * @param directorTold whether a director was told instead
     */
    public record Gap(
            String unit, @Nullable String section, String deadline, boolean directorTold) {}
}
