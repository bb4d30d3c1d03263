package org.kongdee.evidence.item;

import java.util.UUID;
import org.kongdee.web.problem.NotFound;

/** Reads the ids of items in paths: what is no id names nothing. */
final class ItemIds {

    private ItemIds() {}

    static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw NotFound.of("evidence", id);
        }
    }
}
