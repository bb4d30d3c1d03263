package org.kongdee.notification.milestone;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.kongdee.notification.deadline.MilestoneRepository;
import org.kongdee.notification.deadline.RubricOutboxRepository;
import org.kongdee.notification.milestone.RubricClient.Changes;
import org.kongdee.notification.milestone.RubricClient.Touched;
import org.kongdee.notification.milestone.RubricRestClient.Cycle;
import org.kongdee.notification.milestone.SyncView.CycleSync;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.web.neighbour.Neighbours;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.Unavailable;

/**
 * Keeps the mirror of the milestones of all open cycles. rubric-service's feed names the cycles
 * that were touched, and each of these goes on from its own cursor: while nothing changes a sync
 * costs two calls, however many cycles there are, and one that is cut off is simply done again.
 */
@ApplicationScoped
class MirrorService {

    private static final Logger LOG = Logger.getLogger(MirrorService.class);

    private final RubricClient rubric;
    private final RubricConfig config;
    private final MirrorRepository repository;
    private final MilestoneRepository milestones;
    private final RubricOutboxRepository outbox;
    private final PolicyRepository policies;
    private final Neighbours neighbours;
    private final Clock clock;

    MirrorService(
            RubricClient rubric,
            RubricConfig config,
            MirrorRepository repository,
            MilestoneRepository milestones,
            RubricOutboxRepository outbox,
            PolicyRepository policies,
            Neighbours neighbours,
            Clock clock) {
        this.rubric = rubric;
        this.config = config;
        this.repository = repository;
        this.milestones = milestones;
        this.outbox = outbox;
        this.policies = policies;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    boolean isOn() {
        return config.url().isPresent();
    }

    /**
     * @throws Conflict if no rubric-service is configured
     * @throws Unavailable if it does not answer
     */
    SyncView sync() {
        if (!isOn()) {
            throw new Conflict(
                    "rubric-not-configured",
                    "No rubric-service is configured; set kongdee.rubric.url.");
        }
        List<CycleSync> synced;
        try {
            synced = fetch();
            neighbours.isThere(RubricClient.NAME);
        } catch (RuntimeException e) {
            if (!neighbours.isAway(RubricClient.NAME, e)) {
                LOG.warnf("sync with rubric-service failed: %s", e.toString());
            }
            repository.failed(e.getClass().getSimpleName());
            throw new Unavailable(
                    "rubric-service does not answer as it should; reminders go on from what is mirrored.");
        }
        return new SyncView(synced, outbox.count());
    }

    private List<CycleSync> fetch() {
        String cursor = repository.feed();
        Touched touched = rubric.touched(cursor);
        Set<String> mirrored =
                repository.list().stream().map(Mirror::cycle).collect(Collectors.toSet());
        List<CycleSync> synced = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        for (Cycle cycle : rubric.cycles()) {
            String key = cycle.cycle();
            switch (cycle.status()) {
                case "OPEN" -> {
                    if (touched.cycles().contains(key) || !mirrored.contains(key)) {
                        synced.add(sync(cycle));
                    } else {
                        unchanged.add(key);
                        synced.add(new CycleSync(key, 0, clock.instant(), null));
                    }
                }
                case "CLOSED" -> {
                    if (mirrored.contains(key)) {
                        close(key);
                    }
                }
                default -> {
                    // A draft asks nothing of anybody yet.
                }
            }
        }
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            repository.unchanged(unchanged);
                            repository.advance(cursor, touched.next());
                        });
        return synced;
    }

    /** What the mirror holds, without asking anybody. */
    SyncView state() {
        return new SyncView(
                repository.list().stream()
                        .map(m -> new CycleSync(m.cycle(), 0, m.syncedAt(), m.failure()))
                        .toList(),
                outbox.count());
    }

    private CycleSync sync(Cycle cycle) {
        String cursor = repository.find(cycle.cycle()).map(Mirror::cursor).orElse(null);
        Changes changes = rubric.changes(cycle.cycle(), cursor);
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            LocalDate end = cycle.period().end();
                            boolean ours =
                                    repository.advance(
                                            cycle.cycle(), cursor, changes.cursor(), end);
                            if (ours && !changes.milestones().isEmpty()) {
                                int reopened = milestones.reopenUndone(changes.milestones());
                                milestones.put(cycle.cycle(), end, changes.milestones(), today());
                                LOG.infof(
                                        "mirrored %d milestones of %s, %d undone there",
                                        changes.milestones().size(), cycle.cycle(), reopened);
                            }
                            return new CycleSync(
                                    cycle.cycle(),
                                    ours ? changes.milestones().size() : 0,
                                    clock.instant(),
                                    null);
                        });
    }

    private void close(String cycle) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            milestones.close(cycle);
                            repository.remove(cycle);
                        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(
                clock.instant(), policies.policies().rulesFor(null, "").policy().timeZone());
    }
}
