package org.kongdee.notification.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
    private final DigestWriter digests;
    private final MailComposer composer;
    private final Caller caller;

    MessageService(
            MessageRepository mails, DigestWriter digests, MailComposer composer, Caller caller) {
        this.mails = mails;
        this.digests = digests;
        this.composer = composer;
        this.caller = caller;
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
        return Eml.of(composer.compose(shown(find(id))));
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
        String text = message.text();
        if (text != null) {
            return shown(
                    message,
                    String.valueOf(message.subject()),
                    message.html(),
                    text,
                    message.calendar());
        }
        Mail now =
                writtenNow(message)
                        .orElseThrow(
                                () ->
                                        new NotFound(
                                                "This mail has nothing to say any more; it was never sent."));
        return shown(message, now.subject(), now.html(), now.text(), now.calendar());
    }

    private Optional<Mail> writtenNow(StoredMessage message) {
        return switch (message.kind()) {
            case DIGEST -> digests.writtenNow(message);
            case NOTICE -> Optional.of(Mail.of(message));
        };
    }

    private Mail shown(
            StoredMessage message,
            String subject,
            @Nullable String html,
            String text,
            @Nullable String calendar) {
        return new Mail(
                message.id(),
                message.email(),
                digests.nameOf(message.recipient()),
                message.language().toLowerCase(Locale.ROOT),
                subject,
                html == null ? null : hidden(html),
                hidden(text),
                calendar,
                null,
                message.sentAt() == null ? message.notBefore() : message.sentAt());
    }

    private static String hidden(String text) {
        return LINK.matcher(text).replaceAll("/links/hidden");
    }

    private StoredMessage find(UUID id) {
        StoredMessage message =
                mails.stored(id).orElseThrow(() -> NotFound.of("message", id.toString()));
        if (message.unit() == null ? caller.seesOwnUnitOnly() : !caller.sees(message.unit())) {
            throw NotFound.of("message", id.toString());
        }
        return message;
    }
}
