package org.kongdee.notification.deadline;

import org.jspecify.annotations.Nullable;
import org.kongdee.web.security.Caller;

/**
 * Who does something, for the record.
 *
 * @param by the subject of the caller's token, or where no token was needed another stable id
 * @param name as people know them at the time; null if nobody said it
 */
public record Who(String by, @Nullable String name) {

    public static Who calls(Caller caller) {
        return new Who(caller.subject(), caller.name());
    }
}
