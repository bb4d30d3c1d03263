package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;
import org.kongdee.web.text.Message;

/** The thing is in a state that does not allow this, or is there already. */
public final class Conflict extends Fault {

    public Conflict(String slug, Message detail) {
        super(slug, detail, List.of(), Map.of());
    }

    public Conflict(String slug, Message detail, List<FieldError> errors) {
        super(slug, detail, errors, Map.of());
    }
}
