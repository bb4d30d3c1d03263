package org.kongdee.notification.task;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.DeadlineView;
import org.kongdee.notification.deadline.Obligation;
import org.kongdee.notification.deadline.Recurrence;
import org.kongdee.notification.deadline.Settled;
import org.kongdee.notification.deadline.Source;
import org.kongdee.notification.deadline.Word;
import org.kongdee.notification.deadline.Words;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.Detail;
import org.kongdee.notification.planning.Given;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.text.LocalizedText;

/**
 * Something that somebody was told to do. Whether it is done it keeps itself, but for a series, of
 * which every occurrence is done by itself.
 */
@Entity
@DiscriminatorValue("TASK")
class Task extends Obligation {

    private @Nullable String textEn;
    private @Nullable String textTh;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Given given;

    @Column(name = "start_on")
    private @Nullable LocalDate start;

    private @Nullable String rrule;

    @Mutability(Immutability.class)
    private List<String> criteria;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<FigureView> figures;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable Settled settled;

    /** For Hibernate. */
    protected Task() {}

    Task(String id, TaskContent content, LocalDate today, Stamp stamp) {
        super(
                id,
                content.unit(),
                content.title(),
                content.sections(),
                content.recipients(),
                content.due(),
                today,
                stamp);
        keep(content);
    }

    boolean says(TaskContent wanted) {
        return status() != DeadlineStatus.CANCELLED && content().equals(wanted);
    }

    /** It says something else from now on; one that was cancelled is asked for again. */
    void become(TaskContent wanted, LocalDate today, Stamp stamp) {
        TaskContent before = content();
        say(wanted.unit(), wanted.title(), wanted.sections(), wanted.recipients());
        keep(wanted);
        if (!wanted.isDueAs(before)) {
            due(wanted.due(), today);
        }
        if (status() == DeadlineStatus.CANCELLED) {
            become(settled == null ? DeadlineStatus.PLANNED : DeadlineStatus.DONE);
        }
        changed(stamp);
    }

    private void keep(TaskContent wanted) {
        textEn = wanted.text() == null ? null : wanted.text().en();
        textTh = wanted.text() == null ? null : wanted.text().th();
        given = wanted.given();
        start = wanted.start();
        rrule = wanted.rrule();
        criteria = wanted.criteria();
        figures = wanted.figures();
    }

    void cancel(Stamp stamp) {
        become(DeadlineStatus.CANCELLED);
        changed(stamp);
    }

    /** Only of what is no series. */
    void done(Settled answer, Stamp stamp) {
        settled = answer;
        become(DeadlineStatus.DONE);
        changed(stamp);
    }

    void undone(Stamp stamp) {
        settled = null;
        become(DeadlineStatus.PLANNED);
        changed(stamp);
    }

    boolean isSeries() {
        return rrule != null;
    }

    List<FigureView> figures() {
        return figures;
    }

    TaskContent content() {
        return new TaskContent(
                unit(),
                title(),
                text(),
                given,
                sections(),
                persons(),
                due(),
                start,
                rrule,
                criteria,
                figures);
    }

    private @Nullable LocalizedText text() {
        return textEn == null || textTh == null ? null : new LocalizedText(textEn, textTh);
    }

    @Override
    public Stream<Deadline> between(LocalDate from, LocalDate to, Words words) {
        if (start != null && rrule != null) {
            return Recurrence.of(start, rrule).between(from, to).stream()
                    .map(day -> occurrence(day, words));
        }
        LocalDate due = due();
        return due != null && (due.isBefore(from) || due.isAfter(to))
                ? Stream.empty()
                : Stream.of(single());
    }

    @Override
    public Stream<Deadline> on(LocalDate day, Words words) {
        if (isSeries()) {
            return between(day, day, words);
        }
        return Stream.of(single()).filter(deadline -> deadline.day().equals(day));
    }

    private Deadline single() {
        LocalDate due = due();
        return deadline(due, false, status(), settled, due);
    }

    private Deadline occurrence(LocalDate day, Words words) {
        Word word = words.aboutOccurrence(id(), day);
        boolean done = word != null && word.done() && status().isOpen();
        return deadline(
                day,
                true,
                done ? DeadlineStatus.DONE : status(),
                word == null ? null : word.settled(),
                day);
    }

    private Deadline deadline(
            @Nullable LocalDate day,
            boolean recurring,
            DeadlineStatus now,
            @Nullable Settled by,
            @Nullable LocalDate chasedFrom) {
        return deadline(
                day,
                recurring,
                now,
                by,
                chasedFrom == null ? Deadline.NEVER : chasedFrom.plusDays(CHASED_DAYS),
                null,
                List.of(),
                new Detail(null, List.of(), null, null, null, given));
    }

    @Override
    public DeadlineView view(Words words) {
        return new DeadlineView(
                id(),
                Source.TASK,
                unit(),
                null,
                null,
                null,
                null,
                null,
                null,
                title(),
                sections(),
                List.of(),
                null,
                null,
                persons(),
                due(),
                start,
                rrule,
                status(),
                List.of(),
                null,
                List.of(),
                given,
                settled,
                sequence());
    }

    TaskView view(@Nullable TaskAnswer answer, LocalDate today) {
        TaskContent content = content();
        return new TaskView(
                id(),
                content.unit(),
                content.title(),
                content.text(),
                content.given(),
                content.sections(),
                content.recipients(),
                content.due(),
                content.start(),
                content.rrule(),
                content.criteria(),
                content.figures(),
                status(),
                !isSeries() && single().isPastOn(today),
                answer,
                changedAt(),
                changedBy(),
                etag());
    }
}
