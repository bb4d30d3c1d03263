package org.kongdee.notification.task;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What happened to a task: CREATED, CHANGED; CANCELLED, nobody asks for it any more; REMOVED,
 * before anybody answered; DONE, with the answer; UNDONE, it is open again.
 */
@Schema(name = "TaskAction")
enum Action {
    CREATED,
    CHANGED,
    CANCELLED,
    REMOVED,
    DONE,
    UNDONE
}
