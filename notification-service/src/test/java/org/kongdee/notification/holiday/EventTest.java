package org.kongdee.notification.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.notification.holiday.Ics.ALL;
import static org.kongdee.notification.holiday.Ics.calendar;
import static org.kongdee.notification.holiday.Ics.dates;
import static org.kongdee.notification.holiday.Ics.days;
import static org.kongdee.notification.holiday.Ics.event;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which days an event is, by what RFC 5545 and the programs of this world let it say. */
class EventTest {

    /** Takes the place of a line break in tables. */
    private static String lines(String cell) {
        return cell.replace(" / ", "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DTSTART;VALUE=DATE:20220413                                                            | 2022-04-13
                    DTSTART:20220413                                                                       | 2022-04-13
                    dtstart;value=date:20220413                                                            | 2022-04-13
                    DTSTART;VALUE=DATE;TZID=Asia/Bangkok:20220413                                          | 2022-04-13
                    DTSTART;TZID=SE Asia Standard Time;VALUE=DATE:20220413                                 | 2022-04-13
                    DTSTART;VALUE=DATE:20220413 / DTEND;VALUE=DATE:20220416                                | 2022-04-13 2022-04-14 2022-04-15
                    DTSTART;VALUE=DATE:20220413 / DTEND;VALUE=DATE:20220413                                | 2022-04-13
                    DTSTART;VALUE=DATE:20220413 / DURATION:P3D                                             | 2022-04-13 2022-04-14 2022-04-15
                    DTSTART;VALUE=DATE:20220413 / DURATION:P0D                                             | 2022-04-13
                    DTSTART;VALUE=DATE:20220413 / DURATION:PT24H                                           | 2022-04-13
                    DTSTART;VALUE=DATE:20220413 / DTEND;VALUE=DATE:20220414 / DURATION:P1D                 | 2022-04-13
                    DTSTART;TZID=Asia/Bangkok:20220413T000000 / DTEND;TZID=Asia/Bangkok:20220414T000000    | 2022-04-13
                    DTSTART;TZID="(UTC+07:00) Bangkok, Hanoi":20220413T000000 / DTEND;TZID="(UTC+07:00) Bangkok, Hanoi":20220415T000000 | 2022-04-13 2022-04-14
                    DTSTART;TZID=Asia/Bangkok:20220413T000000 / DURATION:P1D                               | 2022-04-13
                    DTSTART:20220413T000000 / DTEND:20220413T235900                                        | 2022-04-13
                    DTSTART:20220413T000000 / DTEND:20220413T235959                                        | 2022-04-13
                    DTSTART:20220413T000000 / DTEND:20220413T000000                                        | 2022-04-13
                    DTSTART:20220413T000000 / X-MICROSOFT-CDO-ALLDAYEVENT:TRUE                             | 2022-04-13
                    DTSTART:20220412T170000Z / DTEND:20220413T170000Z / X-MICROSOFT-CDO-ALLDAYEVENT:TRUE   | 2022-04-13
                    DTSTART:20220413T000000Z / DTEND:20220414T000000Z                                      | 2022-04-13
                    DTSTART;VALUE=DATE:20220413 / TRANSP:OPAQUE / CLASS:PRIVATE / X-ANY;X-P=1:what:ever    | 2022-04-13
                    """)
    void isTheDaysThatItMeans(String event, String expected) {
        assertThat(days(calendar(event("1@test", lines(event))))).isEqualTo(dates(expected));
    }

    @Test
    void aTimeInUtcBeginsADayWhereTheFileSaysThatItIs() {
        String event =
                event("1@test", "DTSTART:20220412T150000Z\nDTEND:20220413T150000Z\nSUMMARY:a");

        assertThat(days(calendar("X-WR-TIMEZONE:Asia/Tokyo", event)))
                .isEqualTo(dates("2022-04-13"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SUMMARY:no day                                                              | 4 | it has no DTSTART
                    DTSTART:20220413T080000Z                                                    | 7 | a day off is a date such as DTSTART;VALUE=DATE:20220413, without an hour, or lasts from midnight to midnight
                    DTSTART;TZID=Asia/Bangkok:20220413T090000 / DTEND;TZID=Asia/Bangkok:20220413T120000 | 7 | a day off is a date such as DTSTART;VALUE=DATE:20220413, without an hour, or lasts from midnight to midnight
                    DTSTART;TZID=Asia/Bangkok:20220413T000000 / DTEND;TZID=Asia/Bangkok:20220413T120000 | 7 | a day off is a date such as DTSTART;VALUE=DATE:20220413, without an hour, or lasts from midnight to midnight
                    DTSTART:20220413T000000                                                     | 7 | a day off is a date such as DTSTART;VALUE=DATE:20220413, without an hour, or lasts from midnight to midnight
                    DTSTART;VALUE=DATE:2022-04-13                                               | 7 | DTSTART is a date such as 20220413, not '2022-04-13'
                    DTSTART;VALUE=DATE:20220230                                                 | 7 | DTSTART is a date such as 20220413, not '20220230'
                    DTSTART;VALUE=DATE:25650413                                                 | 7 | the year 2565 is too far ahead; Buddhist era? Then write 2022
                    DTSTART;VALUE=DATE:00220413                                                 | 7 | the year 22 is before 1900
                    DTSTART;VALUE=DATE:20220413 / DTSTART;VALUE=DATE:20220414                   | 8 | it has a second DTSTART
                    DTSTART;VALUE=DATE:20220413 / DTEND;VALUE=DATE:20220412                     | 7 | it ends before it begins, or lasts over 60 days
                    DTSTART;VALUE=DATE:20220413 / DTEND;VALUE=DATE:20220701                     | 7 | it ends before it begins, or lasts over 60 days
                    DTSTART;VALUE=DATE:20220413 / DURATION:P999999999D                          | 7 | it ends before it begins, or lasts over 60 days
                    DTSTART;VALUE=DATE:20220413 / DURATION:a day                                | 8 | DURATION has a duration such as P1D, not 'a day'
                    DTSTART;VALUE=DATE:20220413 / DTEND;VALUE=DATE:20220414 / DURATION:P2D      | 7 | its DTEND and its DURATION differ; leave one of them out
                    DTSTART;VALUE=DATE:20220413 / no colon                                      | 8 | the line is no property such as SUMMARY:Songkran, with a colon
                    DTSTART;VALUE=DATE:20220413 / SUMMARY:New\\nYear                            | 8 | its SUMMARY has U+000A, a line break, at character 4; it must be one line
                    DTSTART;VALUE=DATE:20220413 / RDATE:tomorrow                                | 8 | RDATE is a date such as 20220413, not 'tomorrow'
                    DTSTART;VALUE=DATE:20220413 / EXDATE:20220413T090000                        | 8 | a day off is a date such as DTSTART;VALUE=DATE:20220413, without an hour, or lasts from midnight to midnight
                    DTSTART;VALUE=DATE:20220413 / EXDATE;VALUE=DATE:20220413                    | 4 | its exceptions leave none of its days
                    DTSTART;VALUE=DATE:20220413 / RECURRENCE-ID;RANGE=THISANDPRIOR;VALUE=DATE:20220413 | 8 | RANGE=THISANDPRIOR is not known here; RFC 5545 has THISANDFUTURE alone
                    DTSTART;VALUE=DATE:20220413 / RECURRENCE-ID;VALUE=DATE:20220413 / RRULE:FREQ=YEARLY | 8 | it stands for an occurrence (RECURRENCE-ID), and recurs itself
                    """)
    void isRefusedByItself(String event, int line, String why) {
        HolidayFile file =
                HolidayFile.read(
                        calendar(
                                event("1@test", lines(event)),
                                event("2@test", "DTSTART;VALUE=DATE:20221205\nSUMMARY:b")),
                        ALL);

        assertThat(days(file)).isEqualTo(dates("2022-12-05"));
        assertThat(file.refused())
                .singleElement()
                .satisfies(
                        refused -> {
                            assertThat(refused.uid()).isEqualTo("1@test");
                            assertThat(refused.line()).isEqualTo(line);
                            assertThat(refused.why().en()).isEqualTo(why);
                        });
    }

    @Test
    void aNameIsNotOfAnyLength() {
        HolidayFile file =
                HolidayFile.read(
                        calendar(
                                event(
                                        "1@test",
                                        "DTSTART;VALUE=DATE:20220413\nSUMMARY:" + "ก".repeat(501)),
                                event("2@test", "DTSTART;VALUE=DATE:20221205")),
                        ALL);

        assertThat(file.refused())
                .extracting(refused -> refused.why().en())
                .containsExactly("its SUMMARY has more than 500 characters");
        assertThat(file.days()).containsOnlyKeys(dates("2022-12-05")).containsValue("");
    }
}
