package org.kongdee.rubric.evidence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Follows the feeds of all open cycles that no other replica follows. */
@ApplicationScoped
class FollowJob {

    private static final Logger LOG = Logger.getLogger(FollowJob.class);

    private final Set<String> troubled = ConcurrentHashMap.newKeySet();
    private final FollowService service;
    private final EvidenceConfig config;

    FollowJob(FollowService service, EvidenceConfig config) {
        this.service = service;
        this.config = config;
    }

    @Scheduled(
            every = "${kongdee.evidence.follow-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void follow() {
        if (!config.isOn()) {
            return;
        }
        for (String cycle : service.free()) {
            try {
                service.follow(cycle);
                if (troubled.remove(cycle)) {
                    LOG.infof("evidence of cycle %s is followed again", cycle);
                }
            } catch (RuntimeException e) {
                // What is known stays, and says as of when; the next tick goes on from there. The
                // log tells when trouble begins and ends, not how often it was met.
                if (troubled.add(cycle)) {
                    LOG.warnf("evidence of cycle %s not followed: %s", cycle, e.toString());
                }
                service.failed(cycle, e.toString());
            }
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (config.isOn()) {
            service.release();
        }
    }
}
