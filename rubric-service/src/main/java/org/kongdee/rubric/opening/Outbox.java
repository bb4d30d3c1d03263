package org.kongdee.rubric.opening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kongdee.rubric.assessment.Enrolments;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.opening.OutboxEntry.Taken;
import org.kongdee.web.clock.SystemTime;

/** What evidence-service has not heard of yet. Each verb is a part of the transaction under way. */
@ApplicationScoped
class Outbox {

    private final OutboxRepository repository;
    private final CycleService cycles;
    private final Enrolments enrolments;
    private final Clock clock;

    Outbox(
            OutboxRepository repository,
            CycleService cycles,
            Enrolments enrolments,
            @SystemTime Clock clock) {
        this.repository = repository;
        this.cycles = cycles;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    /** To be told that the cycle's collection is open, or closed. */
    void add(String cycle) {
        Instant now = clock.instant();
        repository
                .findLocked(cycle)
                .ifPresentOrElse(
                        there -> there.renew(now),
                        () -> repository.persist(new OutboxEntry(cycle, now)));
    }

    /** To be told that units take part. */
    void add(String cycle, Collection<String> units) {
        repository.add(cycle, units);
    }

    List<Taken> take(int most) {
        return repository.take(most);
    }

    /**
     * Forgets what was told, unless there is news of it; what shows that it had not been changes.
     */
    void told(String cycle, List<Taken> taken) {
        Map<Long, OutboxEntry> there = repository.findLocked(taken);
        var told = new ArrayList<Taken>();
        for (Taken each : taken) {
            OutboxEntry entry = there.get(each.id());
            if (entry != null && entry.isStillAs(each)) {
                repository.delete(entry);
                told.add(each);
            }
        }
        enrolments.told(cycle, units(told));
        if (told.stream().anyMatch(each -> each.unit() == null)) {
            cycles.told(cycle);
        }
    }

    void notTold(List<Taken> taken, String failure) {
        Instant now = clock.instant();
        repository.findLocked(taken).values().forEach(entry -> entry.putOff(failure, now));
    }

    static List<String> units(List<Taken> taken) {
        return taken.stream().map(Taken::unit).filter(Objects::nonNull).toList();
    }
}
