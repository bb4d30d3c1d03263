package org.kongdee.rubric.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit means to do about one criterion.
 *
 * @param owners sections of the unit that answer for it, or ALL alone for every section
 * @param persons keys of recipients of notification-service who answer beside a section
 * @param text how the unit means to do it; null if it says nothing
 * @param result what came of it; null if nothing is said
 * @param milestones what is to be done by when
 */
public record PlanEntry(
        List<String> owners,
        List<String> persons,
        @Nullable DocumentText text,
        @Nullable DocumentText result,
        List<PlanMilestone> milestones) {

    /** The owner that stands for every section of the unit. */
    public static final String EVERYONE = "ALL";

    /** Of a criterion that isn't in the plan. */
    public static final PlanEntry NOTHING =
            new PlanEntry(List.of(), List.of(), null, null, List.of());

    public PlanEntry {
        owners = List.copyOf(owners);
        persons = List.copyOf(persons);
        milestones = List.copyOf(milestones);
    }

    /** Who owes one of its milestones: its own owners, else those of the criterion. */
    public List<String> ownersOf(PlanMilestone milestone) {
        return milestone.owners().isEmpty() ? owners : milestone.owners();
    }
}
