package org.kongdee.notification.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;

/**
 * One due date of one obligation: a milestone, or one occurrence of a deadline of the unit's own.
 *
 * @param id of the obligation; with {@code due} it names the deadline
 * @param revision grows whenever the obligation changes; links and calendars carry it
 * @param recurring whether it is one of several occurrences of the same obligation
 * @param sections owners within the unit; {@link #ALL} means every section
 * @param recipients those told by name; when there are any, sections do not matter
 * @param knownSince the day on which this due date became known here
 * @param chasedUntil the last day on which it is mentioned when overdue
 * @param detail what it has more of if it is a milestone
 */
public record Deadline(
        String id,
        int revision,
        String unit,
        @Nullable String cycle,
        @Nullable String criterion,
        @Nullable Integer round,
        LocalDate due,
        boolean recurring,
        Set<String> sections,
        Set<String> recipients,
        DeadlineStatus status,
        LocalizedText title,
        List<LocalizedText> missing,
        LocalDate knownSince,
        LocalDate chasedUntil,
        MilestoneDetail detail) {

    /** The owner that stands for every section of the unit. */
    public static final String ALL = "ALL";

    public Deadline {
        sections = Set.copyOf(sections);
        recipients = Set.copyOf(recipients);
        missing = List.copyOf(missing);
        if (sections.isEmpty() && recipients.isEmpty()) {
            throw new IllegalArgumentException(
                    "deadline " + id + " has neither sections nor recipients");
        }
    }

    /** Names this due date in calendars: kept when a single deadline moves. */
    public String uid() {
        return (recurring ? id + ":" + due : id) + "@kongdee";
    }

    /** What a recurring obligation asked for before it was entered here is history, not overdue. */
    boolean isHistory(LocalDate date) {
        return recurring && due.isBefore(knownSince) && !knownSince.isAfter(date);
    }

    boolean isForEverySection() {
        return sections.contains(ALL);
    }
}
