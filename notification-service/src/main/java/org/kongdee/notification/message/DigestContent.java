package org.kongdee.notification.message;

import java.time.LocalDate;
import java.util.List;
import org.kongdee.notification.planning.Plan;
import org.kongdee.notification.planning.Recipient;

/** What a digest is made from. */
public record DigestContent(Recipient recipient, LocalDate date, List<Plan.Line> lines) {

    public DigestContent {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a digest without lines is not sent");
        }
    }
}
