package org.kongdee.rubric.evidence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.rubric.assessment.Enrolments;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.evidence.OutboxEntry.Taken;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.web.neighbour.Neighbours;

/** Tells evidence-service what it has not heard of yet, until it has. */
@ApplicationScoped
class OutboxJob {

    private static final Logger LOG = Logger.getLogger(OutboxJob.class);

    private final Outbox outbox;
    private final CycleService cycles;
    private final Enrolments enrolments;
    private final Rubrics rubrics;
    private final EvidenceClient evidence;
    private final EvidenceConfig config;
    private final Batches batches;
    private final Neighbours neighbours;

    OutboxJob(
            Outbox outbox,
            CycleService cycles,
            Enrolments enrolments,
            Rubrics rubrics,
            EvidenceClient evidence,
            EvidenceConfig config,
            Batches batches,
            Neighbours neighbours) {
        this.outbox = outbox;
        this.cycles = cycles;
        this.enrolments = enrolments;
        this.rubrics = rubrics;
        this.evidence = evidence;
        this.config = config;
        this.batches = batches;
        this.neighbours = neighbours;
    }

    @Scheduled(
            every = "${kongdee.evidence.tell-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tell() {
        if (!config.isOn()) {
            return;
        }
        for (List<Taken> entries = take(); !entries.isEmpty(); entries = take()) {
            tell(entries.getFirst().cycle(), entries);
        }
    }

    private List<Taken> take() {
        return QuarkusTransaction.requiringNew().call(() -> outbox.take(Batches.MOST_UNITS));
    }

    private void tell(String cycle, List<Taken> entries) {
        try {
            if (entries.stream().anyMatch(entry -> entry.unit() == null)) {
                evidence.putCollection(
                        cycle, CollectionContent.of(cycles.get(cycle).view(), rubrics));
            }
            List<String> units = Outbox.units(entries);
            if (!units.isEmpty()) {
                for (List<Enrolment> batch : batches.of(enrolments.of(cycle, units))) {
                    evidence.enrol(cycle, batch);
                }
            }
            neighbours.isThere(EvidenceClient.NAME);
            QuarkusTransaction.requiringNew().run(() -> outbox.told(cycle, entries));
        } catch (RuntimeException e) {
            if (!neighbours.isAway(EvidenceClient.NAME, e)) {
                LOG.warnf("evidence-service not told of cycle %s: %s", cycle, e.toString());
            }
            QuarkusTransaction.requiringNew().run(() -> outbox.notTold(entries, e.toString()));
        }
    }
}
