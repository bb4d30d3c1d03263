package org.kongdee.rubric.evidence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.kongdee.web.neighbour.Neighbours;

/** Follows the feed of evidence-service, unless another replica does. */
@ApplicationScoped
class FollowJob {

    private final FollowService service;
    private final EvidenceConfig config;
    private final Neighbours neighbours;

    FollowJob(FollowService service, EvidenceConfig config, Neighbours neighbours) {
        this.service = service;
        this.config = config;
        this.neighbours = neighbours;
    }

    @Scheduled(
            every = "${kongdee.evidence.follow-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void follow() {
        if (!config.isOn()) {
            return;
        }
        try {
            service.follow();
            neighbours.isThere(EvidenceClient.NAME);
        } catch (RuntimeException e) {
            if (!neighbours.isAway(EvidenceClient.NAME, e)) {
                throw e;
            }
            // What is known stays, and says as of when; the next tick goes on from there.
            service.failed(e.toString());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (config.isOn()) {
            service.release();
        }
    }
}
