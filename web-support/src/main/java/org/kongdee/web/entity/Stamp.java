package org.kongdee.web.entity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who changes something, and when.
 *
 * @param at business time, as exact as the database keeps it: what is answered now is what is read
 *     later
 * @param by the subject of the caller's token
 */
public record Stamp(Instant at, String by) {

    public Stamp {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
