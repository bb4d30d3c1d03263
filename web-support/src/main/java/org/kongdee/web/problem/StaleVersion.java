package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;
import org.kongdee.web.text.Message;

/** {@code If-Match} names a version that is not the current one: somebody else wrote in between. */
public final class StaleVersion extends Fault {

    public StaleVersion(Message detail) {
        super("stale-version", detail, List.of(FieldError.parameter("If-Match", detail)), Map.of());
    }
}
