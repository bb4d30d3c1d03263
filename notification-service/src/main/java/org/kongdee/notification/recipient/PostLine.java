package org.kongdee.notification.recipient;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.web.bulk.Line;

/**
 * A line that is one post of a recipient.
 *
 * @param key of the recipient, as far as it can be read; else null
 */
record PostLine(@Nullable String key, Line<ObjectNode> line) {

    Read map(Function<ObjectNode, Recipient> read) {
        return new Read(key, line.map(read));
    }

    /** The same, read. */
    record Read(@Nullable String key, Line<Recipient> line) {}
}
