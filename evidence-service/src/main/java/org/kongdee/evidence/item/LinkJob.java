package org.kongdee.evidence.item;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.kongdee.evidence.item.LinkRepository.Due;
import org.kongdee.evidence.link.LinkChecker;
import org.kongdee.evidence.link.LinkConfig;
import org.kongdee.evidence.link.LinkFinding;

/** Looks at every link that counts or may come to count, some at a time. */
@ApplicationScoped
class LinkJob {

    private static final Logger LOG = Logger.getLogger(LinkJob.class);
    private static final int AT_ONCE = 8;

    private final LinkRepository links;
    private final ItemVerdicts verdicts;
    private final LinkChecker checker;
    private final LinkConfig config;

    LinkJob(LinkRepository links, ItemVerdicts verdicts, LinkChecker checker, LinkConfig config) {
        this.links = links;
        this.verdicts = verdicts;
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
        return QuarkusTransaction.requiringNew().call(() -> links.claim(config.every(), AT_ONCE));
    }

    private void check(Due due) {
        LinkFinding finding = checker.check(due.link());
        QuarkusTransaction.requiringNew()
                .run(() -> verdicts.linkFound(due.item(), due.link(), finding));
    }

    private static void await(Future<?> check) throws InterruptedException {
        try {
            check.get();
        } catch (ExecutionException e) {
            LOG.warnf(e.getCause(), "a link could not be checked");
        }
    }
}
