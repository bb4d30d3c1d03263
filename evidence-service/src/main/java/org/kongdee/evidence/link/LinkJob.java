package org.kongdee.evidence.link;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.kongdee.evidence.link.LinkRepository.Due;

/** Looks at every link that counts or may come to count, some at a time. */
@ApplicationScoped
class LinkJob {

    private static final Logger LOG = Logger.getLogger(LinkJob.class);
    private static final int AT_ONCE = 8;

    private final LinkRepository repository;
    private final LinkChecker checker;
    private final LinkConfig config;
    private final Clock clock;

    LinkJob(LinkRepository repository, LinkChecker checker, LinkConfig config, Clock clock) {
        this.repository = repository;
        this.checker = checker;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "links",
            every = "${kongdee.evidence.links.poll}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Due> due;
            while (!(due = claim()).isEmpty()) {
                List<Future<?>> checks = new ArrayList<>();
                for (Due link : due) {
                    checks.add(threads.submit(() -> check(link)));
                }
                for (Future<?> check : checks) {
                    await(check);
                }
            }
        }
    }

    private List<Due> claim() {
        return QuarkusTransaction.requiringNew()
                .call(() -> repository.claim(config.every(), AT_ONCE));
    }

    private void check(Due link) {
        LinkFinding finding = checker.check(link.link());
        QuarkusTransaction.requiringNew()
                .run(() -> repository.found(link, finding, clock.instant()));
    }

    private static void await(Future<?> check) throws InterruptedException {
        try {
            check.get();
        } catch (ExecutionException e) {
            LOG.warnf(e.getCause(), "a link could not be checked");
        }
    }
}
