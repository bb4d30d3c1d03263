package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;
import org.kongdee.web.text.Message;

/** The request can be read and breaks a rule of the domain. */
public final class RuleBroken extends Fault {

    public RuleBroken(String slug, Message detail) {
        super(slug, detail, List.of(), Map.of());
    }

    public RuleBroken(String slug, Message detail, List<FieldError> errors) {
        super(slug, detail, errors, Map.of());
    }

    public RuleBroken(
            String slug, Message detail, List<FieldError> errors, Map<String, Object> members) {
        super(slug, detail, errors, members);
    }

    /** One field that breaks a rule. */
    public static RuleBroken at(String slug, String pointer, Message detail) {
        return new RuleBroken(slug, detail, List.of(FieldError.at(pointer, detail)));
    }

    /** One parameter of the query that breaks a rule. */
    public static RuleBroken parameter(String slug, String name, Message detail) {
        return new RuleBroken(slug, detail, List.of(FieldError.parameter(name, detail)));
    }
}
