package org.kongdee.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.kongdee.notification.delivery.DeliveryService.Batch;
import org.kongdee.notification.delivery.DeliveryService.Taken;
import org.kongdee.notification.delivery.SendResult.Failed;
import org.kongdee.web.neighbour.Neighbours;
import org.kongdee.web.outage.DatabaseOutage;
import org.kongdee.web.sql.Lease;

/** Works the outbox off, over several connections at once; any number of replicas may do so. */
@ApplicationScoped
class DeliveryJob {

    private static final Logger LOG = Logger.getLogger(DeliveryJob.class);

    /** As the log names it. */
    private static final String MAIL_SERVER = "the mail server";

    /** What is under way when the service ends may end well. */
    private static final long LAST_SECONDS = 5;

    private final DeliveryService service;
    private final DigestSender digests;
    private final NoticeSender notices;
    private final MailServer server;
    private final DeliveryConfig config;
    private final Neighbours neighbours;
    private final DatabaseOutage database;
    private final MeterRegistry metrics;
    private final ExecutorService workers;

    DeliveryJob(
            DeliveryService service,
            DigestSender digests,
            NoticeSender notices,
            MailServer server,
            DeliveryConfig config,
            Neighbours neighbours,
            DatabaseOutage database,
            MeterRegistry metrics) {
        this.service = service;
        this.digests = digests;
        this.notices = notices;
        this.server = server;
        this.config = config;
        this.neighbours = neighbours;
        this.database = database;
        this.metrics = metrics;
        this.workers =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("mail-", 1).factory());
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
            workers.shutdownNow();
        }
    }

    @Scheduled(every = "${kongdee.delivery.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void deliver() throws InterruptedException {
        if (!config.enabled() || workers.isShutdown() || !service.isBusy()) {
            return;
        }
        int dead = service.reclaim();
        if (dead > 0) {
            LOG.warnf("%d mails taken back from workers that died", dead);
        }
        Callable<Boolean> worker = this::workOff;
        for (Future<Boolean> loop :
                workers.invokeAll(Collections.nCopies(server.connections(), worker))) {
            try {
                boolean unused = loop.get();
            } catch (ExecutionException e) {
                if (!database.isBehind(e)) {
                    LOG.error("a mail worker failed; its mails come back when their lease ends", e);
                }
            }
        }
    }

    /**
     * Sends until nothing is left whose hour has come, or the server cannot be talked to.
     *
     * @return whether it can
     */
    private boolean workOff() throws InterruptedException {
        Lease lease = Lease.of(config.lease());
        boolean well = true;
        boolean more = true;
        try (Conversation conversation = new Conversation(server::connect, server.patience())) {
            while (well && more && !workers.isShutdown()) {
                Batch batch = service.take(lease);
                well = send(conversation, batch.mails(), lease);
                more = batch.more();
            }
        }
        return well;
    }

    private boolean send(Conversation conversation, List<Taken> mails, Lease lease)
            throws InterruptedException {
        SendResult before = new SendResult.Sent();
        for (int i = 0; i < mails.size(); i++) {
            Taken taken = mails.get(i);
            SendResult result = send(conversation, taken, lease);
            service.conclude(taken, lease, result);
            count(result);
            if (result instanceof Failed failed && isHopeless(before, failed)) {
                neighbours.isAway(MAIL_SERVER, failed.reply());
                mails.subList(i + 1, mails.size())
                        .forEach(untried -> service.conclude(untried, lease, failed));
                return false;
            }
            if (result instanceof SendResult.Sent) {
                neighbours.isThere(MAIL_SERVER);
            }
            before = result;
        }
        return true;
    }

    private SendResult send(Conversation conversation, Taken taken, Lease lease)
            throws InterruptedException {
        if (!server.approves(taken.mail().to())) {
            return new SendResult.Refused("not among quarkus.mailer.approved-recipients");
        }
        return taken.notice() == null
                ? digests.send(
                        taken.mail(),
                        conversation,
                        () -> service.aboutToSend(taken.mail().id(), lease))
                : notices.send(taken.mail(), taken.notice());
    }

    /** One mail may be lost by its own fault; two in a row are the server's. */
    private static boolean isHopeless(SendResult before, Failed now) {
        return now instanceof SendResult.Unreachable
                || now instanceof SendResult.Lost && before instanceof SendResult.Lost;
    }

    private void count(SendResult result) {
        metrics.counter(
                        "kongdee.mails",
                        "outcome",
                        result.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .increment();
    }
}
