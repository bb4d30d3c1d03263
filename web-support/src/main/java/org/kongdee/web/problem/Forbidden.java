package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;
import org.kongdee.web.text.Message;

/** The caller is known and may not do this. */
public final class Forbidden extends Fault {

    public Forbidden(Message detail) {
        super("forbidden", detail, List.of(), Map.of());
    }
}
