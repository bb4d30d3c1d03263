package org.kongdee.web.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.NotPossible;

/**
 * Reads dates: ISO 8601, Gregorian. A year from 2400 on is taken for one of the Buddhist era (2565
 * is 2022) and refused.
 */
public final class Dates {

    /** What is read as a date, if there is such a day. */
    public static final String PATTERN = "^([01]\\d|2[0-3])\\d{2}-\\d{2}-\\d{2}$";

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final int BUDDHIST_ERA = 543;
    private static final int FIRST_REFUSED_YEAR = 2400;

    private Dates() {}

    /**
     * @throws NotPossible if it is no such day
     */
    public static LocalDate parse(String text) {
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            throw new NotPossible(Message.of("expected a date such as 2022-01-15"));
        }
        int year = Integer.parseInt(iso.group(1));
        refuseBuddhistEra(year);
        try {
            return LocalDate.of(
                    year, Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3)));
        } catch (DateTimeException e) {
            throw new NotPossible(Message.of("there is no such day in the calendar"));
        }
    }

    static void refuseBuddhistEra(int year) {
        if (year >= FIRST_REFUSED_YEAR) {
            throw new NotPossible(
                    Message.of(
                            "the year %d is too far ahead; Buddhist era? Then write %d",
                            year, year - BUDDHIST_ERA));
        }
    }
}
