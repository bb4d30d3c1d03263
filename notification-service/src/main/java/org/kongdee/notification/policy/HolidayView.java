package org.kongdee.notification.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.holiday.HolidayFilter;
import org.kongdee.notification.holiday.HolidayWarning;
import org.kongdee.notification.holiday.RefusedEvent;

/**
 * The days of a holiday calendar, and what of its file they leave out.
 *
 * @param until the day up to which the calendar is complete: later days off may be missing
 * @param horizon the day up to which rules without an end are followed; null if the file has none
 * @param include words of which an event that is taken has one; empty if any is taken
 * @param exclude words of which an event that is taken has none
 * @param years how many days off each year has, to be checked at a glance
 * @param days by date, repeated ones up to the year 2100
 * @param refused events of the file that are no days off, by line; the others are taken
 * @param warnings what a person should look at
 */
@Schema(
        name = "Holidays",
        examples =
                """
                {"calendar": "thai-public", "until": "2022-12-31", "horizon": null, "include": [], "exclude": ["Observance"],
                 "years": [{"year": 2022, "days": 1}], "days": [{"day": "2022-04-13", "name": "วันสงกรานต์ (Songkran)"}],
                 "refused": [], "warnings": []}""")
public record HolidayView(
        String calendar,
        LocalDate until,
        @Nullable LocalDate horizon,
        List<String> include,
        List<String> exclude,
        List<Year> years,
        List<Day> days,
        List<RefusedEvent> refused,
        List<HolidayWarning> warnings) {

    /**
     * One year.
     *
     * @param year Gregorian
     * @param days how many are not worked
     */
    @Schema(name = "HolidayYear")
    public record Year(int year, int days) {}

    /**
     * One day that is not worked.
     *
     * @param day the date (ISO, Gregorian)
     * @param name what the file calls it; may be empty
     */
    @Schema(name = "Holiday")
    public record Day(LocalDate day, String name) {}

    static HolidayView of(
            String calendar,
            LocalDate until,
            @Nullable LocalDate horizon,
            HolidayFilter filter,
            SortedMap<LocalDate, String> days,
            List<RefusedEvent> refused,
            List<HolidayWarning> warnings) {
        Map<Integer, Integer> perYear =
                days.keySet().stream()
                        .collect(
                                Collectors.toMap(
                                        LocalDate::getYear, _ -> 1, Integer::sum, TreeMap::new));
        return new HolidayView(
                calendar,
                until,
                horizon,
                filter.include(),
                filter.exclude(),
                perYear.entrySet().stream()
                        .map(year -> new Year(year.getKey(), year.getValue()))
                        .toList(),
                days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList(),
                refused,
                warnings);
    }
}
