package org.kongdee.notification.task;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Multiline;

/**
 * What came of it. The body may be left out.
 *
 * @param answer what there is to say, up to 2,000 characters; null if nothing
 * @param link where it can be seen; null if nowhere
 * @param figures what the report states, by the task's own codes; null if nothing
 */
@Schema(
        name = "TaskDone",
        examples =
                """
                {"answer": "Sent to the division by e-mail", "link": "https://drive.example/report-2565-01", "figures": {"spent": 125000.5}}""")
public record Done(
        @Multiline
                @Nullable
                @Size(max = Done.LONGEST, message = "answer has at most 2,000 characters")
                String answer,
        @Nullable
                @Size(max = 2_000, message = "link has at most 2,000 characters")
                @Pattern(
                        regexp = "^https?://[^\\s]+$",
                        message = "link is an address such as https://drive.example/report")
                String link,
        @Nullable @Size(max = 20, message = "figures has at most 20 members")
                Map<String, @NotNull(message = "a figure is a number") BigDecimal> figures) {

    /** The longest answer. */
    public static final int LONGEST = 2_000;

    /** Nothing to say. */
    static final Done SILENTLY = new Done(null, null, null);
}
