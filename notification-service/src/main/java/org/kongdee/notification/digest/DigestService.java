package org.kongdee.notification.digest;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kongdee.notification.digest.DigestAssembler.Assembled;
import org.kongdee.notification.link.Links;
import org.kongdee.notification.message.DigestWriter;
import org.kongdee.notification.message.Mail;
import org.kongdee.notification.message.MailComposer;
import org.kongdee.notification.message.StoredMessage;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.reminder.ReminderRepository;

/** Makes mails of queued digests. */
@ApplicationScoped
public class DigestService implements DigestWriter {

    private final ReminderRepository reminders;
    private final DigestAssembler assembler;
    private final DigestRenderer renderer;
    private final MailComposer composer;
    private final Links links;
    private final Clock clock;

    DigestService(
            ReminderRepository reminders,
            DigestAssembler assembler,
            DigestRenderer renderer,
            MailComposer composer,
            Links links,
            Clock clock) {
        this.reminders = reminders;
        this.assembler = assembler;
        this.renderer = renderer;
        this.composer = composer;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Writes digests that are about to be sent; what is not said in them is noted with its reason.
     *
     * @return by message; one that is missing has nothing to say
     */
    public Map<UUID, Mail> write(Collection<StoredMessage> digests) {
        Assembled assembled = assembler.assemble(digests);
        reminders.suppress(assembled.dropped());
        reminders.release(assembled.waiting());
        return assembled.digests().entrySet().stream()
                .collect(
                        toMap(
                                Map.Entry::getKey,
                                digest -> mail(digest.getKey(), digest.getValue())));
    }

    @Override
    public Optional<Mail> writtenNow(StoredMessage digest) {
        return Optional.ofNullable(assembler.assemble(List.of(digest)).digests().get(digest.id()))
                .map(content -> mail(digest.id(), content));
    }

    @Override
    public String pauseLink() {
        return links.hidden();
    }

    private Mail mail(UUID message, DigestContent content) {
        Instant now = clock.instant();
        Recipient recipient = content.recipient();
        RenderedDigest rendered = renderer.render(content, links, now);
        return new Mail(
                message,
                recipient.email(),
                recipient.name(),
                recipient.language().tag(),
                rendered.subject(),
                rendered.html(),
                rendered.text(),
                Published.by(composer.answersTo(), rendered.calendar()),
                links.toPause(recipient, now),
                now);
    }
}
