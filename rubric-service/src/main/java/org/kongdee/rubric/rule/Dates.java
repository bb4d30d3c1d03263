package org.kongdee.rubric.rule;

import java.time.LocalDate;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Dates as a Thai reader expects them, in the Buddhist era; in English they stand as they are
 * written in JSON.
 */
final class Dates {

    private static final DateTimeFormatter THAI =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.forLanguageTag("th"))
                    .withChronology(ThaiBuddhistChronology.INSTANCE);

    private Dates() {}

    static String thai(LocalDate date) {
        return THAI.format(date);
    }
}
