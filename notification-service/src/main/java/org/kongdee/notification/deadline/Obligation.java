package org.kongdee.notification.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.LocalizedText;

/**
 * What somebody has to do by a date, or by every date of a rule: a row of {@code deadline}.
 * Planning sees its due dates as {@link Deadline}s.
 */
record Obligation(
        String id,
        Source source,
        String unit,
        @Nullable String cycle,
        @Nullable String criterion,
        @Nullable Integer round,
        LocalizedText title,
        Set<String> sections,
        Set<String> recipients,
        @Nullable LocalDate due,
        @Nullable LocalDate start,
        @Nullable String rrule,
        DeadlineStatus status,
        List<LocalizedText> missing,
        LocalDate knownSince,
        @Nullable LocalDate chasedUntil,
        int revision) {

    /** Who entered it. */
    enum Source {
        MILESTONE,
        OWN
    }

    /** What has no period of its own is chased for a year. */
    private static final int CHASED_DAYS = 366;

    /**
     * @throws RuleBroken unless there is one due date or one valid rule
     */
    Obligation {
        if ((due == null) == (rrule == null) || (rrule == null) != (start == null)) {
            throw new RuleBroken(
                    "invalid-deadline",
                    "A deadline has either due, or start and rrule.",
                    List.of(
                            org.kongdee.web.problem.FieldError.at(
                                    "/due", "either due, or start and rrule")));
        }
        if (sections.isEmpty() == recipients.isEmpty()) {
            throw RuleBroken.at(
                    "invalid-deadline",
                    "/sections",
                    "A deadline has either sections or recipients, at least one.");
        }
    }

    String etag() {
        return ETags.of(revision);
    }

    /** Its due dates from {@code from} to {@code to}. */
    Stream<LocalDate> dueDates(LocalDate from, LocalDate to) {
        if (start != null && rrule != null) {
            return Recurrence.of(start, rrule).between(from, to).stream();
        }
        return Stream.ofNullable(due).filter(day -> !day.isBefore(from) && !day.isAfter(to));
    }

    /** One of its due dates, as planning sees it. */
    Deadline on(LocalDate day, boolean done) {
        return new Deadline(
                id,
                revision,
                unit,
                cycle,
                criterion,
                round,
                day,
                rrule != null,
                sections,
                recipients,
                done && status.isOpen() ? DeadlineStatus.DONE : status,
                title,
                missing,
                knownSince,
                chasedUntil == null ? day.plusDays(CHASED_DAYS) : chasedUntil);
    }
}
