package org.kongdee.stack.seed;

import java.time.LocalDate;
import java.time.Month;

/**
 * A year of the contest, named by the Buddhist year in which it ends: 2570 is 1 August 2026 to 31
 * July 2027.
 */
public record ContestYear(int buddhist) {

    private static final int BUDDHIST_ERA = 543;

    public static ContestYear of(LocalDate day) {
        int ends = day.getMonth().compareTo(Month.AUGUST) < 0 ? day.getYear() : day.getYear() + 1;
        return new ContestYear(ends + BUDDHIST_ERA);
    }

    /** The key of the year's cycle of a rubric. */
    public String cycle(String rubric) {
        return rubric + "-" + buddhist;
    }

    LocalDate start() {
        return LocalDate.of(buddhist - BUDDHIST_ERA - 1, Month.AUGUST, 1);
    }

    LocalDate end() {
        return LocalDate.of(buddhist - BUDDHIST_ERA, Month.JULY, 31);
    }
}
