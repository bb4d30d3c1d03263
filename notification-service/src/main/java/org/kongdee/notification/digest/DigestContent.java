package org.kongdee.notification.digest;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Plan;
import org.kongdee.notification.planning.Recipient;

/**
 * What a digest is made from.
 *
 * @param knownAsOf since when rubric-service has not been heard; null if it answers
 */
public record DigestContent(
        Recipient recipient,
        LocalDate date,
        List<Plan.Line> lines,
        @Nullable LocalDateTime knownAsOf) {

    public DigestContent(Recipient recipient, LocalDate date, List<Plan.Line> lines) {
        this(recipient, date, lines, null);
    }

    public DigestContent {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a digest without lines is not sent");
        }
    }
}
