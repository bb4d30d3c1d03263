package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;

/** Nothing is there, or nothing that this caller may see; the two look the same on purpose. */
public final class NotFound extends Fault {

    public NotFound(String detail) {
        super("not-found", detail, List.of(), Map.of());
    }

    /** For example {@code NotFound.of("unit", "SLK")}. */
    public static NotFound of(String kind, String key) {
        return new NotFound("There is no %s '%s'.".formatted(kind, key));
    }
}
