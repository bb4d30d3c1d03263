package org.kongdee.evidence.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days of a collection's period, both ends included, and where they begin and end. */
public record CollectionDays(LocalDate start, LocalDate end, ZoneId timeZone) {

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    /** The day that it is there. */
    public LocalDate at(Instant time) {
        return LocalDate.ofInstant(time, timeZone);
    }
}
