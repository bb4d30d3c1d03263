package org.kongdee.notification.reminder;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Does the daily pass soon after the day begins in the policies' zones, so that its queue can be
 * looked at before the mails leave at their hour. Every replica has this timer; one does the work.
 */
@ApplicationScoped
class PassJob {

    private final PassService service;

    PassJob(PassService service) {
        this.service = service;
    }

    @Scheduled(
            every = "${kongdee.pass.every:30s}",
            delayed = "${kongdee.pass.delayed:5s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        service.runDue();
    }
}
