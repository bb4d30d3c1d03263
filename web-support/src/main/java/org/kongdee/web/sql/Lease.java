package org.kongdee.web.sql;

import java.time.Duration;
import java.util.UUID;

/**
 * What one worker has to itself for a while, by the database's clock, which all replicas share: a
 * row that says who holds it and until when. Statements have it as {@code :holder} and as {@code
 * now() + :lease * interval '1 second'}; who has lost it finds no row of its own.
 *
 * @param holder the worker; new for each, and after each start
 * @param length how long it lasts unless it is renewed, in whole seconds
 */
public record Lease(UUID holder, Duration length) {

    /** For a new worker. */
    public static Lease of(Duration length) {
        return new Lease(UUID.randomUUID(), length);
    }
}
