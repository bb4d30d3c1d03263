package org.kongdee.notification.recipient;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.bulk.Line;

/**
 * A line that is one post of a recipient.
 *
 * @param key of the recipient, as far as it can be read; else null
 */
record PostLine<T>(@Nullable String key, Line<T> line) {

    <R> PostLine<R> map(Function<T, R> read) {
        return new PostLine<>(key, line.map(read));
    }
}
