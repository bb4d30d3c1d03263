package org.kongdee.notification.deadline;

import static java.util.Objects.requireNonNullElse;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.MilestoneDetail;
import org.kongdee.web.entity.Kept;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.LocalizedText;

/**
 * What somebody has to do by a date, or by every date of a rule. Planning sees its due dates as
 * {@link Deadline}s. Those of the unit's own are changed here; mirrored ones only by {@link
 * MilestoneRepository}.
 */
@Entity
@Table(name = "deadline")
class Obligation extends Kept {

    /** What has no period of its own is chased for a year. */
    private static final int CHASED_DAYS = 366;

    @Id
    @Column(name = "deadline")
    private String id;

    @Enumerated(EnumType.STRING)
    private Source source;

    private String unit;
    private @Nullable String cycle;
    private @Nullable String criterion;
    private @Nullable Integer round;
    private String titleEn;
    private String titleTh;

    @Mutability(Immutability.class)
    private List<String> sections;

    @Mutability(Immutability.class)
    private List<String> recipients;

    private @Nullable LocalDate due;

    @Column(name = "start_on")
    private @Nullable LocalDate start;

    private @Nullable String rrule;

    @Enumerated(EnumType.STRING)
    private DeadlineStatus status;

    @Mutability(Immutability.class)
    private List<String> missingEn;

    @Mutability(Immutability.class)
    private List<String> missingTh;

    private LocalDate knownSince;
    private @Nullable LocalDate chasedUntil;

    @Embedded private MirroredDetail mirrored = new MirroredDetail();

    /** For Hibernate. */
    protected Obligation() {}

    /**
     * One of the unit's own.
     *
     * @throws RuleBroken unless it has one due date or one valid rule, and one kind of owner
     */
    Obligation(CreateDeadline wanted, LocalDate today, Stamp stamp) {
        super(stamp);
        this.id = UUID.randomUUID().toString();
        this.source = Source.OWN;
        this.unit = wanted.unit();
        title(wanted.title().text());
        this.sections = distinct(wanted.sections());
        this.recipients = distinct(wanted.recipients());
        this.due = wanted.due();
        this.start = wanted.start();
        this.rrule = wanted.rrule();
        this.status = DeadlineStatus.PLANNED;
        this.missingEn = List.of();
        this.missingTh = List.of();
        this.knownSince = today;
        check();
    }

    /**
     * What is absent stays. Naming sections replaces recipients and back, a due date the rule and
     * back; what moves is known anew.
     *
     * @throws RuleBroken as for a new one
     */
    void change(PatchDeadline change, LocalDate today, Stamp stamp) {
        if (change.title() != null) {
            title(change.title().text());
        }
        if (change.sections() != null || change.recipients() != null) {
            sections = distinct(change.sections());
            recipients = distinct(change.recipients());
        }
        if (change.due() != null) {
            due = change.due();
            start = null;
            rrule = null;
            knownSince = today;
        } else if (change.start() != null || change.rrule() != null) {
            due = null;
            start = change.start() == null ? start : change.start();
            rrule = change.rrule() == null ? rrule : change.rrule();
            knownSince = today;
        }
        check();
        changed(stamp);
    }

    private void title(LocalizedText title) {
        titleEn = title.en();
        titleTh = title.th();
    }

    private static List<String> distinct(@Nullable List<String> codes) {
        return requireNonNullElse(codes, List.<String>of()).stream().distinct().sorted().toList();
    }

    private void check() {
        if ((due == null) == (rrule == null) || (rrule == null) != (start == null)) {
            throw new RuleBroken(
                    "invalid-deadline",
                    "A deadline has either due, or start and rrule.",
                    List.of(FieldError.at("/due", "either due, or start and rrule")));
        }
        if (sections.isEmpty() == recipients.isEmpty()) {
            throw RuleBroken.at(
                    "invalid-deadline",
                    "/sections",
                    "A deadline has either sections or recipients, at least one.");
        }
        if (start != null && rrule != null) {
            try {
                Recurrence.check(start, rrule);
            } catch (IllegalArgumentException e) {
                throw RuleBroken.at("invalid-deadline", "/rrule", "rrule: " + e.getMessage() + ".");
            }
        }
    }

    String id() {
        return id;
    }

    String unit() {
        return unit;
    }

    boolean isMilestone() {
        return source == Source.MILESTONE;
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
                Math.toIntExact(revision()),
                unit,
                cycle,
                criterion,
                round,
                day,
                rrule != null,
                Set.copyOf(sections),
                Set.copyOf(recipients),
                done && status.isOpen() ? DeadlineStatus.DONE : status,
                title(),
                missing(),
                knownSince,
                chasedUntil == null ? day.plusDays(CHASED_DAYS) : chasedUntil,
                mirrored.detail());
    }

    DeadlineView view() {
        MilestoneDetail detail = mirrored.detail();
        return new DeadlineView(
                id,
                source,
                unit,
                cycle,
                criterion,
                detail.criterionTitle(),
                mirrored.code(),
                round,
                title(),
                sections.stream().sorted().toList(),
                detail.sectionTitles(),
                mirrored.each(),
                detail.section(),
                detail.persons().stream().sorted().toList(),
                recipients.stream().sorted().toList(),
                due,
                start,
                rrule,
                status,
                missing(),
                detail.example(),
                mirrored.open(),
                mirrored.settled(),
                Math.toIntExact(revision()));
    }

    private LocalizedText title() {
        return new LocalizedText(titleEn, titleTh);
    }

    private List<LocalizedText> missing() {
        return IntStream.range(0, missingEn.size())
                .mapToObj(i -> new LocalizedText(missingEn.get(i), missingTh.get(i)))
                .toList();
    }
}
