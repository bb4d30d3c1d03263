package org.kongdee.notification.deadline;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.Detail;
import org.kongdee.notification.planning.Move;
import org.kongdee.web.entity.Kept;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.text.LocalizedText;

/**
 * What somebody has to do: a milestone, which only the mirror writes, or a task. Planning sees its
 * due dates as {@link Deadline}s.
 */
@Entity
@Table(name = "deadline")
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "source")
public abstract class Obligation extends Kept {

    /** What has no period of its own is chased for a year. */
    protected static final int CHASED_DAYS = 366;

    @Id
    @Column(name = "deadline")
    private String id;

    private String unit;
    private String titleEn;
    private String titleTh;

    @Mutability(Immutability.class)
    private List<String> sections;

    @Mutability(Immutability.class)
    private List<String> persons;

    private @Nullable LocalDate due;

    @Enumerated(EnumType.STRING)
    private DeadlineStatus status;

    private LocalDate knownSince;
    private @Nullable LocalDate movedFrom;
    private @Nullable LocalDate movedOn;
    private int sequence = 1;

    /** For Hibernate. */
    protected Obligation() {}

    protected Obligation(
            String id,
            String unit,
            LocalizedText title,
            List<String> sections,
            List<String> persons,
            @Nullable LocalDate due,
            LocalDate knownSince,
            Stamp stamp) {
        super(stamp);
        this.id = id;
        this.unit = unit;
        this.titleEn = title.en();
        this.titleTh = title.th();
        this.sections = sections;
        this.persons = persons;
        this.due = due;
        this.status = DeadlineStatus.PLANNED;
        this.knownSince = knownSince;
    }

    /** What it is and whose; what readers of a mail act on makes a new sequence. */
    protected final void say(
            String ofUnit, LocalizedText title, List<String> ofSections, List<String> named) {
        if (!(unit.equals(ofUnit) && title().equals(title) && sections.equals(ofSections))) {
            sequence++;
        }
        unit = ofUnit;
        titleEn = title.en();
        titleTh = title.th();
        sections = ofSections;
        persons = named;
    }

    /** It is due on another day, or none; the day is known anew. */
    protected final void due(@Nullable LocalDate day, LocalDate today) {
        if (due != null && day != null) {
            movedFrom = due;
            movedOn = today;
        }
        due = day;
        knownSince = today;
        sequence++;
    }

    protected final void become(DeadlineStatus wanted) {
        if ((status == DeadlineStatus.CANCELLED) != (wanted == DeadlineStatus.CANCELLED)) {
            sequence++;
        }
        status = wanted;
    }

    public final String id() {
        return id;
    }

    /** Grows with what readers of a mail act on; links and calendars carry it. */
    public final int sequence() {
        return sequence;
    }

    public final String unit() {
        return unit;
    }

    public final @Nullable LocalDate due() {
        return due;
    }

    public final DeadlineStatus status() {
        return status;
    }

    public final List<String> sections() {
        return sections;
    }

    public final List<String> persons() {
        return persons;
    }

    public final LocalizedText title() {
        return new LocalizedText(titleEn, titleTh);
    }

    /** Its due dates from {@code from} to {@code to}; what has none is always among them. */
    public abstract Stream<Deadline> between(LocalDate from, LocalDate to, Words words);

    /** The one due date that stands in keys as {@code day}, if it still is due then. */
    public abstract Stream<Deadline> on(LocalDate day, Words words);

    public abstract DeadlineView view(Words words);

    /** One due date, with what all have in common. */
    protected final Deadline deadline(
            @Nullable LocalDate day,
            boolean recurring,
            DeadlineStatus now,
            @Nullable Settled settled,
            LocalDate chasedUntil,
            Milestone.@Nullable Place place,
            List<LocalizedText> missing,
            Detail detail) {
        return new Deadline(
                id,
                sequence,
                unit,
                place == null ? null : place.cycle(),
                place == null ? null : place.criterion(),
                place == null ? null : place.round(),
                day,
                recurring,
                Set.copyOf(sections),
                Set.copyOf(persons),
                now,
                title(),
                missing,
                movedFrom == null || movedOn == null ? null : new Move(movedFrom, movedOn),
                settled == null ? null : settled.settlement(),
                knownSince,
                chasedUntil,
                detail);
    }
}
