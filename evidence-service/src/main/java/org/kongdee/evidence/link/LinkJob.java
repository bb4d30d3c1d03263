package org.kongdee.evidence.link;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.kongdee.evidence.item.ItemLinks;
import org.kongdee.evidence.item.ItemLinks.Due;

/** Looks at every link that counts or may come to count, some at a time. */
@ApplicationScoped
class LinkJob {

    private static final Logger LOG = Logger.getLogger(LinkJob.class);
    private static final int AT_ONCE = 8;

    private final ItemLinks links;
    private final LinkChecker checker;
    private final LinkConfig config;

    LinkJob(ItemLinks links, LinkChecker checker, LinkConfig config) {
        this.links = links;
        this.checker = checker;
        this.config = config;
    }

    @Scheduled(
            identity = "links",
            every = "${kongdee.evidence.links.poll}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Due> due;
            while (!(due = links.claim(config.every(), AT_ONCE)).isEmpty()) {
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

    private void check(Due due) {
        LinkFinding finding = checker.check(due.link());
        links.found(due, finding.status(), finding.location(), finding.note());
    }

    private static void await(Future<?> check) throws InterruptedException {
        try {
            check.get();
        } catch (ExecutionException e) {
            LOG.warnf(e.getCause(), "a link could not be checked");
        }
    }
}
