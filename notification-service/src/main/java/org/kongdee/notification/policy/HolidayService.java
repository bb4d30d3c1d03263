package org.kongdee.notification.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.holiday.HolidayFile;
import org.kongdee.notification.holiday.HolidayFilter;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.etag.Written;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

/** Calendars of days that are not worked. */
@ApplicationScoped
class HolidayService {

    private final HolidayRepository repository;
    private final PolicyRepository policies;
    private final Caller caller;
    private final Clock clock;

    HolidayService(
            HolidayRepository repository,
            PolicyRepository policies,
            Caller caller,
            @SystemTime Clock clock) {
        this.repository = repository;
        this.policies = policies;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param strict whether a file with an event that is no day off is refused
     */
    @Transactional
    Written<HolidayView> put(
            String calendar,
            String ics,
            HolidayFilter filter,
            boolean strict,
            @Nullable IfMatch ifMatch) {
        HolidayFile file = HolidayFile.read(ics, filter);
        if (strict) {
            file.requireWhole();
        }
        return repository
                .put(
                        calendar,
                        ifMatch,
                        there -> there.says(ics, filter),
                        () -> new HolidayCalendar(calendar, ics, filter, file, stamp()),
                        there -> there.become(ics, filter, file, stamp()))
                .map(HolidayCalendar::view);
    }

    Versioned<HolidayView> get(String calendar) {
        return find(calendar, HolidayCalendar::view);
    }

    /** The file as it was put. */
    Versioned<String> file(String calendar) {
        return find(calendar, HolidayCalendar::source);
    }

    private <V> Versioned<V> find(String calendar, Function<HolidayCalendar, V> view) {
        return repository
                .findByIdOptional(calendar)
                .map(there -> new Versioned<>(view.apply(there), there.etag()))
                .orElseThrow(() -> NotFound.of("holiday calendar", calendar));
    }

    List<String> list() {
        return repository.codes().stream().sorted().toList();
    }

    @Transactional
    void delete(String calendar, @Nullable IfMatch ifMatch) {
        HolidayCalendar there =
                repository
                        .findLocked(calendar)
                        .orElseThrow(() -> NotFound.of("holiday calendar", calendar));
        IfMatch.require(ifMatch, there.etag());
        List<String> users = policies.using(calendar);
        if (!users.isEmpty()) {
            throw new Conflict(
                    "holidays-in-use",
                    Message.of(
                            "These policies use the calendar: %s. Take it out of them first.",
                            users));
        }
        repository.delete(there);
    }

    private Stamp stamp() {
        return new Stamp(clock.instant(), caller.subject());
    }
}
