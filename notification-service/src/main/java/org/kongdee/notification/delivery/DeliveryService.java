package org.kongdee.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.digest.DigestService;
import org.kongdee.notification.message.Mail;
import org.kongdee.notification.message.MailComposer;
import org.kongdee.notification.message.MessageState;
import org.kongdee.notification.message.Notice;
import org.kongdee.notification.message.OutboxRepository;
import org.kongdee.notification.message.StoredMessage;
import org.kongdee.web.sql.Lease;

/** The steps of sending a mail that are committed: taken, about to be sent, and how it ended. */
@ApplicationScoped
class DeliveryService {

    private static final Duration LONGEST_BACK_OFF = Duration.ofHours(1);

    private final OutboxRepository outbox;
    private final DigestService digests;
    private final MailComposer composer;
    private final DeliveryConfig config;

    DeliveryService(
            OutboxRepository outbox,
            DigestService digests,
            MailComposer composer,
            DeliveryConfig config) {
        this.outbox = outbox;
        this.digests = digests;
        this.composer = composer;
        this.config = config;
    }

    /**
     * A mail that this worker has.
     *
     * @param notice what it is made of, if it is one
     * @param attempt how often it has been tried, this time included
     */
    record Taken(Mail mail, @Nullable Notice notice, int attempt) {}

    /** What a worker takes; {@code more} says whether it should ask again. */
    record Batch(List<Taken> mails, boolean more) {}

    /** Whether there is anything to do. */
    boolean isBusy() {
        return outbox.isBusy();
    }

    /** Takes mails whose hour has come, and writes them as of now. */
    @Transactional
    Batch take(Lease lease) {
        List<StoredMessage> claimed = outbox.claim(lease, config.batch());
        if (claimed.isEmpty()) {
            return new Batch(List.of(), false);
        }
        Map<UUID, Mail> written =
                digests.write(
                        claimed.stream()
                                .filter(m -> m.kind() == StoredMessage.Kind.DIGEST)
                                .toList());
        List<Taken> mails = new ArrayList<>();
        for (StoredMessage message : claimed) {
            Mail mail =
                    switch (message.kind()) {
                        case NOTICE -> Mail.of(message);
                        case DIGEST -> written.get(message.id());
                    };
            if (mail == null) {
                outbox.conclude(
                        message.id(),
                        lease,
                        MessageState.SUPPRESSED,
                        "nothing left to say when its hour came",
                        Duration.ZERO);
            } else {
                mails.add(new Taken(mail, message.notice(), message.attempts()));
            }
        }
        outbox.keep(mails.stream().map(Taken::mail).toList());
        return new Batch(mails, true);
    }

    /** Commits that DATA is about to be sent; false if the mail is not ours any more. */
    @Transactional
    boolean aboutToSend(UUID message, Lease lease) {
        return outbox.markData(message, lease);
    }

    @Transactional
    void conclude(Taken taken, Lease lease, SendResult result) {
        UUID message = taken.mail().id();
        switch (result) {
            // The mail client keeps the server's words to itself when all is well.
            case SendResult.Sent() ->
                    outbox.conclude(
                            message,
                            lease,
                            MessageState.SENT,
                            "250 accepted " + composer.messageId(message),
                            Duration.ZERO);
            case SendResult.Deferred(String reply) -> again(taken, lease, reply);
            case SendResult.Lost(String reply) -> again(taken, lease, reply);
            case SendResult.Unreachable(String reply) ->
                    again(taken, lease, "no connection to the mail server: " + reply);
            case SendResult.Refused(String reply) ->
                    outbox.conclude(message, lease, MessageState.FAILED, reply, Duration.ZERO);
            case SendResult.Unconfirmed(String reply) ->
                    outbox.conclude(message, lease, MessageState.UNCONFIRMED, reply, Duration.ZERO);
            case SendResult.NotOurs() -> {
                // Whoever has it now concludes it.
            }
        }
    }

    private void again(Taken taken, Lease lease, String reply) {
        if (taken.attempt() >= config.maxAttempts()) {
            outbox.conclude(
                    taken.mail().id(),
                    lease,
                    MessageState.FAILED,
                    "given up after %d tries: %s".formatted(taken.attempt(), reply),
                    Duration.ZERO);
        } else {
            outbox.conclude(
                    taken.mail().id(), lease, MessageState.RETRY, reply, backOff(taken.attempt()));
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
