package org.kongdee.notification.delivery;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailMessage;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.kongdee.notification.message.Mail;
import org.kongdee.notification.message.MailComposer;

/** Sends digests: once, whatever crashes. */
@Singleton
class DigestSender {

    private final MailComposer composer;

    DigestSender(MailComposer composer) {
        this.composer = composer;
    }

    /**
     * @param begin commits that the mail is about to be sent; false if it is another worker's
     */
    SendResult send(Mail mail, Conversation conversation, BooleanSupplier begin)
            throws InterruptedException {
        Buffer calendar = MailComposer.bytes(Objects.requireNonNull(mail.calendar()));
        Gate gate = new Gate(calendar);
        MailMessage message;
        try {
            message = composer.compose(mail, gate, calendar.length());
        } catch (IllegalArgumentException e) {
            return new SendResult.Refused("the mail cannot be written: " + e.getMessage());
        }
        return conversation.send(message, gate, begin);
    }
}
