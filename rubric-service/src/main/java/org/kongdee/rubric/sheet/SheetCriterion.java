package org.kongdee.rubric.sheet;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.evidence.EvidenceKind;
import org.kongdee.rubric.milestone.MilestoneView;
import org.kongdee.rubric.readiness.CriterionReadiness.Missing;
import org.kongdee.web.text.LocalizedText;

/**
 * A line of a sheet: what the rubric says of a criterion, what the unit plans and has shown, and
 * where it stands.
 *
 * @param code of the criterion in the rubric
 * @param label the number that people know it by; null if that is its code
 * @param path the codes of the nodes it stands in, from the top
 * @param description what is meant, at length; null if the rubric says nothing
 * @param approach what a unit is expected to do; null if the rubric says nothing
 * @param examples what can serve as evidence
 * @param zero what it means to reach nothing; null if the rubric says nothing
 * @param kinds the kinds of evidence it takes; empty if it takes any
 * @param owners sections of the unit that answer for it, or ALL for every section; empty if nobody
 *     is planned
 * @param persons keys of recipients of notification-service who answer beside a section
 * @param text how the unit means to do it; null if its plan says nothing
 * @param result what came of it; null if the plan says nothing
 * @param milestones of the criterion, by due date; none before the cycle is open
 * @param evidence of each kind that it takes, and of any other that was filed, how much is there
 * @param applicable false where it is confirmed that the criterion does not apply: it counts in no
 *     total
 * @param deducts whether its points are taken from the sum that it stands in, and are no part of
 *     the maximum
 * @param max the most points of it
 * @param backed the points that the accepted evidence supports; where evidence never infers points,
 *     those that are claimed, as far as it backs them
 * @param claimed the points of the self-assessment; null where nothing is claimed
 * @param judged the points of the committee; null as long as they are not to be seen
 * @param missing what the next points need
 */
public record SheetCriterion(
        @Schema(examples = "1.1.2") String code,
        LocalizedText title,
        @Schema(examples = "๑.๑.๒") @Nullable String label,
        @Schema(examples = "[\"1\", \"1.1\"]") List<String> path,
        @Nullable LocalizedText description,
        @Nullable LocalizedText approach,
        List<LocalizedText> examples,
        @Nullable LocalizedText zero,
        List<EvidenceKind> kinds,
        List<String> owners,
        List<String> persons,
        @Nullable LocalizedText text,
        @Nullable LocalizedText result,
        List<MilestoneView> milestones,
        List<EvidenceCount> evidence,
        boolean applicable,
        boolean deducts,
        @Schema(examples = "2") BigDecimal max,
        @Schema(examples = "1.5") BigDecimal backed,
        @Schema(examples = "1.5") @Nullable BigDecimal claimed,
        @Nullable BigDecimal judged,
        List<Missing> missing) {

    /**
     * How much evidence of a kind there is.
     *
     * @param kind its code
     * @param accepted how many items count
     * @param waiting how many wait for review
     */
    public record EvidenceCount(
            @Schema(examples = "communication") String kind,
            LocalizedText title,
            @Schema(examples = "2") int accepted,
            @Schema(examples = "1") int waiting) {}
}
