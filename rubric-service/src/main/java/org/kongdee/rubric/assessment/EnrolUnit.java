package org.kongdee.rubric.assessment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One unit to enrol.
 *
 * @param group of the unit, one of the rubric's; needed if it has any
 */
public record EnrolUnit(
        @Schema(examples = "SLK") String unit,
        @Schema(examples = "SMALL") @Nullable String group) {}
