package org.kongdee.rubric.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.facts.Period;
import org.kongdee.web.etag.Tagged;
import org.kongdee.web.text.LocalizedText;

/**
 * One year's use of a rubric version.
 *
 * @param title its own, else the rubric's
 * @param period the days whose evidence counts, both included; at most 366
 * @param timeZone where its days begin and end, an IANA time zone
 * @param review who accepts evidence
 * @param claimsWithoutEvidence what happens to a claim above what the evidence supports
 * @param status how far it has come
 * @param evidence whether evidence-service knows of this status; null before opening, and where
 *     there is no evidence-service
 * @param etag for {@code If-Match}; the same as the header where it stands alone
 */
@Schema(name = "Cycle")
public record CycleView(
        @Schema(examples = "division-contest-2565") String cycle,
        @Schema(examples = "division-contest") String rubric,
        @Schema(examples = "2565") String version,
        LocalizedText title,
        Period period,
        @Schema(examples = "Asia/Bangkok", implementation = String.class) ZoneId timeZone,
        Review review,
        ClaimsWithoutEvidence claimsWithoutEvidence,
        Status status,
        @Nullable EvidenceState evidence,
        Instant changedAt,
        @Schema(examples = "\"7\"") String etag)
        implements Tagged {

    /**
     * DRAFT may change in everything; OPEN takes scores, its rubric and period are fixed; CLOSED
     * never changes.
     */
    @Schema(name = "CycleStatus")
    public enum Status {
        DRAFT,
        OPEN,
        CLOSED
    }

    /**
     * Who accepts evidence: another officer of the unit or an assessor, or assessors of other units
     * only.
     */
    public enum Review {
        PEER,
        INDEPENDENT
    }

    /** A claim above what the evidence supports is flagged, or refused. */
    public enum ClaimsWithoutEvidence {
        FLAG,
        REFUSE
    }

    /** The day that it is where the cycle's days begin and end. */
    public LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, timeZone);
    }

    static CycleView of(Cycle cycle) {
        return new CycleView(
                cycle.cycle(),
                cycle.rubric(),
                cycle.version(),
                cycle.title(),
                cycle.period(),
                cycle.timeZone(),
                cycle.review(),
                cycle.claimsWithoutEvidence(),
                cycle.status(),
                cycle.evidence(),
                cycle.changedAt(),
                cycle.etag());
    }
}
