package org.kongdee.notification.milestone;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.kongdee.notification.deadline.MilestoneRepository;
import org.kongdee.notification.deadline.RubricOutboxRepository;
import org.kongdee.notification.milestone.RubricClient.Changes;
import org.kongdee.notification.milestone.RubricRestClient.Cycle;
import org.kongdee.notification.milestone.SyncView.CycleSync;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.Unavailable;

/**
 * Keeps the mirror of the milestones of all open cycles. It goes on from its cursor, so that
 * unchanged work costs one call a cycle, and a sync that is cut off is simply done again.
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
    private final Clock clock;

    MirrorService(
            RubricClient rubric,
            RubricConfig config,
            MirrorRepository repository,
            MilestoneRepository milestones,
            RubricOutboxRepository outbox,
            PolicyRepository policies,
            Clock clock) {
        this.rubric = rubric;
        this.config = config;
        this.repository = repository;
        this.milestones = milestones;
        this.outbox = outbox;
        this.policies = policies;
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
        List<CycleSync> synced = new ArrayList<>();
        try {
            for (Cycle cycle : rubric.cycles()) {
                switch (cycle.status()) {
                    case "OPEN" -> synced.add(sync(cycle));
                    case "CLOSED" -> closeIfMirrored(cycle);
                    default -> {
                        // A draft asks nothing of anybody yet.
                    }
                }
            }
        } catch (RuntimeException e) {
            LOG.warnf("sync with rubric-service failed: %s", e.toString());
            repository.failed(e.getClass().getSimpleName());
            throw new Unavailable(
                    "rubric-service does not answer as it should; reminders go on from what is mirrored.");
        }
        return new SyncView(synced, outbox.count());
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

    private void closeIfMirrored(Cycle cycle) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            if (repository.find(cycle.cycle()).isPresent()) {
                                milestones.close(cycle.cycle());
                                repository.remove(cycle.cycle());
                            }
                        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(
                clock.instant(), policies.policies().rulesFor(null, "").policy().timeZone());
    }
}
