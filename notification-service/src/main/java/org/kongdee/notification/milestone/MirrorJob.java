package org.kongdee.notification.milestone;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.kongdee.web.problem.Unavailable;

/** Syncs at start and from then on; quiet where no rubric-service is configured. */
@ApplicationScoped
class MirrorJob {

    private final MirrorService service;

    MirrorJob(MirrorService service) {
        this.service = service;
    }

    @Scheduled(
            every = "${kongdee.rubric.sync-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void sync() {
        if (!service.isOn()) {
            return;
        }
        try {
            Map<String, Integer> unused = service.sync();
        } catch (Unavailable e) {
            // Logged and recorded where it happened; the next tick tries again.
        }
    }
}
