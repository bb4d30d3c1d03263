package org.kongdee.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kongdee.notification.digest.DigestService;
import org.kongdee.notification.message.Mail;
import org.kongdee.notification.message.MessageState;
import org.kongdee.notification.message.MimeComposer;
import org.kongdee.notification.message.OutboxRepository;
import org.kongdee.notification.message.StoredMessage;

/** The steps of sending a mail that are committed: taken, about to be sent, and how it ended. */
@ApplicationScoped
class DeliveryService {

    private static final Duration LONGEST_BACK_OFF = Duration.ofHours(1);

    private final OutboxRepository outbox;
    private final DigestService digests;
    private final MimeComposer composer;
    private final DeliveryConfig config;

    DeliveryService(
            OutboxRepository outbox,
            DigestService digests,
            MimeComposer composer,
            DeliveryConfig config) {
        this.outbox = outbox;
        this.digests = digests;
        this.composer = composer;
        this.config = config;
    }

    /** A mail that this worker has, and how often it has been tried, this time included. */
    record Taken(Mail mail, int attempt) {}

    /** What a worker takes; {@code more} says whether it should ask again. */
    record Batch(List<Taken> mails, boolean more) {}

    /** Takes mails whose hour has come, and writes them as of now. */
    @Transactional
    Batch take(UUID worker) {
        List<StoredMessage> claimed = outbox.claim(worker, config.batch(), config.lease());
        if (claimed.isEmpty()) {
            return new Batch(List.of(), false);
        }
        Map<UUID, Mail> written =
                digests.write(
                        claimed.stream()
                                .filter(m -> m.kind() == StoredMessage.Kind.DIGEST)
                                .toList());
        outbox.keep(written.values());
        List<Taken> mails = new ArrayList<>();
        for (StoredMessage message : claimed) {
            Mail mail =
                    switch (message.kind()) {
                        case NOTICE -> notice(message);
                        case DIGEST -> written.get(message.id());
                    };
            if (mail == null) {
                outbox.conclude(
                        message.id(),
                        worker,
                        MessageState.SUPPRESSED,
                        "nothing left to say when its hour came",
                        Duration.ZERO);
            } else {
                mails.add(new Taken(mail, message.attempts()));
            }
        }
        return new Batch(mails, true);
    }

    private static Mail notice(StoredMessage message) {
        return new Mail(
                message.id(),
                message.email(),
                "",
                "en",
                Objects.requireNonNull(message.subject()),
                null,
                Objects.requireNonNull(message.text()),
                null,
                null,
                message.createdAt());
    }

    /** Commits that DATA is about to be sent; false if the mail is not ours any more. */
    @Transactional
    boolean aboutToSend(UUID message, UUID worker) {
        return outbox.markData(message, worker, config.lease());
    }

    @Transactional
    void conclude(Taken taken, UUID worker, SendResult result) {
        UUID message = taken.mail().id();
        switch (result) {
            case SendResult.Sent(String reply) ->
                    outbox.conclude(
                            message,
                            worker,
                            MessageState.SENT,
                            reply + " " + composer.messageId(message),
                            Duration.ZERO);
            case SendResult.Again(String reply) -> again(taken, worker, reply);
            case SendResult.Refused(String reply) ->
                    outbox.conclude(message, worker, MessageState.FAILED, reply, Duration.ZERO);
            case SendResult.Unconfirmed(String reply) ->
                    outbox.conclude(
                            message, worker, MessageState.UNCONFIRMED, reply, Duration.ZERO);
            case SendResult.NotOurs() -> {
                // Whoever has it now concludes it.
            }
        }
    }

    private void again(Taken taken, UUID worker, String reply) {
        if (taken.attempt() >= config.maxAttempts()) {
            outbox.conclude(
                    taken.mail().id(),
                    worker,
                    MessageState.FAILED,
                    "given up after %d tries: %s".formatted(taken.attempt(), reply),
                    Duration.ZERO);
        } else {
            outbox.conclude(
                    taken.mail().id(), worker, MessageState.RETRY, reply, backOff(taken.attempt()));
        }
    }

    private Duration backOff(int attempt) {
        Duration wait = config.backOff();
        for (int i = 1; i < attempt && wait.compareTo(LONGEST_BACK_OFF) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : wait;
    }

    /** Takes mails back from workers that died. */
    @Transactional
    int reclaim() {
        return outbox.reclaim();
    }
}
