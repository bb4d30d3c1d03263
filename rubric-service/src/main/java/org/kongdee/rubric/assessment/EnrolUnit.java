package org.kongdee.rubric.assessment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One unit to enrol. */
public record EnrolUnit(@Schema(examples = "SLK") String unit) {}
