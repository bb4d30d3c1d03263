package org.kongdee.notification.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.web.text.NotPossible;

class RecurrenceTest {

    private static final LocalDate YEAR_END = LocalDate.of(2022, 12, 31);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # The spending report: the 30th, in February the last day.
                    2022-01-01 | FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1;COUNT=4 | 2022-01-30 2022-02-28 2022-03-30 2022-04-30
                    2024-02-01 | FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1;COUNT=1 | 2024-02-29
                    2022-01-01 | FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3                   | 2022-01-31 2022-02-28 2022-03-31
                    2022-01-03 | FREQ=WEEKLY;INTERVAL=2;COUNT=3                       | 2022-01-03 2022-01-17 2022-01-31
                    2022-01-01 | FREQ=MONTHLY;BYDAY=2TU;UNTIL=20220331                | 2022-01-11 2022-02-08 2022-03-08
                    2022-01-01 | FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=15                | 2022-03-15 2022-06-15
                    # Weeks begin on Monday, and every month of a year has a 15th (RFC 5545, 3.3.10).
                    2022-01-03 | FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;COUNT=3              | 2022-01-09 2022-01-23 2022-02-06
                    2022-01-01 | FREQ=YEARLY;BYMONTHDAY=15;COUNT=3                    | 2022-01-15 2022-02-15 2022-03-15
                    """)
    void namesTheDueDates(LocalDate start, String rule, String dates) {
        LocalDate end = start.getYear() == 2024 ? LocalDate.of(2024, 12, 31) : YEAR_END;

        assertThat(Recurrence.of(start, rule).between(start, end))
                .containsExactlyElementsOf(
                        Arrays.stream(dates.split(" ", -1)).map(LocalDate::parse).toList());
    }

    @Test
    void cutsOutAPeriodWithoutCountingAnew() {
        Recurrence monthly =
                Recurrence.of(LocalDate.of(2022, 1, 1), "FREQ=MONTHLY;BYMONTHDAY=30;COUNT=3");

        assertThat(monthly.between(LocalDate.of(2022, 3, 30), YEAR_END))
                .containsExactly(LocalDate.of(2022, 3, 30), LocalDate.of(2022, 4, 30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "monthly",
                "FREQ=SOMETIMES",
                "FREQ=HOURLY",
                "FREQ=SECONDLY;COUNT=10",
                "FREQ=DAILY;BYHOUR=9",
                "FREQ=MONTHLY;BYMONTHDAY=32",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;FOO=1",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=-1",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=-3",
                "FREQ=DAILY;COUNT=3;UNTIL=20221231",
                "FREQ=DAILY;UNTIL=20221231T170000Z"
            })
    void refusesWhatIsNoRuleForDays(String rule) {
        assertThatThrownBy(() -> Recurrence.check(LocalDate.of(2022, 1, 1), rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("ical4j");
    }

    /** What the library would count otherwise than RFC 5545 has. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FREQ=WEEKLY;BYMONTH=1,6;BYDAY=MO          | BYMONTH with BYDAY is not followed here; make a task of each
                    FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=-1       | BYDAY with BYSETPOS is not followed here; make a task of each
                    FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=1       | BYMONTHDAY with BYDAY is not followed here; make a task of each
                    FREQ=YEARLY;BYWEEKNO=20;BYMONTH=5         | BYWEEKNO with BYMONTH is not followed here; make a task of each
                    """)
    void refusesWhatItWouldCountOtherwise(String rule, String told) {
        assertThatThrownBy(() -> Recurrence.check(LocalDate.of(2022, 1, 1), rule))
                .isInstanceOf(NotPossible.class)
                .hasMessage(told);
    }
}
