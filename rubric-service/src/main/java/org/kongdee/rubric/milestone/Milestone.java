package org.kongdee.rubric.milestone;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.milestone.MilestoneView.Status;
import org.kongdee.rubric.scoring.Obligation;
import org.kongdee.rubric.scoring.Obligations;
import org.kongdee.web.entity.Kept;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;

/**
 * Something a unit, or one of its sections, must have done by a day. It is what its evidence shows,
 * until somebody says that it is done or waived; who takes that back finds what the evidence shows
 * by then. One that nobody plans any more is cancelled, and keeps what was said of it, should it
 * return. Milestones are made many at once, by SQL; from then on each is changed here.
 */
@Entity
class Milestone extends Kept {

    @EmbeddedId private Key id;

    @SuppressWarnings("unused") // Lists are in this order.
    private int position;

    private @Nullable Integer round;
    private LocalDate due;

    /** As the plan, or the rubric, has it. */
    private LocalDate planned;

    private boolean fixed;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(Immutability.class)
    private List<String> sections;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(Immutability.class)
    private List<String> persons;

    private String titleEn;
    private String titleTh;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<LocalizedText> missing;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "open")
    @Mutability(Immutability.class)
    private List<String> openSections;

    /** Whether the evidence shows it, whatever people say. */
    private boolean met;

    /** DONE or WAIVED; null if nobody says either. */
    @Enumerated(EnumType.STRING)
    private @Nullable Status said;

    @SuppressWarnings("unused") // What was said is read by SQL.
    private @Nullable Instant saidAt;

    @SuppressWarnings("unused")
    private @Nullable String saidBy;

    @SuppressWarnings("unused")
    private @Nullable String saidByName;

    @SuppressWarnings("unused")
    private @Nullable String answer;

    /** Whether nobody plans it any more. */
    private boolean cancelled;

    @SuppressWarnings("unused") // Read by SQL.
    private @Nullable String reason;

    private @Nullable String changedByName;

    /**
     * What a milestone is found by, for ever.
     *
     * @param section empty if it is owed jointly
     */
    @Embeddable
    record Key(String cycle, String unit, String criterion, String code, String section)
            implements Serializable {

        static Key of(String cycle, String unit, Obligation row) {
            return new Key(
                    cycle,
                    unit,
                    row.criterion().code(),
                    row.code(),
                    row.section() == null ? "" : row.section());
        }

        String text() {
            String joint = String.join(":", cycle, unit, criterion, code);
            return section.isEmpty() ? joint : joint + ":" + section;
        }
    }

    /** For Hibernate. */
    protected Milestone() {}

    Status status() {
        if (cancelled) {
            return Status.CANCELLED;
        }
        return said == null ? shown() : said;
    }

    /** Whether it is already what somebody says it is; PLANNED stands for what is shown. */
    boolean is(Status word) {
        return status() == (word == Status.PLANNED ? shown() : word);
    }

    /**
     * @throws Conflict if nothing is to be said about it
     */
    void mustTakeWord() {
        if (status() == Status.MET || status() == Status.CANCELLED) {
            throw new Conflict(
                    "milestone-state",
                    Message.of("The milestone is %s; its status cannot be set now.", status()));
        }
    }

    /** Somebody says that it is DONE or WAIVED. */
    void say(Status word, String why, Stamp stamp) {
        mustTakeWord();
        said = word;
        saidAt = stamp.at();
        saidBy = stamp.by();
        saidByName = stamp.byName();
        answer = why;
    }

    /** Nobody says anything of it any more. */
    void undo() {
        mustTakeWord();
        said = null;
        saidAt = null;
        saidBy = null;
        saidByName = null;
        answer = null;
    }

    /** It is due on another day. */
    void move(LocalDate day) {
        due = day;
    }

    /** Why somebody changed it. */
    void because(@Nullable String why, Stamp stamp) {
        reason = why;
        changedNow(stamp);
    }

    /**
     * What the evidence shows from now on; what people say of it stands.
     *
     * @return whether it stands differently now
     */
    boolean show(Obligations.State state, Stamp stamp) {
        if (met == state.met()
                && missing.equals(state.missing())
                && openSections.equals(state.open())) {
            return false;
        }
        Status before = status();
        met = state.met();
        missing = state.missing();
        openSections = state.open();
        changedNow(stamp);
        return status() != before;
    }

    /**
     * What the plan, or the rubric, has of it now. A day that an organiser gave a deadline of the
     * rubric stands until the rubric's own day is another.
     *
     * @return whether it stands differently, or is due on another day
     */
    boolean replan(Obligation row, int place, @Nullable String why, Stamp stamp) {
        LocalizedText title = row.title().filled();
        boolean moves = !planned.equals(row.due());
        boolean returns = cancelled;
        boolean differs =
                !Objects.equals(round, row.round())
                        || !sections.equals(row.owners())
                        || !persons.equals(row.persons())
                        || !titleEn.equals(title.en())
                        || !titleTh.equals(title.th());
        position = place;
        if (!moves && !returns && !differs) {
            return false;
        }
        round = row.round();
        sections = row.owners();
        persons = row.persons();
        titleEn = title.en();
        titleTh = title.th();
        cancelled = false;
        if (moves) {
            planned = row.due();
            due = row.due();
        }
        if (moves || returns) {
            reason = why;
        }
        changedNow(stamp);
        return moves || returns;
    }

    /** Nobody plans it any more. */
    boolean cancel(@Nullable String why, Stamp stamp) {
        if (cancelled) {
            return false;
        }
        cancelled = true;
        because(why, stamp);
        return true;
    }

    private void changedNow(Stamp stamp) {
        changedByName = stamp.byName();
        changed(stamp);
    }

    private Status shown() {
        return met ? Status.MET : Status.PLANNED;
    }

    Key id() {
        return id;
    }

    LocalDate due() {
        return due;
    }

    /** Whether the rubric fixes it for all units. */
    boolean isFixed() {
        return fixed;
    }

    @Nullable String changedByName() {
        return changedByName;
    }
}
