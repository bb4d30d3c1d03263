package org.kongdee.notification.policy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.kongdee.web.entity.KeptRepository;

/** The tables {@code holiday_calendar} and {@code holiday}. */
@ApplicationScoped
public class HolidayRepository implements KeptRepository<HolidayCalendar, String> {

    private record Until(String calendar, LocalDate until) {}

    private record Holiday(String calendar, LocalDate day) {}

    public Set<String> codes() {
        return getEntityManager()
                .createQuery("select calendar from HolidayCalendar", String.class)
                .getResultStream()
                .collect(toSet());
    }

    /** The days without the files, as planning needs them. */
    public Map<String, Set<LocalDate>> daysByCalendar() {
        return getEntityManager()
                .createQuery(
                        "select c.calendar, key(d) from HolidayCalendar c join c.days d",
                        Holiday.class)
                .getResultStream()
                .collect(groupingBy(Holiday::calendar, mapping(Holiday::day, toSet())));
    }

    /** Until when each calendar is complete. */
    public Map<String, LocalDate> untilByCalendar() {
        return getEntityManager()
                .createQuery("select calendar, until from HolidayCalendar", Until.class)
                .getResultStream()
                .collect(toMap(Until::calendar, Until::until));
    }
}
