package org.kongdee.web.outage;

import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Tells of scheduled jobs that failed, in place of the scheduler, which would show a stack for each
 * try while the database is away.
 */
@Singleton
class JobFailures {

    private static final Logger LOG = Logger.getLogger(JobFailures.class);

    private final DatabaseOutage database;

    JobFailures(DatabaseOutage database) {
        this.database = database;
    }

    void tell(@Observes FailedExecution failed) {
        if (!database.isBehind(failed.getException())) {
            LOG.errorf(
                    failed.getException(),
                    "job %s failed; it is tried again at its next time",
                    failed.getExecution().getTrigger().getMethodDescription());
        }
    }
}
