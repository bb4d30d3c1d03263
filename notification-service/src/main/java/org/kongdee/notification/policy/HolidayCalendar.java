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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.holiday.HolidayFile;
import org.kongdee.notification.holiday.HolidayFilter;
import org.kongdee.notification.holiday.HolidayWarning;
import org.kongdee.notification.holiday.RefusedEvent;
import org.kongdee.web.entity.Kept;
import org.kongdee.web.entity.Stamp;

/**
 * A calendar of days that are not worked: the file as it was put, the words by which its events are
 * chosen, and the days it comes to.
 */
@Entity
class HolidayCalendar extends Kept {

    @Id private String calendar;
    private String source;
    private LocalDate until;
    private @Nullable LocalDate horizon;

    @Mutability(Immutability.class)
    private List<String> include;

    @Mutability(Immutability.class)
    private List<String> exclude;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<RefusedEvent> refused;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<HolidayWarning> warnings;

    @ElementCollection
    @CollectionTable(name = "holiday", joinColumns = @JoinColumn(name = "calendar"))
    @MapKeyColumn(name = "day")
    @Column(name = "name")
    private Map<LocalDate, String> days = new HashMap<>();

    /** For Hibernate. */
    protected HolidayCalendar() {}

    HolidayCalendar(
            String calendar, String source, HolidayFilter filter, HolidayFile file, Stamp stamp) {
        super(stamp);
        this.calendar = calendar;
        say(source, filter, file);
    }

    boolean says(String wanted, HolidayFilter filter) {
        return source.equals(wanted) && filter.equals(new HolidayFilter(include, exclude));
    }

    void become(String wanted, HolidayFilter filter, HolidayFile file, Stamp stamp) {
        say(wanted, filter, file);
        changed(stamp);
    }

    private void say(String wanted, HolidayFilter filter, HolidayFile file) {
        source = wanted;
        include = filter.include();
        exclude = filter.exclude();
        until = file.until();
        horizon = file.horizon();
        refused = file.refused();
        warnings = file.warnings();
        days.keySet().retainAll(file.days().keySet());
        days.putAll(file.days());
    }

    String source() {
        return source;
    }

    HolidayView view() {
        return HolidayView.of(
                calendar,
                until,
                horizon,
                new HolidayFilter(include, exclude),
                new TreeMap<>(days),
                refused,
                warnings);
    }
}
