package org.kongdee.web.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Removes expired keys every hour; several replicas may do so at once. */
@ApplicationScoped
class IdempotencyCleanupJob {

    private final IdempotencyRepository repository;

    IdempotencyCleanupJob(IdempotencyRepository repository) {
        this.repository = repository;
    }

    @Transactional
    @Scheduled(every = "1h", delayed = "10m")
    void purge() {
        int unused = repository.purge();
    }
}
