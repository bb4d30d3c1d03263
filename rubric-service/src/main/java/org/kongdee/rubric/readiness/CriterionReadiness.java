package org.kongdee.rubric.readiness;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.claim.ClaimSchema;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.rubric.scoring.Exact;
import org.kongdee.rubric.scoring.Support;
import org.kongdee.web.text.LocalizedText;

/**
 * How ready a criterion is.
 *
 * @param label the number that people know it by; null if that is its code
 * @param deducts whether its points are taken from the sum that it stands in
 * @param supported the claim that the evidence supports; null if the scheme infers none
 * @param points what the evidence supports is worth
 * @param pending what it would be with the evidence that waits for review; null if that is not
 *     known
 * @param claimed the claim that stands; null if there is none
 * @param claimedWithoutEvidence whether that claim is above what the accepted evidence backs; null
 *     where nothing is claimed, and where no evidence is followed
 * @param reasons of each rung, whether its rule is met and why
 * @param missing what the next points need
 */
public record CriterionReadiness(
        @Schema(examples = "1.1.5") String criterion,
        LocalizedText title,
        @Schema(examples = "๑.๑.๕") @Nullable String label,
        boolean deducts,
        @Schema(implementation = ClaimSchema.class) @Nullable Claim supported,
        BigDecimal points,
        BigDecimal max,
        @Schema(implementation = ClaimSchema.class) @Nullable Claim pending,
        @Schema(implementation = ClaimSchema.class) @Nullable Claim claimed,
        @Nullable Boolean claimedWithoutEvidence,
        List<Reason> reasons,
        List<Missing> missing) {

    /**
     * Whether a rung's rule is met.
     *
     * @param part code of the part of a composite; null for any other scheme
     * @param rung counted from 1; null where there are no rungs
     * @param met whether the rule is met
     * @param because what was counted, and what it takes
     */
    @Schema(name = "RungReason")
    public record Reason(
            @Nullable String part, @Nullable Integer rung, boolean met, LocalizedText because) {}

    /**
     * What is needed for the next points.
     *
     * @param part code of the part of a composite; null for any other scheme
     * @param rung that would be reached, counted from 1; null where there are no rungs
     * @param points what it would add
     * @param needs what is missing for it
     */
    @Schema(name = "MissingPoints")
    public record Missing(
            @Nullable String part, @Nullable Integer rung, BigDecimal points, LocalizedText needs) {

        public static List<Missing> of(Support support) {
            return support.missing().stream()
                    .map(
                            missing ->
                                    new Missing(
                                            missing.part(),
                                            missing.rung(),
                                            Exact.plain(missing.points()),
                                            missing.needs()))
                    .toList();
        }
    }

    public static CriterionReadiness of(
            Criterion criterion,
            Support support,
            @Nullable Claim pending,
            @Nullable Claim claimed,
            @Nullable Boolean claimedWithoutEvidence) {
        return new CriterionReadiness(
                criterion.code(),
                criterion.title().filled(),
                criterion.label(),
                criterion.deducts(),
                support.claim(),
                Exact.plain(support.points()),
                Exact.plain(criterion.max()),
                pending,
                claimed,
                claimedWithoutEvidence,
                support.reasons().stream()
                        .map(
                                reason ->
                                        new Reason(
                                                reason.part(),
                                                reason.rung(),
                                                reason.met(),
                                                reason.because()))
                        .toList(),
                Missing.of(support));
    }
}
