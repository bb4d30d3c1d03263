package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;
import org.kongdee.web.text.Message;

/** The request is larger than what is taken here. */
public final class TooLarge extends Fault {

    public TooLarge(String slug, Message detail) {
        super(slug, detail, List.of(), Map.of());
    }

    public TooLarge(String slug, Message detail, List<FieldError> errors) {
        super(slug, detail, errors, Map.of());
    }
}
