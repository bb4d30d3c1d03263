package org.kongdee.rubric.plan;

import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/** The parameter that says why a plan changes. */
final class Reason {

    private static final int LONGEST = 2_000;

    private Reason() {}

    /** Null if none was given, or a blank one. */
    static @Nullable String of(@Nullable String parameter) {
        if (parameter == null || parameter.isBlank()) {
            return null;
        }
        if (parameter.codePointCount(0, parameter.length()) > LONGEST) {
            throw Malformed.parameter(
                    "reason", Message.of("reason has at most %d characters.", LONGEST));
        }
        return parameter.strip();
    }
}
