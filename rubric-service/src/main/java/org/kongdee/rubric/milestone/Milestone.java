package org.kongdee.rubric.milestone;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.milestone.MilestoneView.Status;
import org.kongdee.web.entity.Kept;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.text.LocalizedText;

/**
 * Something a unit must have done by a day. It is what its evidence shows, until somebody says that
 * it is done or waived; who takes that back finds what the evidence shows by then. Milestones are
 * planned many at once, by SQL; from then on each is changed here.
 */
@Entity
class Milestone extends Kept {

    @EmbeddedId private Key id;

    @SuppressWarnings("unused") // Lists are in this order.
    private int position;

    private @Nullable Integer round;
    private LocalDate due;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(Immutability.class)
    private List<String> sections;

    private String titleEn;
    private String titleTh;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<LocalizedText> missing;

    /** Whether the evidence shows it, whatever people say. */
    private boolean met;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String reason;
    private @Nullable String changedByName;

    /** What a milestone is found by, for ever. */
    @Embeddable
    record Key(String cycle, String unit, String criterion, String code) implements Serializable {

        String text() {
            return String.join(":", cycle, unit, criterion, code);
        }
    }

    /** For Hibernate. */
    protected Milestone() {}

    /** Whether it is already what somebody says it is; PLANNED stands for what is shown. */
    boolean is(Status said) {
        return status == (said == Status.PLANNED ? shown() : said);
    }

    /**
     * @throws Conflict if nothing is to be said about it
     */
    void mustTakeWord() {
        if (status == Status.MET || status == Status.CANCELLED) {
            throw new Conflict(
                    "milestone-state",
                    "The milestone is %s; nothing is to be said about it.".formatted(status));
        }
    }

    /** Somebody says that it is done. */
    void done() {
        mustTakeWord();
        status = Status.DONE;
    }

    /** It need not be done. */
    void waive() {
        mustTakeWord();
        status = Status.WAIVED;
    }

    /** Nobody says anything of it any more. */
    void undo() {
        mustTakeWord();
        status = shown();
    }

    /** It is due on another day. */
    void move(LocalDate day) {
        due = day;
    }

    /** Why somebody changed it. */
    void because(String why, Stamp stamp) {
        reason = why;
        changedNow(stamp);
    }

    /** What the evidence shows from now on; what people say of it stands. */
    void show(boolean nowMet, List<LocalizedText> nowMissing, Stamp stamp) {
        if (met == nowMet && missing.equals(nowMissing)) {
            return;
        }
        boolean unsaid = status == shown();
        met = nowMet;
        missing = nowMissing;
        status = unsaid ? shown() : status;
        changedNow(stamp);
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

    @Nullable Integer round() {
        return round;
    }

    LocalDate due() {
        return due;
    }

    List<String> sections() {
        return sections;
    }

    LocalizedText title() {
        return new LocalizedText(titleEn, titleTh);
    }

    List<LocalizedText> missing() {
        return missing;
    }

    Status status() {
        return status;
    }

    @Nullable String reason() {
        return reason;
    }

    @Nullable String changedByName() {
        return changedByName;
    }
}
