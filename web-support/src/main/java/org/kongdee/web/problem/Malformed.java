package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;
import org.kongdee.web.text.Message;

/** The request cannot be read, or breaks a constraint that the contract declares. */
public final class Malformed extends Fault {

    public Malformed(String slug, Message detail) {
        super(slug, detail, List.of(), Map.of());
    }

    public Malformed(String slug, Message detail, List<FieldError> errors) {
        super(slug, detail, errors, Map.of());
    }

    /** A body that cannot be read. */
    public static Malformed body(Message detail) {
        return at("", detail);
    }

    /** A body of text in another encoding than ours. */
    public static Malformed notUtf8() {
        return body(Message.of("The body is not UTF-8 text."));
    }

    /** One field that cannot be read. */
    public static Malformed at(String pointer, Message detail) {
        return new Malformed("malformed-body", detail, List.of(FieldError.at(pointer, detail)));
    }

    /** A parameter or header that cannot be read. */
    public static Malformed parameter(String name, Message detail) {
        return new Malformed("bad-request", detail, List.of(FieldError.parameter(name, detail)));
    }
}
