package org.kongdee.notification.delivery;

import io.quarkus.arc.Unremovable;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kongdee.notification.message.MailComposer;

/**
 * Sends what is written as {@code MailTemplate}s, in place of the extension's mailer: over a client
 * that a silent server can't hold for ever, and which is closed after each mail.
 */
@ApplicationScoped
@Unremovable // Nobody injects it: templates ask for a mailer at run time.
class BoundedMailer implements ReactiveMailer {

    private final MailServer server;

    BoundedMailer(MailServer server) {
        this.server = server;
    }

    @Override
    public Uni<Void> send(Mail... mails) {
        return Multi.createFrom()
                .items(mails)
                .onItem()
                .transformToUniAndConcatenate(this::send)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> send(Mail mail) {
        MailClient client = server.connect();
        return Uni.createFrom()
                .completionStage(() -> client.sendMail(message(mail)).toCompletionStage())
                .ifNoItem()
                .after(server.patience())
                .fail()
                .onTermination()
                .invoke(() -> client.close())
                .replaceWithVoid();
    }

    private static MailMessage message(Mail mail) {
        MailMessage message =
                new MailMessage()
                        .setFrom(mail.getFrom())
                        .setBounceAddress(mail.getBounceAddress())
                        .setTo(List.copyOf(mail.getTo()))
                        .setText(MailComposer.lines(mail.getText()))
                        .setHtml(mail.getHtml());
        mail.getHeaders().forEach((name, values) -> message.addHeader(name, values.getFirst()));
        return message;
    }
}
