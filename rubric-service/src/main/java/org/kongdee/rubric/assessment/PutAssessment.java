package org.kongdee.rubric.assessment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a unit takes part.
 *
 * @param group of the unit, one of the rubric's; needed if it has any
 */
@Schema(examples = "{}")
public record PutAssessment(@Schema(examples = "SMALL") @Nullable String group) {

    static final PutAssessment PLAIN = new PutAssessment(null);
}
