package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;
import org.kongdee.web.text.Message;

/** Nothing is there, or nothing that this caller may see; the two look the same on purpose. */
public final class NotFound extends Fault {

    public NotFound(Message detail) {
        super("not-found", detail, List.of(), Map.of());
    }

    /**
     * For example {@code NotFound.of("unit", "SLK")}.
     *
     * @param kind a constant; a message of its own
     */
    public static NotFound of(String kind, String key) {
        return new NotFound(Message.of("There is no %s '%s'.", new Message(kind, List.of()), key));
    }
}
