package org.kongdee.notification.milestone;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Tells rubric-service what was called done here, until it has heard it. */
@ApplicationScoped
class OutcomeJob {

    private static final Logger LOG = Logger.getLogger(OutcomeJob.class);
    private static final int BATCH = 20;

    private final MirrorRepository repository;
    private final RubricClient rubric;
    private final RubricConfig config;

    OutcomeJob(MirrorRepository repository, RubricClient rubric, RubricConfig config) {
        this.repository = repository;
        this.rubric = rubric;
        this.config = config;
    }

    @Scheduled(
            every = "${kongdee.rubric.tell-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tell() {
        if (!config.url().isPresent()) {
            return;
        }
        List<Outcome> outcomes =
                QuarkusTransaction.requiringNew().call(() -> repository.takeOutcomes(BATCH));
        for (Outcome outcome : outcomes) {
            try {
                rubric.tell(outcome);
                QuarkusTransaction.requiringNew().run(() -> repository.told(outcome));
            } catch (RuntimeException e) {
                LOG.warnf("rubric-service not told of %s: %s", outcome.deadline(), e.toString());
                QuarkusTransaction.requiringNew()
                        .run(() -> repository.notTold(outcome, e.toString()));
            }
        }
    }
}
