package org.kongdee.web.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who changes something, and when.
 *
 * @param at business time
 * @param by the subject of the caller's token
 * @param byName what the token calls the caller; null if nothing, or if a service does it by itself
 */
public record Stamp(Instant at, String by, @Nullable String byName) {

    /** Where no name is kept. */
    public Stamp(Instant at, String by) {
        this(at, by, null);
    }
}
