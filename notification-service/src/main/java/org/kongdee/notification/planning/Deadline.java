package org.kongdee.notification.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;

/**
 * One due date of something that is owed: a milestone, or a task, of a series one occurrence. A
 * task may have no due date.
 *
 * @param id of what is owed; with {@link #day} it names this due date
 * @param sequence grows whenever its date, title or owners change; links and calendars carry it
 * @param recurring whether it is one of several occurrences of the same task
 * @param sections owners within the unit; {@link #ALL} means every section
 * @param persons recipients who are told besides the people of the sections
 * @param move the last time that its due date moved; null if it never did
 * @param settlement who called it done; null if nobody
 * @param knownSince the day on which this due date became known here
 * @param chasedUntil the last day on which it is mentioned when overdue
 */
public record Deadline(
        String id,
        int sequence,
        String unit,
        @Nullable String cycle,
        @Nullable String criterion,
        @Nullable Integer round,
        @Nullable LocalDate due,
        boolean recurring,
        Set<String> sections,
        Set<String> persons,
        DeadlineStatus status,
        LocalizedText title,
        List<LocalizedText> missing,
        @Nullable Move move,
        @Nullable Settlement settlement,
        LocalDate knownSince,
        LocalDate chasedUntil,
        Detail detail) {

    /** The owner that stands for every section of the unit. */
    public static final String ALL = "ALL";

    /** Stands in keys where there is no due date. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** What of a deadline is only shown. */
    public record Shown(List<LocalizedText> missing, Detail detail) {

        public Shown {
            missing = List.copyOf(missing);
        }
    }

    /** The same with what is shown of it; planning does without. */
    public Deadline with(Shown shown) {
        return new Deadline(
                id,
                sequence,
                unit,
                cycle,
                criterion,
                round,
                due,
                recurring,
                sections,
                persons,
                status,
                title,
                shown.missing,
                move,
                settlement,
                knownSince,
                chasedUntil,
                shown.detail);
    }

    public Deadline {
        sections = Set.copyOf(sections);
        persons = Set.copyOf(persons);
        missing = List.copyOf(missing);
    }

    /** The due date, as it stands in keys. */
    public LocalDate day() {
        return due == null ? NEVER : due;
    }

    /** Names this due date in calendars: kept when a single deadline moves. */
    public String uid() {
        return (recurring ? id + ":" + due : id) + "@kongdee";
    }

    /** What it is a row of: the same for all sections that owe the same each by itself. */
    public String group() {
        String section = detail.section();
        return section == null ? id : id.substring(0, id.length() - section.length() - 1);
    }

    public boolean isOpen() {
        return status.isOpen();
    }

    /** Whether its sections owe it together, so that one of them settles it for all. */
    boolean isJoint() {
        return detail.section() == null;
    }

    /** Whether it is open and its day has gone by, also before it was entered here. */
    public boolean isPastOn(LocalDate date) {
        return isOpen() && day().isBefore(date);
    }

    /** Whether it is to be chased. */
    public boolean isOverdueOn(LocalDate date) {
        return isPastOn(date) && !isHistory(date);
    }

    /** What a series asked for before it was entered here is history, not overdue. */
    boolean isHistory(LocalDate date) {
        return recurring && day().isBefore(knownSince) && !knownSince.isAfter(date);
    }

    /** Whether nobody is named: then it is the director's. */
    boolean isNobodys() {
        return sections.isEmpty() && persons.isEmpty();
    }

    public boolean isForEverySection() {
        return sections.contains(ALL);
    }
}
