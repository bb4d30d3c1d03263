package org.kongdee.notification.rejection;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for rejections that have been gathered for long enough. */
@ApplicationScoped
class RejectionJob {

    private final RejectionService service;

    RejectionJob(RejectionService service) {
        this.service = service;
    }

    @Scheduled(
            every = "${kongdee.rejections.every:30s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        service.tell();
    }
}
