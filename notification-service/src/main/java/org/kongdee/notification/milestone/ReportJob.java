package org.kongdee.notification.milestone;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.kongdee.notification.deadline.RubricOutboxRepository;
import org.kongdee.notification.deadline.UntoldReport;
import org.kongdee.web.neighbour.Neighbours;

/** Tells rubric-service what was called done here, until it has heard it. */
@ApplicationScoped
class ReportJob {

    private static final Logger LOG = Logger.getLogger(ReportJob.class);
    private static final int BATCH = 20;

    private final RubricOutboxRepository outbox;
    private final RubricClient rubric;
    private final RubricConfig config;
    private final Neighbours neighbours;

    ReportJob(
            RubricOutboxRepository outbox,
            RubricClient rubric,
            RubricConfig config,
            Neighbours neighbours) {
        this.outbox = outbox;
        this.rubric = rubric;
        this.config = config;
        this.neighbours = neighbours;
    }

    @Scheduled(
            every = "${kongdee.rubric.tell-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tell() {
        if (!config.url().isPresent()) {
            return;
        }
        for (UntoldReport report : outbox.take(BATCH)) {
            try {
                rubric.tell(report);
                neighbours.isThere(RubricClient.NAME);
                QuarkusTransaction.requiringNew().run(() -> outbox.told(report));
            } catch (RuntimeException e) {
                if (!neighbours.isAway(RubricClient.NAME, e)) {
                    LOG.warnf("rubric-service not told of %s: %s", report.deadline(), e.toString());
                }
                outbox.notTold(report, e.toString());
            }
        }
    }
}
