package org.kongdee.evidence.item;

import java.util.UUID;
import org.kongdee.web.problem.NotFound;

/** The ids of items in paths. */
public final class ItemIds {

    private ItemIds() {}

    /** What is no id names nothing. */
    public static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw NotFound.of("evidence", id);
        }
    }

    /** The path of an item. */
    public static String path(UUID id) {
        return "/v1/evidence/" + id;
    }
}
