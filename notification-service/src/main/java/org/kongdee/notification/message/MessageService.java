package org.kongdee.notification.message;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

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
            throw new NotFound(Message.of("This mail has no HTML; ask for text/plain."));
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
                    Message.of(
                            "The mail is %s; only one that was sent can come back.",
                            message.state()));
        }
        return view(id);
    }

    /** As it was sent; before that, as it would be sent now. */
    private Mail shown(StoredMessage message) {
        return hidden(
                asSent(message)
                        .or(() -> writtenNow(message))
                        .orElseThrow(
                                () ->
                                        new NotFound(
                                                Message.of(
                                                        "This mail has nothing to say any more; it was never sent."))));
    }

    private Optional<Mail> asSent(StoredMessage message) {
        String text = message.text();
        if (text == null) {
            return Optional.empty();
        }
        Notice notice = message.notice();
        return Optional.of(
                new Mail(
                        message.id(),
                        message.email(),
                        requireNonNullElse(message.toName(), ""),
                        message.language().toLowerCase(Locale.ROOT),
                        String.valueOf(message.subject()),
                        message.html(),
                        text,
                        message.calendar(),
                        notice == null ? digests.pauseLink() : notice.pauseLink(),
                        requireNonNullElse(message.writtenAt(), message.createdAt())));
    }

    private Optional<Mail> writtenNow(StoredMessage message) {
        return switch (message.kind()) {
            case DIGEST -> digests.writtenNow(message);
            case NOTICE -> Optional.of(Mail.of(message));
        };
    }

    private static Mail hidden(Mail mail) {
        return new Mail(
                mail.id(),
                mail.to(),
                mail.toName(),
                mail.language(),
                mail.subject(),
                mail.html() == null ? null : hidden(mail.html()),
                hidden(mail.text()),
                mail.calendar(),
                mail.pauseLink() == null ? null : hidden(mail.pauseLink()),
                mail.date());
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
