package org.kongdee.notification.policy;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The days of a holiday calendar.
 *
 * @param until the day up to which the calendar is complete: later days off may be missing
 * @param days by date, repeated ones up to the year 2100
 */
@Schema(
        name = "Holidays",
        examples =
                """
                {"calendar": "thai-public", "until": "2022-12-31", "days": [{"day": "2022-04-13", "name": "วันสงกรานต์ (Songkran)"}]}""")
public record HolidayView(String calendar, LocalDate until, List<Day> days) {

    /**
     * One day that is not worked.
     *
     * @param day the date (ISO, Gregorian)
     * @param name what the file calls it; may be empty
     */
    @Schema(name = "Holiday")
    public record Day(LocalDate day, String name) {}
}
