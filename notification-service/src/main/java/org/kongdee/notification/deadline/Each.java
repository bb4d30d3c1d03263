package org.kongdee.notification.deadline;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** SECTION, each section that owes a milestone does so by itself, with a deadline of its own. */
@Schema(name = "DeadlineEach")
public enum Each {
    SECTION
}
