package org.kongdee.evidence.item;

import java.util.UUID;
import org.kongdee.web.problem.NotFound;

/** The ids of items in paths. */
final class ItemIds {

    private ItemIds() {}

    /** What is no id names nothing. */
    static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw NotFound.of("evidence", id);
        }
    }

    /** The path of an item. */
    static String path(UUID id) {
        return "/v1/evidence/" + id;
    }
}
