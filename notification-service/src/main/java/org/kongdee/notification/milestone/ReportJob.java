package org.kongdee.notification.milestone;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Set;
import org.jboss.logging.Logger;
import org.kongdee.notification.deadline.RubricOutboxRepository;
import org.kongdee.notification.deadline.UntoldReport;
import org.kongdee.notification.milestone.RubricRestClient.Heard;
import org.kongdee.web.neighbour.Neighbours;

/** Tells rubric-service what was called done here, until it has heard it. */
@ApplicationScoped
class ReportJob {

    private static final Logger LOG = Logger.getLogger(ReportJob.class);
    private static final int BATCH = 20;

    /** Answers that stay the same however often it is asked. */
    private static final Set<Integer> FINAL = Set.of(400, 404, 409, 410, 422);

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
                Heard heard = rubric.tell(report);
                neighbours.isThere(RubricClient.NAME);
                outbox.told(report, heard.status(), heard.settled());
            } catch (WebApplicationException e) {
                answered(report, e);
            } catch (RuntimeException e) {
                if (!neighbours.isAway(RubricClient.NAME, e)) {
                    LOG.warnf("rubric-service not told of %s: %s", report.deadline(), e.toString());
                }
                outbox.notTold(report, e.toString());
            }
        }
    }

    /** What is refused for good, for it was settled otherwise or is gone, holds here no more. */
    private void answered(UntoldReport report, WebApplicationException e) {
        LOG.warnf("rubric-service does not take %s: %s", report.deadline(), e.toString());
        if (FINAL.contains(e.getResponse().getStatus())) {
            outbox.refused(report, e.toString());
        } else {
            outbox.notTold(report, e.toString());
        }
    }
}
