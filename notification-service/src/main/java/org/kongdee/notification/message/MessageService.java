package org.kongdee.notification.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.digest.DigestAssembler;
import org.kongdee.notification.digest.DigestContent;
import org.kongdee.notification.digest.DigestRenderer;
import org.kongdee.notification.digest.RenderedDigest;
import org.kongdee.notification.link.Links;
import org.kongdee.notification.recipient.RecipientRepository;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.security.Caller;

/**
 * Shows mails to people other than their readers. Links are hidden: whoever has one acts as the
 * recipient.
 */
@ApplicationScoped
class MessageService {

    private static final Pattern LINK = Pattern.compile("/links/[A-Za-z0-9_-]+");

    private final MessageRepository mails;
    private final RecipientRepository recipients;
    private final DigestAssembler assembler;
    private final DigestRenderer renderer;
    private final MimeComposer composer;
    private final Links links;
    private final Caller caller;
    private final Clock clock;

    MessageService(
            MessageRepository mails,
            RecipientRepository recipients,
            DigestAssembler assembler,
            DigestRenderer renderer,
            MimeComposer composer,
            Links links,
            Caller caller,
            Clock clock) {
        this.mails = mails;
        this.recipients = recipients;
        this.assembler = assembler;
        this.renderer = renderer;
        this.composer = composer;
        this.links = links;
        this.caller = caller;
        this.clock = clock;
    }

    MessageView view(UUID id) {
        StoredMessage message = find(id);
        return MessageView.of(message, shown(message), composer.messageId(id), mails.attempts(id));
    }

    String html(UUID id) {
        Mail mail = shown(find(id));
        if (mail.html() == null) {
            throw new NotFound("This mail has no HTML; ask for text/plain.");
        }
        return mail.html();
    }

    String text(UUID id) {
        return shown(find(id)).text();
    }

    byte[] eml(UUID id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            composer.compose(shown(find(id)), Session.getInstance(new Properties())).writeTo(out);
        } catch (MessagingException e) {
            throw new IllegalStateException("mail " + id + " cannot be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A mail that the server took came back; to say so twice is to say it once. */
    @Transactional
    MessageView bounced(UUID id, String reply) {
        boolean cameBack = mails.bounced(id, "came back: " + reply);
        StoredMessage message = find(id);
        if (!cameBack && message.state() != MessageState.FAILED) {
            throw new Conflict(
                    "not-sent",
                    "The mail is %s; only one that was sent can come back."
                            .formatted(message.state()));
        }
        return view(id);
    }

    /** As it was sent; before that, as it would be sent now. */
    private Mail shown(StoredMessage message) {
        String name = recipients.recipient(message.recipient()).map(r -> r.name()).orElse("");
        if (message.text() != null) {
            return mail(
                    message,
                    name,
                    String.valueOf(message.subject()),
                    message.html(),
                    message.text(),
                    message.calendar());
        }
        DigestContent digest = assembler.assemble(List.of(message)).digests().get(message.id());
        if (digest == null) {
            throw new NotFound("This mail has nothing to say any more; it was never sent.");
        }
        RenderedDigest rendered = renderer.render(digest, links, clock.instant());
        return mail(
                message,
                name,
                rendered.subject(),
                rendered.html(),
                rendered.text(),
                rendered.calendar());
    }

    private static Mail mail(
            StoredMessage message,
            String name,
            String subject,
            @Nullable String html,
            String text,
            @Nullable String calendar) {
        Instant date = message.sentAt() == null ? message.notBefore() : message.sentAt();
        return new Mail(
                message.id(),
                message.email(),
                name,
                message.language().toLowerCase(Locale.ROOT),
                subject,
                html == null ? null : hidden(html),
                hidden(text),
                calendar,
                null,
                date);
    }

    private static String hidden(String text) {
        return LINK.matcher(text).replaceAll("/links/hidden");
    }

    private StoredMessage find(UUID id) {
        StoredMessage message =
                mails.stored(id).orElseThrow(() -> NotFound.of("message", id.toString()));
        if (caller.seesOwnUnitOnly() && !caller.isOf(message.unit())) {
            throw NotFound.of("message", id.toString());
        }
        return message;
    }
}
