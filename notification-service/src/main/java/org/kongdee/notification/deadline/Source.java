package org.kongdee.notification.deadline;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a deadline comes from: MILESTONE, mirrored from rubric-service and changed there; TASK,
 * kept here.
 */
@Schema(name = "DeadlineSource")
public enum Source {
    MILESTONE,
    TASK
}
