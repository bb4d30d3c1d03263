package org.kongdee.notification.delivery;

import io.quarkus.mailer.Mail;
import jakarta.inject.Singleton;
import java.util.List;
import org.kongdee.notification.message.MailComposer;
import org.kongdee.notification.message.Notice;

/** Sends notices. One that is in doubt is sent again: twice is better than not at all. */
@Singleton
class NoticeSender {

    private final MailComposer composer;

    NoticeSender(MailComposer composer) {
        this.composer = composer;
    }

    SendResult send(org.kongdee.notification.message.Mail mail, Notice notice) {
        Mail envelope =
                new Mail()
                        .setFrom(composer.sender())
                        .setBounceAddress(composer.sender())
                        .setTo(List.of(mail.to()));
        composer.headers(mail).forEach(envelope::addHeader);
        try {
            notice.mail(envelope).send().await().indefinitely();
            return new SendResult.Sent();
        } catch (RuntimeException e) {
            return Answers.read(e, false);
        }
    }
}
