package org.kongdee.notification.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.notification.holiday.Ics.ALL;
import static org.kongdee.notification.holiday.Ics.calendar;
import static org.kongdee.notification.holiday.Ics.dates;
import static org.kongdee.notification.holiday.Ics.days;
import static org.kongdee.notification.holiday.Ics.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How days off come again, and how single ones of them change. */
class RecurrenceTest {

    private static final String OTHER = event("other@test", "DTSTART;VALUE=DATE:20191231");

    private static List<LocalDate> daysOf(String... events) {
        return days(calendar(events));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FREQ=YEARLY;COUNT=3                             | 2022-04-13 2023-04-13 2024-04-13
                    freq=yearly;count=3                             | 2022-04-13 2023-04-13 2024-04-13
                    FREQ=YEARLY;INTERVAL=2;COUNT=3;                 | 2022-04-13 2024-04-13 2026-04-13
                    FREQ=YEARLY;UNTIL=20240413                      | 2022-04-13 2023-04-13 2024-04-13
                    FREQ=YEARLY;UNTIL=20240412T170000Z              | 2022-04-13 2023-04-13 2024-04-13
                    FREQ=YEARLY;UNTIL=20240412T165959Z              | 2022-04-13 2023-04-13
                    FREQ=MONTHLY;COUNT=3                            | 2022-04-13 2022-05-13 2022-06-13
                    FREQ=WEEKLY;WKST=SU;BYDAY=WE,FR;COUNT=4         | 2022-04-13 2022-04-15 2022-04-20 2022-04-22
                    FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;COUNT=4         | 2022-04-13 2022-04-17 2022-05-01 2022-05-15
                    FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU;COUNT=3 | 2022-04-13 2022-04-24 2022-05-08
                    FREQ=YEARLY;BYMONTHDAY=13;COUNT=3               | 2022-04-13 2022-05-13 2022-06-13
                    FREQ=DAILY;COUNT=3                              | 2022-04-13 2022-04-14 2022-04-15
                    FREQ=DAILY;BYHOUR=9;BYMINUTE=0;COUNT=2          | 2022-04-13 2022-04-14
                    FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20291231 | 2022-04-13 2024-02-29 2028-02-29
                    FREQ=YEARLY;BYMONTH=5;BYDAY=2SU;UNTIL=20241231  | 2022-04-13 2022-05-08 2023-05-14 2024-05-12
                    FREQ=YEARLY;BYMONTH=5;BYDAY=2SU;COUNT=3         | 2022-04-13 2022-05-08 2023-05-14
                    FREQ=YEARLY;BYMONTH=5;BYDAY=2SU;COUNT=1         | 2022-04-13
                    FREQ=YEARLY;BYYEARDAY=1,-1;COUNT=3              | 2022-04-13 2022-12-31 2023-01-01
                    FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3        | 2022-04-13 2022-05-16 2023-05-15
                    FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3 | 2022-04-13 2022-04-29 2022-05-31
                    RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=OMIT;COUNT=2  | 2022-04-13 2023-04-13
                    """)
    void comesAgainByItsRule(String rule, String expected) {
        assertThat(daysOf(event("1@test", "DTSTART;VALUE=DATE:20220413\nRRULE:" + rule)))
                .isEqualTo(dates(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FREQ=HOURLY                       | RRULE: FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, not 'HOURLY'
                    FREQ=MINUTELY                     | RRULE: FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, not 'MINUTELY'
                    FREQ=SECONDLY;COUNT=3             | RRULE: FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, not 'SECONDLY'
                    COUNT=3                           | RRULE: FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, not ''
                    FREQ=YEARLY;INTERVAL=0            | RRULE: INTERVAL is a number from 1 to 1000, not '0'
                    FREQ=YEARLY;INTERVAL=-1           | RRULE: INTERVAL is a number from 1 to 1000, not '-1'
                    FREQ=YEARLY;INTERVAL=2147483647   | RRULE: INTERVAL is a number from 1 to 1000, not '2147483647'
                    FREQ=YEARLY;COUNT=0               | RRULE: COUNT is a number from 1 to 100000, not '0'
                    FREQ=YEARLY;COUNT=2;UNTIL=20301231 | RRULE: it has COUNT or UNTIL, not both
                    FREQ=YEARLY;UNTIL=20211231        | RRULE: UNTIL=20211231 is before DTSTART
                    FREQ=YEARLY;UNTIL=25701231        | the year 2570 is too far ahead; Buddhist era? Then write 2027
                    FREQ=YEARLY;UNTIL=never           | RRULE: UNTIL is a date such as 20220413, not 'NEVER'
                    RSCALE=CHINESE;FREQ=YEARLY        | RRULE: RSCALE=CHINESE and SKIP=OMIT are not known here; give each day by itself
                    RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD | RRULE: RSCALE=GREGORIAN and SKIP=FORWARD are not known here; give each day by itself
                    FREQ=YEARLY;BYEASTER=0            | RRULE: BYEASTER is no part of a rule that is known here
                    FREQ=YEARLY;FREQ=DAILY            | RRULE: it has a second FREQ
                    FREQ=YEARLY;BYMONTH=              | RRULE: BYMONTH has no value
                    FREQ=YEARLY;BYMONTH=13            | RRULE: BYMONTH has numbers from 1 to 12, not '13'
                    FREQ=YEARLY;BYMONTHDAY=0          | RRULE: BYMONTHDAY has numbers from 1 to 31, not '0'
                    FREQ=YEARLY;BYDAY=XX              | RRULE: BYDAY has days such as MO or 2SU, not 'XX'
                    FREQ=WEEKLY;BYDAY=2SU             | RRULE: BYDAY=2SU does not go with FREQ=WEEKLY
                    FREQ=WEEKLY;BYMONTHDAY=1          | RRULE: BYMONTHDAY=1 does not go with FREQ=WEEKLY
                    FREQ=MONTHLY;BYWEEKNO=1           | RRULE: BYWEEKNO=1 does not go with FREQ=MONTHLY
                    FREQ=YEARLY;BYSETPOS=1            | RRULE: BYSETPOS needs another BY part, from which it chooses
                    FREQ=WEEKLY;BYMONTH=6;BYDAY=SU    | RRULE: BYMONTH=6 with BYDAY=SU is not followed here; give each day by itself
                    FREQ=WEEKLY;BYDAY=SU;BYSETPOS=1   | RRULE: BYDAY=SU with BYSETPOS=1 is not followed here; give each day by itself
                    FREQ=MONTHLY;BYMONTHDAY=8;BYDAY=2SU | RRULE: BYMONTHDAY=8 with BYDAY=2SU is not followed here; give each day by itself
                    FREQ=YEARLY;BYWEEKNO=20;BYMONTH=5 | RRULE: BYWEEKNO=20 with BYMONTH=5 is not followed here; give each day by itself
                    FREQ=YEARLY;BYYEARDAY=20;BYMONTH=5 | RRULE: BYYEARDAY=20 with BYMONTH=5 is not followed here; give each day by itself
                    FREQ=YEARLY;WKST=XX               | RRULE: it is no rule such as FREQ=YEARLY;BYMONTH=5;BYDAY=2SU
                    FREQ=DAILY                        | it comes more than 10000 times
                    """)
    void refusesARuleByName(String rule, String why) {
        HolidayFile file =
                HolidayFile.read(
                        calendar(
                                event("1@test", "DTSTART;VALUE=DATE:20220413\nRRULE:" + rule),
                                OTHER),
                        ALL);

        assertThat(days(file)).isEqualTo(dates("2019-12-31"));
        assertThat(file.refused()).extracting(refused -> refused.why().en()).containsExactly(why);
    }

    @Test
    void whatHasNoEndIsFollowedToTheHorizonWhichIsTold() {
        HolidayFile file =
                HolidayFile.read(
                        calendar(
                                event(
                                        "1@test",
                                        "DTSTART;VALUE=DATE:20220101\nRRULE:FREQ=YEARLY\nSUMMARY:ปีใหม่"),
                                event("2@test", "DTSTART;VALUE=DATE:20261210")),
                        ALL);

        assertThat(file.days()).hasSize(80).containsEntry(LocalDate.of(2100, 1, 1), "ปีใหม่");
        assertThat(file.horizon()).isEqualTo("2100-12-31");
        // Of the days that move from year to year it knows no later ones.
        assertThat(file.until()).isEqualTo("2026-12-10");
    }

    @Test
    void aRuleThatEndsAfterTheHorizonIsCutThereToo() {
        assertThat(horizon("FREQ=YEARLY;COUNT=200")).isEqualTo("2100-12-31");
        assertThat(horizon("FREQ=YEARLY;UNTIL=21500101")).isEqualTo("2100-12-31");
        assertThat(horizon("FREQ=YEARLY;COUNT=20")).isNull();
    }

    private static @Nullable LocalDate horizon(String rule) {
        return HolidayFile.read(
                        calendar(event("1@test", "DTSTART;VALUE=DATE:20220101\nRRULE:" + rule)),
                        ALL)
                .horizon();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    RDATE;VALUE=DATE:20220504,20220101                                 | 2022-01-01 2022-04-13 2022-05-04
                    RDATE;TZID=Asia/Bangkok:20220504T000000                            | 2022-04-13 2022-05-04
                    RDATE;VALUE=PERIOD:20220504T000000/P2D,20220601T000000/20220602T000000 | 2022-04-13 2022-05-04 2022-05-05 2022-06-01
                    RDATE;VALUE=DATE:21500101                                          | 2022-04-13 2150-01-01
                    RRULE:FREQ=YEARLY;COUNT=3 / EXDATE;VALUE=DATE:20230413             | 2022-04-13 2024-04-13
                    RRULE:FREQ=YEARLY;COUNT=3 / EXDATE:20230413T000000,20240412T170000Z | 2022-04-13
                    RRULE:FREQ=YEARLY;COUNT=3 / EXDATE:20230413 / EXDATE:20240413      | 2022-04-13
                    RRULE:FREQ=YEARLY;COUNT=3 / EXDATE;VALUE=DATE:20220413             | 2023-04-13 2024-04-13
                    RRULE:FREQ=YEARLY;COUNT=4 / EXRULE:FREQ=YEARLY;INTERVAL=2          | 2023-04-13 2025-04-13
                    RRULE:FREQ=YEARLY;COUNT=2 / RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4;UNTIL=20231231 | 2022-04-13 2022-05-04 2023-04-13 2023-05-04
                    """)
    void hasFurtherDaysAndExceptions(String lines, String expected) {
        assertThat(
                        daysOf(
                                event(
                                        "1@test",
                                        "DTSTART;VALUE=DATE:20220413\n"
                                                + lines.replace(" / ", "\n"))))
                .isEqualTo(dates(expected));
    }

    private static final String SERIES =
            event("1@test", "DTSTART;VALUE=DATE:20220413\nRRULE:FREQ=YEARLY;COUNT=4\nSUMMARY:old");

    @Test
    void anOccurrenceMoves() {
        HolidayFile file =
                HolidayFile.read(
                        calendar(
                                event(
                                        "1@test",
                                        """
                                        RECURRENCE-ID;VALUE=DATE:20230413
                                        DTSTART;VALUE=DATE:20230417
                                        DTEND;VALUE=DATE:20230419
                                        SUMMARY:in lieu"""),
                                SERIES),
                        ALL);

        assertThat(days(file))
                .isEqualTo(dates("2022-04-13 2023-04-17 2023-04-18 2024-04-13 2025-04-13"));
        assertThat(file.days()).containsEntry(LocalDate.of(2023, 4, 18), "in lieu");
    }

    @Test
    void anOccurrenceIsCancelled() {
        assertThat(
                        daysOf(
                                SERIES,
                                event("1@test", "RECURRENCE-ID:20230413T000000\nSTATUS:CANCELLED")))
                .isEqualTo(dates("2022-04-13 2024-04-13 2025-04-13"));
    }

    @Test
    void allFollowingOnesMoveAndOneOfThemOnceMore() {
        assertThat(
                        daysOf(
                                SERIES,
                                event(
                                        "1@test",
                                        "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20230413\nDTSTART;VALUE=DATE:20230414"),
                                event(
                                        "1@test",
                                        "RECURRENCE-ID;VALUE=DATE:20250413\nDTSTART;VALUE=DATE:20250420")))
                .isEqualTo(dates("2022-04-13 2023-04-14 2024-04-14 2025-04-20"));
    }

    @Test
    void allFollowingOnesAreCancelled() {
        assertThat(
                        daysOf(
                                SERIES,
                                event(
                                        "1@test",
                                        "RECURRENCE-ID;RANGE=THISANDFUTURE:20240413\nSTATUS:CANCELLED")))
                .isEqualTo(dates("2022-04-13 2023-04-13"));
    }

    @Test
    void anOccurrenceOfASeriesThatIsNotThereStandsForItself() {
        assertThat(
                        daysOf(
                                event(
                                        "9@test",
                                        "RECURRENCE-ID;VALUE=DATE:20230413\nDTSTART;VALUE=DATE:20230417")))
                .isEqualTo(dates("2023-04-17"));
    }

    @Test
    void ofRevisionsTheLatestHoldsWhereverItStands() {
        HolidayFile file =
                HolidayFile.read(
                        calendar(
                                event("1@test", "SEQUENCE:2\nDTSTART;VALUE=DATE:20220415"),
                                event("1@test", "SEQUENCE:1\nDTSTART;VALUE=DATE:20220414"),
                                event("1@test", "DTSTART;VALUE=DATE:20220413")),
                        ALL);

        assertThat(days(file)).isEqualTo(dates("2022-04-15"));
        assertThat(file.warnings())
                .extracting(HolidayWarning::code)
                .containsExactly(HolidayWarning.Code.REVISED);
    }

    @Test
    void whatIsCancelledByALaterRevisionIsGoneWithAllOfIt() {
        HolidayFile file =
                HolidayFile.read(
                        calendar(
                                SERIES,
                                event("1@test", "SEQUENCE:1\nSTATUS:CANCELLED"),
                                event(
                                        "1@test",
                                        "RECURRENCE-ID;VALUE=DATE:20230413\nDTSTART;VALUE=DATE:20230417"),
                                OTHER),
                        ALL);

        assertThat(days(file)).isEqualTo(dates("2019-12-31"));
        assertThat(file.refused()).isEmpty();
    }

    @Test
    void oneUidForEverythingIsNoReasonToLoseADay() {
        HolidayFile file =
                HolidayFile.read(
                        calendar(
                                event("same", "DTSTART;VALUE=DATE:20220413"),
                                event("same", "DTSTART;VALUE=DATE:20220414"),
                                "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20220415\r\nEND:VEVENT"),
                        ALL);

        assertThat(days(file)).isEqualTo(dates("2022-04-13 2022-04-14 2022-04-15"));
        assertThat(file.warnings())
                .extracting(HolidayWarning::code)
                .containsExactly(HolidayWarning.Code.DOUBLED);
    }
}
