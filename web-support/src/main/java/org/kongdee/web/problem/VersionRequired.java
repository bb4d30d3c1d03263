package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;
import org.kongdee.web.text.Message;

/**
 * Changing what is there needs {@code If-Match}, so that nobody overwrites what they have not seen.
 */
public final class VersionRequired extends Fault {

    public VersionRequired(Message detail) {
        super(
                "version-required",
                detail,
                List.of(FieldError.parameter("If-Match", detail)),
                Map.of());
    }
}
