package org.kongdee.notification.holiday;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.holiday.HolidayRepository.Stored;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.security.Caller;

/** Calendars of days that are not worked. */
@ApplicationScoped
class HolidayService {

    private final HolidayRepository repository;
    private final Caller caller;

    HolidayService(HolidayRepository repository, Caller caller) {
        this.repository = repository;
        this.caller = caller;
    }

    /** What a PUT did. */
    record Put(HolidayView view, String etag, boolean created) {}

    @Transactional
    Put put(String calendar, String ics, @Nullable IfMatch ifMatch) {
        Map<LocalDate, String> days = HolidayFile.read(ics);
        var present = repository.find(calendar);
        boolean same = present.filter(stored -> stored.source().equals(ics)).isPresent();
        if (present.isEmpty()) {
            IfMatch.refuseMissing(ifMatch);
        } else if (same) {
            IfMatch.refuseStale(ifMatch, ETags.of(present.get().version()));
        } else {
            IfMatch.require(ifMatch, ETags.of(present.get().version()));
        }
        if (!same) {
            repository.put(calendar, ics, days, caller.subject());
        }
        return new Put(view(calendar), ETags.of(get(calendar).version()), present.isEmpty());
    }

    @Transactional
    Stored get(String calendar) {
        return repository
                .find(calendar)
                .orElseThrow(() -> NotFound.of("holiday calendar", calendar));
    }

    @Transactional
    HolidayView view(String calendar) {
        return new HolidayView(calendar, repository.days(calendar));
    }

    @Transactional
    List<String> list() {
        return repository.codes().stream().sorted().toList();
    }

    @Transactional
    void delete(String calendar, @Nullable IfMatch ifMatch) {
        IfMatch.require(ifMatch, ETags.of(get(calendar).version()));
        List<String> users = repository.policiesUsing(calendar);
        if (!users.isEmpty()) {
            throw new Conflict(
                    "holidays-in-use",
                    "These policies use it: %s.".formatted(String.join(", ", users)));
        }
        repository.delete(calendar);
    }
}
