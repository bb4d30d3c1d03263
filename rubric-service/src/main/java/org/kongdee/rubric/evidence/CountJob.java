package org.kongdee.rubric.evidence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.evidence.FeedRepository.Unit;

/**
 * Counts units anew whose evidence reaches its day, without anybody touching it. It asks no
 * neighbour, and where no day begins it costs one look at an index. Reads count by the day that it
 * is when they are asked: what is counted here is what is kept and what others follow.
 */
@ApplicationScoped
class CountJob {

    private static final Logger LOG = Logger.getLogger(CountJob.class);
    private static final int BATCH = 100;
    private static final Duration LATER = Duration.ofMinutes(1);

    private final UnitEvidenceRepository repository;
    private final UnitEvidenceService units;
    private final CycleService cycles;
    private final EvidenceConfig config;
    private final Clock clock;

    CountJob(
            UnitEvidenceRepository repository,
            UnitEvidenceService units,
            CycleService cycles,
            EvidenceConfig config,
            Clock clock) {
        this.repository = repository;
        this.units = units;
        this.cycles = cycles;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${kongdee.evidence.count-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void count() {
        if (!config.isOn()) {
            return;
        }
        List<Unit> outdated;
        do {
            outdated = repository.outdated(clock.instant(), BATCH);
            Map<String, CycleView> views = new HashMap<>();
            for (Unit unit : outdated) {
                count(views.computeIfAbsent(unit.cycle(), code -> cycles.get(code).view()), unit);
            }
        } while (outdated.size() == BATCH);
    }

    private void count(CycleView cycle, Unit unit) {
        try {
            QuarkusTransaction.requiringNew().run(() -> units.countAnew(cycle, unit));
        } catch (RuntimeException e) {
            // If the database is away, this fails too, and with it the tick.
            QuarkusTransaction.requiringNew()
                    .run(() -> repository.putOff(unit, clock.instant().plus(LATER)));
            LOG.warnf("evidence of %s in %s not counted anew: %s", unit.unit(), unit.cycle(), e);
        }
    }
}
