package org.kongdee.notification.policy;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kongdee.notification.policy.HolidayView.Day;
import org.kongdee.web.entity.Kept;
import org.kongdee.web.entity.Stamp;

/** A calendar of days that are not worked: the file as it was put, and the days it comes to. */
@Entity
class HolidayCalendar extends Kept {

    @Id private String calendar;
    private String source;
    private LocalDate until;

    @ElementCollection
    @CollectionTable(name = "holiday", joinColumns = @JoinColumn(name = "calendar"))
    @MapKeyColumn(name = "day")
    @Column(name = "name")
    private Map<LocalDate, String> days = new HashMap<>();

    /** For Hibernate. */
    protected HolidayCalendar() {}

    HolidayCalendar(String calendar, String source, HolidayFile file, Stamp stamp) {
        super(stamp);
        this.calendar = calendar;
        this.source = source;
        this.until = file.until();
        this.days.putAll(file.days());
    }

    boolean says(String wanted) {
        return source.equals(wanted);
    }

    void become(String wanted, HolidayFile file, Stamp stamp) {
        source = wanted;
        until = file.until();
        days.keySet().retainAll(file.days().keySet());
        days.putAll(file.days());
        changed(stamp);
    }

    String source() {
        return source;
    }

    HolidayView view() {
        List<Day> inOrder =
                new TreeMap<>(days)
                        .entrySet().stream()
                                .map(day -> new Day(day.getKey(), day.getValue()))
                                .toList();
        return new HolidayView(calendar, until, inOrder);
    }
}
