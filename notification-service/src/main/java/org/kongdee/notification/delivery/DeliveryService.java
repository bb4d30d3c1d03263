package org.kongdee.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.digest.DigestAssembler;
import org.kongdee.notification.digest.DigestContent;
import org.kongdee.notification.digest.DigestRenderer;
import org.kongdee.notification.digest.RenderedDigest;
import org.kongdee.notification.link.Links;
import org.kongdee.notification.message.Mail;
import org.kongdee.notification.message.MessageState;
import org.kongdee.notification.message.MimeComposer;
import org.kongdee.notification.message.OutboxRepository;
import org.kongdee.notification.message.OutboxRepository.Texts;
import org.kongdee.notification.message.StoredMessage;
import org.kongdee.notification.reminder.ReminderRepository;

/** The steps of sending a mail that are committed: taken, about to be sent, and how it ended. */
@ApplicationScoped
class DeliveryService {

    private static final Duration LONGEST_BACK_OFF = Duration.ofHours(1);

    private final OutboxRepository outbox;
    private final ReminderRepository reminders;
    private final DigestAssembler assembler;
    private final DigestRenderer renderer;
    private final Links links;
    private final MimeComposer composer;
    private final DeliveryConfig config;
    private final Clock clock;

    DeliveryService(
            OutboxRepository outbox,
            ReminderRepository reminders,
            DigestAssembler assembler,
            DigestRenderer renderer,
            Links links,
            MimeComposer composer,
            DeliveryConfig config,
            Clock clock) {
        this.outbox = outbox;
        this.reminders = reminders;
        this.assembler = assembler;
        this.renderer = renderer;
        this.links = links;
        this.composer = composer;
        this.config = config;
        this.clock = clock;
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
        DigestAssembler.Assembled assembled =
                assembler.assemble(
                        claimed.stream()
                                .filter(m -> m.kind() == StoredMessage.Kind.DIGEST)
                                .toList());
        reminders.suppress(assembled.dropped());
        List<Taken> mails = new ArrayList<>();
        List<Texts> texts = new ArrayList<>();
        for (StoredMessage message : claimed) {
            Mail mail = write(message, assembled.digests().get(message.id()), texts);
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
        outbox.keep(texts);
        return new Batch(mails, true);
    }

    private @Nullable Mail write(
            StoredMessage message, @Nullable DigestContent digest, List<Texts> texts) {
        return switch (message.kind()) {
            case NOTICE -> notice(message);
            case DIGEST -> digest == null ? null : digest(message, digest, texts);
        };
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

    private Mail digest(StoredMessage message, DigestContent digest, List<Texts> texts) {
        Instant now = clock.instant();
        RenderedDigest rendered = renderer.render(digest, links, now);
        texts.add(
                new Texts(
                        message.id(),
                        digest.recipient().email(),
                        rendered.subject(),
                        rendered.html(),
                        rendered.text(),
                        rendered.calendar()));
        return new Mail(
                message.id(),
                digest.recipient().email(),
                digest.recipient().name(),
                digest.recipient().language().tag(),
                rendered.subject(),
                rendered.html(),
                rendered.text(),
                rendered.calendar(),
                links.toPause(digest.recipient(), now),
                now);
    }

    /** Commits that DATA is about to be sent; false if the mail is not ours any more. */
    @Transactional
    boolean aboutToSend(UUID message, UUID worker) {
        return outbox.markData(message, worker, config.lease());
    }

    @Transactional
    void conclude(Taken taken, UUID worker, Outcome outcome) {
        UUID message = taken.mail().id();
        switch (outcome) {
            case Outcome.Sent(String reply) ->
                    outbox.conclude(
                            message,
                            worker,
                            MessageState.SENT,
                            reply + " " + composer.messageId(message),
                            Duration.ZERO);
            case Outcome.Again(String reply) -> again(taken, worker, reply);
            case Outcome.Refused(String reply) ->
                    outbox.conclude(message, worker, MessageState.FAILED, reply, Duration.ZERO);
            case Outcome.Unconfirmed(String reply) ->
                    outbox.conclude(
                            message, worker, MessageState.UNCONFIRMED, reply, Duration.ZERO);
            case Outcome.NotOurs() -> {
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
