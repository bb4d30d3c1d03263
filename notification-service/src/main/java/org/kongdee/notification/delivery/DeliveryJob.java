package org.kongdee.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.kongdee.notification.delivery.DeliveryService.Batch;
import org.kongdee.notification.delivery.DeliveryService.Taken;
import org.kongdee.notification.message.MailConfig;
import org.kongdee.notification.message.MimeComposer;

/** Works the outbox off, over several connections at once; any number of replicas may do so. */
@ApplicationScoped
class DeliveryJob {

    private static final Logger LOG = Logger.getLogger(DeliveryJob.class);

    private final DeliveryService service;
    private final MimeComposer composer;
    private final SmtpConfig smtp;
    private final DeliveryConfig delivery;
    private final MailConfig mail;
    private final MeterRegistry metrics;
    private final ExecutorService workers;

    DeliveryJob(
            DeliveryService service,
            MimeComposer composer,
            SmtpConfig smtp,
            DeliveryConfig delivery,
            MailConfig mail,
            MeterRegistry metrics) {
        this.service = service;
        this.composer = composer;
        this.smtp = smtp;
        this.delivery = delivery;
        this.mail = mail;
        this.metrics = metrics;
        AtomicInteger number = new AtomicInteger();
        this.workers =
                Executors.newFixedThreadPool(
                        smtp.connections(),
                        task -> {
                            Thread thread = new Thread(task, "mail-" + number.incrementAndGet());
                            // The mail library looks up its parts by the context class loader.
                            thread.setContextClassLoader(DeliveryJob.class.getClassLoader());
                            return thread;
                        });
    }

    void stop(@Observes ShutdownEvent shutdown) {
        workers.shutdownNow();
    }

    @Scheduled(every = "${kongdee.delivery.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void deliver() throws InterruptedException {
        if (!delivery.enabled() || workers.isShutdown()) {
            return;
        }
        int dead = service.reclaim();
        if (dead > 0) {
            LOG.warnf("%d mails taken back from workers that died", dead);
        }
        List<Callable<Integer>> loops = new ArrayList<>();
        for (int i = 0; i < smtp.connections(); i++) {
            loops.add(this::workOff);
        }
        for (Future<Integer> loop : workers.invokeAll(loops)) {
            try {
                int unused = loop.get();
            } catch (ExecutionException e) {
                LOG.error("a mail worker failed; its mails come back when their lease ends", e);
            }
        }
    }

    /** Sends until nothing is left whose hour has come, or the server cannot be talked to. */
    private int workOff() {
        UUID worker = UUID.randomUUID();
        int sent = 0;
        try (SmtpConnection connection =
                new SmtpConnection(smtp, mail.returnPath().orElse(mail.from()))) {
            while (!Thread.currentThread().isInterrupted()) {
                Batch batch = service.take(worker);
                for (int i = 0; i < batch.mails().size(); i++) {
                    try {
                        connection.open();
                    } catch (MessagingException e) {
                        giveBack(batch.mails().subList(i, batch.mails().size()), worker, e);
                        return sent;
                    }
                    Taken taken = batch.mails().get(i);
                    SendResult result = send(connection, taken, worker);
                    service.conclude(taken, worker, result);
                    count(result);
                    sent++;
                }
                if (!batch.more()) {
                    return sent;
                }
            }
        }
        return sent;
    }

    private SendResult send(SmtpConnection connection, Taken taken, UUID worker) {
        MimeMessage message;
        InternetAddress to;
        try {
            message = composer.compose(taken.mail(), connection.session());
            to = new InternetAddress(taken.mail().to(), true);
        } catch (MessagingException e) {
            return new SendResult.Refused("the mail cannot be written: " + e.getMessage());
        }
        return connection.send(message, to, () -> service.aboutToSend(taken.mail().id(), worker));
    }

    private void giveBack(List<Taken> mails, UUID worker, MessagingException why) {
        LOG.warnf("no connection to the mail server: %s", why.getMessage());
        SendResult again =
                new SendResult.Again("no connection to the mail server: " + why.getMessage());
        mails.forEach(taken -> service.conclude(taken, worker, again));
    }

    private void count(SendResult result) {
        metrics.counter(
                        "kongdee.mails",
                        "outcome",
                        result.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .increment();
    }
}
