package org.kongdee.notification.planning;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who gave a task, and where.
 *
 * @param by a role, a section or a name
 * @param meeting the number of the meeting, such as 12/2564
 * @param item of its agenda, such as 4.2 (1)
 * @param on the day
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Given(
        @Nullable String by,
        @Nullable String meeting,
        @Nullable String item,
        @Nullable LocalDate on) {}
