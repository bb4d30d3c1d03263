package org.kongdee.notification.deadline;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.Detail;
import org.kongdee.notification.planning.SectionTitle;
import org.kongdee.web.text.LocalizedText;

/** A milestone as rubric-service told it; only {@link MilestoneRepository} writes. */
@Entity
@DiscriminatorValue("MILESTONE")
class MirroredMilestone extends Obligation {

    private String cycle;
    private String criterion;
    private String code;
    private @Nullable String section;

    @Enumerated(EnumType.STRING)
    private @Nullable Each each;

    private @Nullable Integer round;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<SectionTitle> sectionTitles;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable LocalizedText criterionTitle;

    private @Nullable String criterionLabel;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<LocalizedText> missing;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable LocalizedText example;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable Settled settled;

    @Mutability(Immutability.class)
    private List<String> open;

    private LocalDate chasedUntil;

    /** For Hibernate. */
    protected MirroredMilestone() {}

    @Override
    public Stream<Deadline> between(LocalDate from, LocalDate to, Words words) {
        LocalDate day = Objects.requireNonNull(due());
        return day.isBefore(from) || day.isAfter(to) ? Stream.empty() : Stream.of(deadline(words));
    }

    @Override
    public Stream<Deadline> on(LocalDate day, Words words) {
        return day.equals(due()) ? Stream.of(deadline(words)) : Stream.empty();
    }

    private Deadline deadline(Words words) {
        return deadline(
                due(),
                false,
                status(words),
                settled(words),
                chasedUntil,
                new Milestone.Place(cycle, criterion, round),
                missing,
                new Detail(section, sectionTitles, criterionTitle, criterionLabel, example, null));
    }

    /** What was said here holds until rubric-service has heard it. */
    private DeadlineStatus status(Words words) {
        Word word = words.aboutMilestone(id());
        return word == null ? status() : word.over(status());
    }

    private @Nullable Settled settled(Words words) {
        Word word = words.aboutMilestone(id());
        return word == null || status(words) == status() ? settled : word.settled();
    }

    @Override
    public DeadlineView view(Words words) {
        return new DeadlineView(
                id(),
                Source.MILESTONE,
                unit(),
                cycle,
                criterion,
                criterionTitle,
                criterionLabel,
                code,
                round,
                title(),
                sections(),
                sectionTitles,
                each,
                section,
                persons().stream().sorted().toList(),
                due(),
                null,
                null,
                status(words),
                missing,
                example,
                open,
                null,
                settled(words),
                sequence());
    }
}
