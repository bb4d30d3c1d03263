package org.kongdee.rubric.cycle;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.cycle.CycleView.ClaimsWithoutEvidence;
import org.kongdee.rubric.cycle.CycleView.Review;
import org.kongdee.rubric.cycle.CycleView.Status;
import org.kongdee.rubric.facts.Period;
import org.kongdee.web.entity.Kept;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;

/** One year's use of a rubric version: prepared, opened, closed, and no other way. */
@Entity
class Cycle extends Kept {

    @Id private String cycle;
    private String rubric;
    private String version;
    private String titleEn;
    private String titleTh;
    private LocalDate periodStart;
    private LocalDate periodEnd;
    private ZoneId timeZone;

    @Enumerated(EnumType.STRING)
    private Review review;

    @Enumerated(EnumType.STRING)
    private ClaimsWithoutEvidence claimsWithoutEvidence;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    private @Nullable EvidenceState evidence;

    /** For Hibernate. */
    protected Cycle() {}

    Cycle(String cycle, PutCycle wanted, LocalizedText title, Stamp stamp) {
        super(stamp);
        this.cycle = cycle;
        this.status = Status.DRAFT;
        say(wanted, title);
    }

    boolean says(PutCycle wanted, LocalizedText title) {
        return saysFixed(wanted)
                && title().equals(title)
                && timeZone.equals(wanted.timeZone())
                && claimsWithoutEvidence == wanted.claimsWithoutEvidence();
    }

    /** What opening fixes. */
    private boolean saysFixed(PutCycle wanted) {
        return rubric.equals(wanted.rubric())
                && version.equals(wanted.version())
                && period().equals(wanted.period())
                && review == wanted.review();
    }

    /**
     * Takes what the organiser wants.
     *
     * @param title what it is to be called, told or the rubric's
     * @throws Conflict if this would change what is fixed
     */
    void become(PutCycle wanted, LocalizedText title, Stamp stamp) {
        if (status == Status.CLOSED) {
            throw new Conflict(
                    "cycle-closed", Message.of("The cycle is closed and never changes."));
        }
        if (status == Status.OPEN && !saysFixed(wanted)) {
            throw new Conflict(
                    "cycle-open",
                    Message.of("The cycle is open; its rubric, period and review are fixed."));
        }
        say(wanted, title);
        changed(stamp);
    }

    /**
     * Takes scores from now on.
     *
     * @param evidence REGISTERED if evidence-service knows of it; null if there is none
     */
    void open(@Nullable EvidenceState evidence, Stamp stamp) {
        must(Status.DRAFT);
        this.evidence = evidence;
        status = Status.OPEN;
        changed(stamp);
    }

    /** Never changes from now on; evidence-service has yet to be told. */
    void close(Stamp stamp) {
        must(Status.OPEN);
        evidence = evidence == null ? null : EvidenceState.PENDING;
        status = Status.CLOSED;
        changed(stamp);
    }

    /** Evidence-service has heard of it. */
    void told() {
        evidence = EvidenceState.REGISTERED;
    }

    /**
     * @throws Conflict if it cannot be opened, or closed, as it is
     */
    void must(Status expected) {
        if (status != expected) {
            throw new Conflict(
                    "cycle-state",
                    switch (expected) {
                        case DRAFT ->
                                Message.of(
                                        "The cycle is %s; only a cycle that is DRAFT can be opened.",
                                        status);
                        case OPEN ->
                                Message.of(
                                        "The cycle is %s; only a cycle that is OPEN can be closed.",
                                        status);
                        case CLOSED -> throw new IllegalArgumentException("nothing follows CLOSED");
                    });
        }
    }

    private void say(PutCycle wanted, LocalizedText title) {
        titleEn = title.en();
        titleTh = title.th();
        rubric = wanted.rubric();
        version = wanted.version();
        periodStart = wanted.period().start();
        periodEnd = wanted.period().end();
        timeZone = wanted.timeZone();
        review = wanted.review();
        claimsWithoutEvidence = wanted.claimsWithoutEvidence();
    }

    String cycle() {
        return cycle;
    }

    String rubric() {
        return rubric;
    }

    String version() {
        return version;
    }

    LocalizedText title() {
        return new LocalizedText(titleEn, titleTh);
    }

    Period period() {
        return new Period(periodStart, periodEnd);
    }

    ZoneId timeZone() {
        return timeZone;
    }

    Review review() {
        return review;
    }

    ClaimsWithoutEvidence claimsWithoutEvidence() {
        return claimsWithoutEvidence;
    }

    Status status() {
        return status;
    }

    @Nullable EvidenceState evidence() {
        return evidence;
    }
}
